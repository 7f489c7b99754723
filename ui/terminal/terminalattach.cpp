// A session that is attached to the container's main process.
#include "ui/common/notice.h"
#include "ui/terminal/terminalsession.h"

#include <qtermwidget.h>

#include <termios.h>
#include <unistd.h>

namespace quayside::ui
{

namespace
{

constexpr char controlD = 0x04, controlP = 0x10, controlQ = 0x11; // the last two: Docker's detach keys

// Lines that come without a terminal of their own end with a line feed alone.
void endLinesWithReturn(int fd, bool wanted)
{
    termios settings{};
    if (::tcgetattr(fd, &settings) != 0)
        return;
    if (wanted)
        settings.c_oflag |= OPOST | ONLCR;
    else
        settings.c_oflag &= ~tcflag_t(OPOST);
    ::tcsetattr(fd, TCSANOW, &settings);
}

} // namespace

void TerminalSession::attach()
{
    m_client->inspectContainer(m_containerId.toStdString(), this,
                               [this](const Result<api::ContainerInspect> &container) {
                                   if (container)
                                       beginAttach(container->config.tty, container->config.openStdin);
                                   else
                                       onEnded(QString::fromStdString(container.error().message));
                               });
}

void TerminalSession::beginAttach(bool terminal, bool hasInput)
{
    m_hasTerminal = terminal;
    endLinesWithReturn(m_terminal->getPtySlaveFd(), !terminal);
    const client::EngineClient::Attach options{.logs = true, .standardInput = hasInput, .terminal = terminal};
    m_client->attach(
        m_containerId.toStdString(), options, this,
        [this, terminal, hasInput](const Result<client::TerminalStream *> &stream) {
            if (!stream) {
                onEnded(QString::fromStdString(stream.error().message));
                return;
            }
            onStarted(*stream);
            m_notice->show(
                Notice::Kind::Info,
                terminal && hasInput
                    ? tr("This is the container's main process: Ctrl+C is sent to it and may end the "
                         "container. Ctrl+P Ctrl+Q, or closing this tab, only detaches.")
                : hasInput
                    ? tr("This is the container's main process, without a terminal: each line that you "
                         "type is its input, Ctrl+D ends the input. Closing this tab only detaches.")
                    : tr("This is what the container's main process writes. It reads no input. "
                         "Closing this tab only detaches."));
        });
}

void TerminalSession::sendTyped(const QByteArray &bytes)
{
    if (m_stream == nullptr)
        return;
    if (bytes.contains('\r'))
        emit lineTyped();
    if (m_start.what != TerminalStart::What::Attach) {
        m_stream->write(bytes);
        return;
    }
    QByteArray sent;
    for (const char byte : bytes) {
        if (std::exchange(m_detachKeyHeld, false)) {
            if (byte == controlQ) {
                detach();
                return;
            }
            sent.append(controlP);
        }
        if (byte == controlP)
            m_detachKeyHeld = true;
        else
            sent.append(byte);
    }
    if (m_hasTerminal)
        m_stream->write(sent);
    else
        sendLines(sent);
}

// Nothing at the other end shows what is typed.
void TerminalSession::sendLines(const QByteArray &bytes)
{
    QByteArray lines = bytes;
    lines.replace('\r', '\n');
    const bool ends = lines.contains(controlD);
    lines.replace(QByteArray(1, controlD), QByteArray());
    if (!lines.isEmpty()) {
        showOutput(lines);
        m_stream->write(lines);
    }
    if (ends)
        m_stream->closeInput();
}

void TerminalSession::detach()
{
    onEnded(tr("Detached: the container goes on."));
}

} // namespace quayside::ui
