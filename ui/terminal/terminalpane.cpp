#include "ui/terminal/terminalpane.h"

#include "ui/common/icons.h"
#include "ui/common/placeholder.h"
#include "ui/terminal/shelldialog.h"
#include "ui/terminal/terminalsession.h"

#include <QAction>
#include <QMenu>
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
      m_placeholder(new Placeholder(Symbol::Terminal, this)),
      m_shell(new QAction(icon(Symbol::Terminal), tr("One more &shell"), this)),
      m_choose(new QAction(icon(Symbol::Add), tr("Shell &with…"), this)),
      m_attach(new QAction(icon(Symbol::Link), tr("&Attach to the main process"), this)),
      m_debug(new QAction(icon(Symbol::Inspect), tr("&Debug shell beside it"), this))
{
    m_debug->setToolTip(tr("For images without a shell: one that sees the container's processes and files"));
    connect(m_debug, &QAction::triggered, this, &TerminalPane::debug);
    m_choose->setToolTip(tr("Choose the shell, the user and the folder"));
    m_attach->setToolTip(tr("See and type what the container's own command does"));
    connect(m_shell, &QAction::triggered, this, &TerminalPane::openSession);
    connect(m_choose, &QAction::triggered, this, &TerminalPane::chooseSession);
    connect(m_attach, &QAction::triggered, this, &TerminalPane::attach);
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
        m_placeholder->addButton(tr("Shell with…"), Symbol::Add, [this] { chooseSession(); });
        m_placeholder->addButton(tr("Attach to the main process"), Symbol::Link, [this] { attach(); });
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
    add->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(add);
    menu->addActions({m_shell, m_choose, m_attach, m_debug});
    add->setMenu(menu);
    tabs->setCornerWidget(add);
    connect(add, &QToolButton::clicked, this, &TerminalPane::openSession);
    return tabs;
}

void TerminalPane::openSession()
{
    openSessionWith({});
}

void TerminalPane::attach()
{
    openSessionWith({.what = TerminalStart::What::Attach});
}

void TerminalPane::debug()
{
    openSessionWith({.what = TerminalStart::What::Debug});
}

void TerminalPane::chooseSession()
{
    if (m_id.isEmpty())
        return;
    auto *dialog = new ShellDialog(m_client, m_id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ShellDialog::chosen, this, &TerminalPane::openSessionWith);
    dialog->open();
}

QString TerminalPane::titleOf(const TerminalStart &start, int number)
{
    if (start.what == TerminalStart::What::Attach)
        return tr("Main process");
    if (start.what == TerminalStart::What::Debug)
        return tr("Debug shell");
    if (start.shell.isEmpty())
        return tr("Shell %1").arg(number);
    const QString shell = start.shell.section(u'/', -1);
    return start.user.isEmpty() ? shell : tr("%1 as %2", "shell, user").arg(shell, start.user);
}

void TerminalPane::openSessionWith(const TerminalStart &start)
{
    if (m_id.isEmpty())
        return;
    QTabWidget *&tabs = m_tabs[m_id];
    if (tabs == nullptr) {
        tabs = makeTabs();
        m_stack->addWidget(tabs);
    }
    auto *session = new TerminalSession(m_client, m_id, start, tabs);
    const int index = tabs->addTab(session, titleOf(start, tabs->count() + 1));
    tabs->setCurrentIndex(index);
    addClose(tabs, index, session);
    connect(session, &TerminalSession::ended, this, &TerminalPane::sessionCountChanged);
    connect(session, &TerminalSession::debugWanted, this, &TerminalPane::debug);
    connect(session, &TerminalSession::lineTyped, this, &TerminalPane::lineTyped);
    connect(session, &TerminalSession::started, this, &TerminalPane::sessionCountChanged);
    refresh();
    session->setFocus();
}

void TerminalPane::addClose(QTabWidget *tabs, int index, TerminalSession *session)
{
    auto *close = new QToolButton(tabs);
    close->setIcon(icon(Symbol::Close));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setToolTip(session->start().what == TerminalStart::What::Attach ? tr("Detach")
                                                                           : tr("End this shell"));
    close->setAccessibleName(close->toolTip());
    tabs->tabBar()->setTabButton(index, QTabBar::RightSide, close);
    connect(
        close, &QToolButton::clicked, session, [this, session, id = m_id] { closeSession(id, session); },
        Qt::QueuedConnection); // the button goes with its tab
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
