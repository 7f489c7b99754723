#include "ui/terminal/terminalpane.h"

#include "ui/common/icons.h"
#include "ui/common/placeholder.h"
#include "ui/terminal/terminalsession.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

TerminalPane::TerminalPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_client(client), m_stack(new QStackedWidget(this)),
      m_placeholder(new Placeholder(Symbol::Terminal, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_placeholder);
}

void TerminalPane::showContainer(const QString &id, bool running)
{
    m_id = id;
    m_running = running;
    refresh();
}

void TerminalPane::refresh()
{
    if (QTabWidget *tabs = m_tabs.value(m_id); tabs != nullptr) {
        m_stack->setCurrentWidget(tabs);
        return;
    }
    m_placeholder->clearButtons();
    if (m_running) {
        m_placeholder->setText(
            tr("A shell in this container"),
            tr("Type commands inside the running container. The session stays open while you look at "
               "something else."));
        m_placeholder->addButton(tr("Open a shell"), Symbol::Terminal, [this] { openSession(); });
    } else {
        m_placeholder->setText(tr("The container is not running"), tr("Start it to open a shell in it."));
    }
    m_stack->setCurrentWidget(m_placeholder);
}

QTabWidget *TerminalPane::makeTabs()
{
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    auto *add = new QToolButton(tabs);
    add->setIcon(icon(Symbol::Add));
    add->setAutoRaise(true);
    add->setToolTip(tr("One more shell in this container"));
    add->setAccessibleName(add->toolTip());
    tabs->setCornerWidget(add);
    connect(add, &QToolButton::clicked, this, &TerminalPane::openSession);
    return tabs;
}

void TerminalPane::openSession()
{
    if (m_id.isEmpty())
        return;
    QTabWidget *&tabs = m_tabs[m_id];
    if (tabs == nullptr) {
        tabs = makeTabs();
        m_stack->addWidget(tabs);
    }
    auto *session = new TerminalSession(m_client, m_id, tabs);
    const int index = tabs->addTab(session, tr("Shell %1").arg(tabs->count() + 1));
    tabs->setCurrentIndex(index);
    auto *close = new QToolButton(tabs);
    close->setIcon(icon(Symbol::Close));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setToolTip(tr("End this shell"));
    close->setAccessibleName(close->toolTip());
    tabs->tabBar()->setTabButton(index, QTabBar::RightSide, close);
    connect(
        close, &QToolButton::clicked, session, [this, session, id = m_id] { closeSession(id, session); },
        Qt::QueuedConnection); // the button goes with its tab
    connect(session, &TerminalSession::ended, this, &TerminalPane::sessionCountChanged);
    connect(session, &TerminalSession::started, this, &TerminalPane::sessionCountChanged);
    refresh();
    session->setFocus();
}

void TerminalPane::closeSession(const QString &id, TerminalSession *session)
{
    QTabWidget *tabs = m_tabs.value(id);
    if (tabs == nullptr)
        return;
    tabs->removeTab(tabs->indexOf(session));
    session->deleteLater();
    if (tabs->count() == 0) {
        m_tabs.remove(id);
        m_stack->removeWidget(tabs);
        tabs->deleteLater();
        refresh();
    }
    emit sessionCountChanged();
}

void TerminalPane::containerGone(const QString &id)
{
    QTabWidget *tabs = m_tabs.take(id);
    if (tabs == nullptr)
        return;
    m_stack->removeWidget(tabs);
    tabs->deleteLater();
    refresh();
    emit sessionCountChanged();
}

TerminalSession *TerminalPane::currentSession() const
{
    const QTabWidget *tabs = m_tabs.value(m_id);
    return tabs == nullptr ? nullptr : qobject_cast<TerminalSession *>(tabs->currentWidget());
}

int TerminalPane::sessionCount() const
{
    int count = 0;
    for (const QTabWidget *tabs : m_tabs) {
        for (int i = 0; i < tabs->count(); ++i)
            count += static_cast<TerminalSession *>(tabs->widget(i))->isRunning() ? 1 : 0;
    }
    return count;
}

} // namespace quayside::ui
