#include "ui/learn/launch/launchshell.h"

#include "ui/common/icons.h"
#include "ui/common/placeholder.h"
#include "ui/terminal/terminalsession.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace quayside::ui
{

LaunchShell::LaunchShell(client::EngineClient *client, models::LaunchFollower *follower, QWidget *parent)
    : QWidget(parent), m_client(client), m_follower(follower), m_page(new QWidget(this)),
      m_stack(new QStackedLayout(this)), m_placeholder(new Placeholder(Symbol::Terminal, this)),
      m_since(new QLabel(m_page)), m_again(new QPushButton(icon(Symbol::Refresh), tr("Open it anew"), m_page))
{
    m_since->setTextFormat(Qt::PlainText);
    m_since->setWordWrap(true);
    m_again->setAutoDefault(false);
    m_again->setToolTip(tr("A new shell, which sees the world as it is now"));
    connect(m_again, &QPushButton::clicked, this, &LaunchShell::open);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 4, 8, 4);
    line->addWidget(m_since, 1);
    line->addWidget(m_again);
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(m_page);
    refresh();
}

void LaunchShell::open()
{
    if (!m_follower->isHeld())
        return;
    closeSession();
    m_at = m_follower->steps()->rowCount() == 0 ? -1 : m_follower->launch().at;
    m_session = new TerminalSession(m_client, m_follower->containerId(), {}, m_page);
    m_page->layout()->addWidget(m_session);
    refresh();
    m_session->setFocus();
}

TerminalSession *LaunchShell::session() const
{
    return m_session;
}

void LaunchShell::closeSession()
{
    delete m_session;
}

void LaunchShell::refresh()
{
    m_again->setVisible(m_follower->canStep());
    if (m_session != nullptr) {
        const bool now = m_follower->canStep() && m_follower->launch().at == m_at;
        const QString step = m_follower->steps()->titleOf(int(m_at));
        m_since->setText(now ? tr("The world as it is before “%1”.").arg(step)
                             : tr("Opened before “%1”: it keeps to the world of that moment.").arg(step));
        m_stack->setCurrentWidget(m_page);
        return;
    }
    if (m_follower->canStep()) {
        m_placeholder->setText(
            tr("A shell there"),
            tr("It sees the world as the process does at this moment: its files, its ids, its host name."));
        if (m_open == nullptr) {
            m_open = m_placeholder->addButton(tr("Open a shell there"), Symbol::Terminal, [this] { open(); });
        }
    } else {
        m_placeholder->setText(tr("Nothing is held"),
                               tr("While a launch is held, a shell can look at the world that it has made so "
                                  "far. Run the container step by step."));
        m_placeholder->clearButtons();
        m_open = nullptr;
    }
    m_stack->setCurrentWidget(m_placeholder);
}

} // namespace quayside::ui
