#include "ui/containers/details/deathbox.h"

#include "models/common/text.h"
#include "models/logs/ansitext.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace quayside::ui
{

using models::DeathCure;

namespace
{

constexpr int shownLines = 6;

QString userNameOf(qint64 uid)
{
    std::array<char, 4096> buffer{};
    passwd entry{}, *found = nullptr;
    if (::getpwuid_r(uid_t(uid), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {};
    return QString::fromLocal8Bit(found->pw_name);
}

} // namespace

DeathBox::DeathBox(client::EngineClient *client, QWidget *parent)
    : QFrame(parent), m_client(client), m_what(new QLabel(this)), m_why(new QLabel(this)),
      m_lines(new QPlainTextEdit(this)), m_buttons(new QHBoxLayout)
{
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_what->setFont(bold);
    m_what->setWordWrap(true);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lines->setReadOnly(true);
    m_lines->setFont(fixedFont());
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setTabChangesFocus(true);
    m_lines->setAccessibleName(tr("Its last lines"));
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(m_what);
    layout->addWidget(m_why);
    layout->addWidget(m_lines);
    layout->addLayout(m_buttons);
    hide();
}

QString DeathBox::text() const
{
    return m_what->text() + u'\n' + m_why->text();
}

QString DeathBox::lastLines() const
{
    return m_lines->toPlainText();
}

void DeathBox::showContainer(const api::ContainerInspect &container)
{
    const bool ended = !container.state.running || container.state.restarting;
    if (!ended ||
        (models::Text::secondsOf(container.state.finishedAt) == 0 && container.state.error.empty())) {
        clear();
        return;
    }
    showDeath(container,
              models::explainDeath(container, {.userName = userNameOf, .self = qint64(::getuid())}));
    show();
    if (const std::string run = container.id + container.state.finishedAt; m_shown != run) {
        m_shown = run;
        fetchLines(container);
    }
}

void DeathBox::clear()
{
    m_call.cancel();
    m_shown.clear();
    hide();
}

void DeathBox::showDeath(const api::ContainerInspect &container, const models::Death &death)
{
    QString what = death.what;
    if (const qint64 at = models::Text::secondsOf(container.state.finishedAt); at > 0)
        what = tr("%1, %2", "reason, time").arg(what, models::Text::ago(at));
    m_what->setText(what);
    m_what->setToolTip(models::Text::exactTime(models::Text::secondsOf(container.state.finishedAt)));
    const bool bad = container.state.exitCode != 0 || !container.state.error.empty();
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, bad ? toneColor(Tone::Bad) : palette().color(QPalette::WindowText));
    m_what->setPalette(colors);
    QStringList why{death.why};
    if (container.state.restarting)
        why.append(tr("It is started again in a moment."));
    if (container.restartCount > 0)
        why.append(tr("It was started again %n time(s) by its restart policy.", nullptr,
                      int(container.restartCount)));
    if (!death.next.isEmpty())
        why.append(death.next);
    m_why->setText(why.join(u'\n'));
    makeButtons(death.cures);
}

void DeathBox::makeButtons(const QList<DeathCure> &cures)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    static const QHash<DeathCure, std::pair<Symbol, const char *>> texts = {
        {DeathCure::MoreMemory, {Symbol::Details, QT_TR_NOOP("More memory…")}},
        {DeathCure::EditOptions, {Symbol::Rename, QT_TR_NOOP("Edit…")}},
        {DeathCure::ShowLog, {Symbol::Logs, QT_TR_NOOP("Log")}},
        {DeathCure::ShowFiles, {Symbol::Folder, QT_TR_NOOP("Files")}}};
    for (const DeathCure cure : cures) {
        const auto &[symbol, text] = texts[cure];
        auto *button = new QPushButton(icon(symbol), tr(text), this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, cure] { emit cureWanted(cure); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

void DeathBox::fetchLines(const api::ContainerInspect &container)
{
    m_bytes.clear();
    m_lines->hide();
    m_call = m_client->logs(
        container.id, {.tail = shownLines, .since = {}, .until = {}, .terminal = container.config.tty}, this,
        [this](api::Stream, QByteArrayView bytes) {
            if (m_bytes.size() < 64 * 1024)
                m_bytes.append(bytes);
        },
        [this](const Result<> &) { showLines(m_bytes); });
}

void DeathBox::showLines(const QByteArray &bytes)
{
    QStringList plain; // colours and other escapes are the log's own tab's
    for (const QByteArray &line : bytes.trimmed().split('\n'))
        plain.append(models::plainText(line));
    const QString text = plain.join(u'\n').trimmed();
    m_lines->setPlainText(text);
    m_lines->setVisible(!text.isEmpty());
    const int lines = std::clamp(int(text.count(u'\n')) + 1, 1, shownLines);
    m_lines->setFixedHeight(m_lines->fontMetrics().lineSpacing() * lines + 18);
}

} // namespace quayside::ui
