#include "ui/terminal/terminalsession.h"

#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/common/outputfont.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QSocketNotifier>
#include <QTimer>
#include <QVBoxLayout>
#include <qtermwidget.h>

#include <cerrno>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace quayside::ui
{

namespace
{

constexpr qsizetype pauseAbove = 1 << 20, resumeBelow = 1 << 16; // bytes that wait for the terminal

// An image has sh or nothing at all that could be asked which shells there are.
const std::vector<std::string> shellCommand = {
    "/bin/sh", "-c",
    "if [ -x /bin/bash ]; then exec /bin/bash; elif [ -x /usr/bin/bash ]; then exec /usr/bin/bash; else exec "
    "/bin/sh; fi"};

// The bytes come from a terminal in the container already: this one must pass them on untouched.
void makeTransparent(int fd)
{
    termios settings{};
    if (::tcgetattr(fd, &settings) != 0)
        return;
    ::cfmakeraw(&settings);
    ::tcsetattr(fd, TCSANOW, &settings);
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK); // its reader is this very thread
}

} // namespace

TerminalSession::TerminalSession(client::EngineClient *client, const QString &containerId,
                                 const TerminalStart &start, QWidget *parent)
    : QWidget(parent), m_client(client), m_containerId(containerId), m_start(start),
      m_terminal(new QTermWidget(0, this)), m_notice(new Notice(this)), m_sizeTimer(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_terminal, 1);
    setFocusProxy(m_terminal);
    setUpTerminal();
    m_writable = new QSocketNotifier(m_terminal->getPtySlaveFd(), QSocketNotifier::Write, this);
    m_writable->setEnabled(false);
    connect(m_writable, &QSocketNotifier::activated, this, &TerminalSession::drain);
    m_sizeTimer->setSingleShot(true);
    m_sizeTimer->setInterval(60);
    connect(m_sizeTimer, &QTimer::timeout, this, &TerminalSession::forwardSize);
    QTimer::singleShot(0, this, &TerminalSession::begin); // the size is known after the first layout
}

void TerminalSession::setUpTerminal()
{
    m_terminal->setTerminalFont(outputFont());
    m_terminal->setScrollBarPosition(QTermWidgetInterface::ScrollBarRight);
    m_terminal->setHistorySize(10'000);
    m_terminal->setMargin(4);
    m_terminal->setTerminalSizeHint(false);
    m_terminal->setFlowControlEnabled(false);
    m_terminal->setConfirmMultilinePaste(false);
    m_terminal->setAccessibleName(tr("Terminal"));
    m_terminal->setContextMenuPolicy(Qt::CustomContextMenu);
    applyColors();
    m_terminal->startTerminalTeletype();
    makeTransparent(m_terminal->getPtySlaveFd());
    connect(m_terminal, &QTermWidget::sendData, this,
            [this](const char *data, int size) { sendTyped(QByteArray(data, size)); });
    connect(m_terminal, &QTermWidget::receivedData, this, &TerminalSession::shown);
    connect(m_terminal, &QWidget::customContextMenuRequested, this, &TerminalSession::showMenu);
    m_terminal->installEventFilter(this);
    if (QWidget *display = m_terminal->focusProxy(); display != nullptr)
        display->installEventFilter(this); // where keys go
}

TerminalSession::~TerminalSession()
{
    removeDebug();
}

void TerminalSession::begin()
{
    if (m_start.what == TerminalStart::What::Attach)
        attach();
    else if (m_start.what == TerminalStart::What::Debug)
        beginDebug();
    else
        createExec();
}

void TerminalSession::startAgain()
{
    if (isRunning())
        return;
    m_notice->dismiss();
    showOutput("\r\n");
    begin();
}

void TerminalSession::createExec()
{
    m_rows = m_terminal->screenLinesCount();
    m_columns = m_terminal->screenColumnsCount();
    api::ExecCreateRequest request;
    request.attachStdin = request.attachStdout = request.attachStderr = request.tty = true;
    request.env = {"TERM=xterm-256color"};
    request.cmd = m_start.shell.isEmpty() ? shellCommand : std::vector{m_start.shell.toStdString()};
    request.user = m_start.user.toStdString();
    request.workingDir = m_start.folder.toStdString();
    request.consoleSize = {m_rows, m_columns};
    m_client->createExec(m_containerId.toStdString(), request, this, [this](const Result<std::string> &id) {
        if (id)
            startExec(*id);
        else
            onEnded(QString::fromStdString(id.error().message));
    });
}

void TerminalSession::startExec(const std::string &execId)
{
    m_execId = execId;
    api::ExecStartRequest request;
    request.tty = true;
    request.consoleSize = {m_rows, m_columns};
    m_client->startExec(execId, request, this, [this](const Result<client::TerminalStream *> &stream) {
        if (stream)
            onStarted(*stream);
        else
            onRefused(QString::fromStdString(stream.error().message));
    });
}

// A command that is not there has an exit code; anything else is the engine's to explain.
void TerminalSession::onRefused(const QString &sentence)
{
    m_client->inspectExec(m_execId, this, [this, sentence](const Result<api::ExecInspect> &exec) {
        const int code = exec ? int(exec->exitCode.value_or(0)) : 0;
        if (code == 126 || code == 127)
            onNoShell();
        else
            onEnded(sentence);
    });
}

void TerminalSession::onNoShell()
{
    if (!m_start.shell.isEmpty()) {
        onEnded(tr("%1 cannot be run in this container.").arg(m_start.shell));
        return;
    }
    onEnded(tr("This image has no shell (/bin/sh)."));
    m_notice->show(
        Notice::Kind::Info,
        tr("This image has no shell (/bin/sh). A debug shell runs beside the container and sees its "
           "processes, its network and its files."),
        tr("Open a debug shell"), [this] { emit debugWanted(); });
}

void TerminalSession::onStarted(client::TerminalStream *stream)
{
    m_stream = stream;
    connect(stream, &client::TerminalStream::received, this,
            [this](api::Stream, const QByteArray &bytes) { showOutput(bytes); });
    connect(stream, &client::TerminalStream::ended, this, [this](const Result<> &result) {
        if (!result) {
            onEnded(tr("The connection is lost: %1").arg(QString::fromStdString(result.error().message)));
            return;
        }
        if (m_start.what == TerminalStart::What::Attach)
            onEnded(tr("The main process has ended."));
        else if (m_start.what == TerminalStart::What::Debug)
            onEnded(tr("The debug shell has ended."));
        else
            onShellEnded();
    });
    m_rows = m_columns = 0; // an engine that does not know consoleSize is told again
    forwardSize();
    emit started();
}

void TerminalSession::onShellEnded()
{
    m_client->inspectExec(m_execId, this, [this](const Result<api::ExecInspect> &exec) {
        const int code = exec ? int(exec->exitCode.value_or(0)) : 0;
        if (code == 126 || code == 127)
            onNoShell();
        else
            onEnded(code == 0 ? tr("The shell has ended.")
                              : tr("The shell has ended with code %1.").arg(code));
    });
}

void TerminalSession::onEnded(const QString &sentence)
{
    if (m_stream != nullptr) {
        m_stream->disconnect(this);
        m_stream->deleteLater();
    }
    m_stream = nullptr;
    m_notice->show(Notice::Kind::Info, sentence, tr("Start again"), [this] { startAgain(); });
    emit ended(sentence);
}

void TerminalSession::showOutput(const QByteArray &bytes)
{
    m_waiting.append(bytes);
    drain();
    if (m_stream != nullptr && m_waiting.size() > pauseAbove)
        m_stream->pause(true);
}

void TerminalSession::drain()
{
    qsizetype done = 0;
    while (done < m_waiting.size()) {
        const ssize_t written = ::write(m_terminal->getPtySlaveFd(), m_waiting.constData() + done,
                                        std::size_t(m_waiting.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        done += written;
    }
    m_waiting.remove(0, done);
    m_writable->setEnabled(!m_waiting.isEmpty());
    if (m_stream != nullptr && m_waiting.size() < resumeBelow)
        m_stream->pause(false);
}

bool TerminalSession::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_terminal && event->type() == QEvent::Resize)
        m_sizeTimer->start();
    if ((event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
        takeKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void TerminalSession::forwardSize()
{
    const int rows = m_terminal->screenLinesCount(), columns = m_terminal->screenColumnsCount();
    if (m_stream == nullptr || rows <= 0 || columns <= 0 || (rows == m_rows && columns == m_columns))
        return;
    m_rows = rows;
    m_columns = columns;
    if (m_start.what == TerminalStart::What::Shell)
        m_client->resizeExec(m_execId, rows, columns, this, {});
    else if (m_hasTerminal)
        m_client->resizeContainer(m_debugId.empty() ? m_containerId.toStdString() : m_debugId, rows, columns,
                                  this, {});
}

void TerminalSession::type(const QString &text)
{
    m_terminal->sendText(text);
}

QString TerminalSession::text() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    m_terminal->saveHistory(&buffer);
    return QString::fromUtf8(buffer.data());
}

void TerminalSession::applyColors()
{
    m_terminal->setColorScheme(isDark() ? QStringLiteral("BreezeModified") : QStringLiteral("BlackOnWhite"));
}

void TerminalSession::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_terminal != nullptr)
        applyColors();
}

} // namespace quayside::ui
