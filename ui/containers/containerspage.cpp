#include "ui/containers/containerspage.h"

#include "ui/containers/containeractions.h"
#include "ui/containers/containerdelegate.h"
#include "ui/containers/containertools.h"
#include "ui/containers/usecolumns.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QMenu>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

namespace quayside::ui
{

using models::ContainerModel;
using models::EngineSession;
using A = ContainerActions;
using T = ContainerTools;

ContainersPage::ContainersPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Containers"), Symbol::Container, QStringLiteral("containers"),
                contentOf(session->containers(), [session] { return session->containersLoaded(); }), parent),
      m_session(session), m_actions(new ContainerActions(session, notice(), undoBar(), this)),
      m_tools(new ContainerTools(session, notice(), this))
{
    m_groupingMenu = offerGroupings(groupings());
    m_groupingMenu->setIcon(icon(Symbol::Outline));
    setUpTable();
    setUpToolBar();
    setUpRows();
    follow(m_actions);
    connect(this, &TablePage::selectedKeysChanged, m_tools, &RowActions::setSelection);
    connect(m_actions, &A::busyChanged, table()->viewport(), qOverload<>(&QWidget::update));
    connect(session->containers(), &QAbstractItemModel::dataChanged, this, &TablePage::refreshFace);
    connect(session, &EngineSession::containersListed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    refreshFace();
}

QList<Grouping> ContainersPage::groupings()
{
    using models::ContainerGrouping;
    const auto by = [this](const QString &id, const QString &text, ContainerGrouping kind) {
        return Grouping{id, text,
                        [this, kind](const QModelIndex &row) {
                            const int at = shownModel()->mapToSource(row).row();
                            return models::groupOf(m_session->containers()->at(at), kind);
                        },
                        [](const QString &title, const QList<QModelIndex> &rows) {
                            const auto running = std::ranges::count_if(rows, [](const QModelIndex &row) {
                                return row.data(ContainerModel::StateRole).toInt() ==
                                       int(models::ContainerState::Running);
                            });
                            return tr("%1 · %2 of %n running", "title of a group", int(rows.size()))
                                .arg(title)
                                .arg(running);
                        }};
    };
    return {Grouping{{}, tr("&No groups"), {}, {}},
            by(QStringLiteral("project"), tr("By Compose &project"), ContainerGrouping::Project),
            by(QStringLiteral("image"), tr("By &image"), ContainerGrouping::Image),
            by(QStringLiteral("network"), tr("By n&etwork"), ContainerGrouping::Network),
            by(QStringLiteral("status"), tr("By &status"), ContainerGrouping::Status)};
}

void ContainersPage::setUpTable()
{
    auto *delegate = new ContainerDelegate(m_actions, this);
    table()->setItemDelegate(delegate);
    table()->setUpColumns({{ContainerModel::NameColumn, 180},
                           {ContainerModel::StatusColumn, 220},
                           {ContainerModel::PortsColumn, 120},
                           {ContainerModel::ImageColumn, 140}},
                          ContainerModel::StatusColumn);
    m_use = new UseColumns(m_session, table(), this);
    table()->installEventFilter(this);
    table()->viewport()->installEventFilter(this);
    connect(delegate, &ContainerDelegate::urlActivated, this,
            [](const QString &url) { QDesktopServices::openUrl(QUrl(url)); });
    connect(table(), &Table::rowOpened, this, [this](const QModelIndex &index) {
        if (const QString id = index.data(models::TableKeyRole).toString(); !id.isEmpty())
            emit m_actions->logsWanted(id);
    });
}

void ContainersPage::setUpToolBar()
{
    for (const A::Verb verb : {A::Start, A::Stop, A::Restart, A::Pause, A::Kill})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    for (const A::Verb verb : {A::ShowLogs, A::OpenTerminal, A::OpenPort})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    toolBar()->addAction(m_actions->action(A::Remove));
    toolBar()->addAction(m_tools->action(T::Prune));
    toolBar()->addSeparator();
    toolBar()->addAction(m_use->action());
    toolBar()->addAction(m_groupingMenu->menuAction());
    if (auto *button =
            qobject_cast<QToolButton *>(toolBar()->widgetForAction(m_groupingMenu->menuAction()))) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setToolTip(tr("Show in groups"));
        button->setAccessibleName(button->toolTip());
    }
}

void ContainersPage::setUpRows()
{
    QList<QAction *> menu;
    for (const A::Verb verb : {A::Start, A::StepByStep, A::Stop, A::Restart, A::Pause, A::Kill})
        menu.append(m_actions->action(verb));
    menu.append(nullptr);
    for (const A::Verb verb : {A::ShowLogs, A::OpenTerminal, A::OpenPort})
        menu.append(m_actions->action(verb));
    menu.append(m_tools->action(T::LogsTogether));
    menu.append(nullptr);
    for (const T::Verb verb : {T::Edit, T::Limits, T::Commit, T::Export, T::CheckPort, T::HandOver})
        menu.append(m_tools->action(verb));
    menu.append(nullptr);
    for (const A::Verb verb : {A::CopyId, A::CopyRunLine, A::CopyCompose, A::Rename, A::Remove})
        menu.append(m_actions->action(verb));
    setRowMenu(menu);
    setHoverActions(m_actions, [this](const QString &id) {
        QList<int> verbs;
        const models::ContainerRow *row = m_session->containers()->find(id);
        if (row == nullptr)
            return verbs;
        const bool stops = row->state == models::ContainerState::Running;
        for (const A::Verb verb : {stops ? A::Stop : A::Start, A::ShowLogs, A::OpenTerminal, A::Remove}) {
            if (m_actions->applies(verb, *row))
                verbs.append(verb);
        }
        return verbs;
    });
}

int ContainersPage::count() const
{
    return m_session->containers()->rowCount() - int(m_actions->pendingRemoval().size());
}

int ContainersPage::runningCount() const
{
    return int(
        std::ranges::count_if(m_session->containers()->rows(), [this](const models::ContainerRow &row) {
            return row.state == models::ContainerState::Running &&
                   !m_actions->pendingRemoval().contains(row.id);
        }));
}

QString ContainersPage::countText(int all) const
{
    return tr("%1 running of %2").arg(runningCount()).arg(all);
}

bool ContainersPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == table() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Space) {
            const bool start = m_actions->action(A::Start)->isEnabled();
            m_actions->action(start ? A::Start : A::Stop)->trigger();
            return true;
        }
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_L || key->key() == Qt::Key_T)) {
            m_actions->action(key->key() == Qt::Key_L ? A::ShowLogs : A::OpenTerminal)->trigger();
            return true;
        }
    }
    if (object == table()->viewport() && event->type() == QEvent::Paint && !m_painted &&
        m_session->containersLoaded()) {
        m_painted = true;
        // After this paint, not within it.
        QTimer::singleShot(0, this, &ContainersPage::listPainted);
    }
    return TablePage::eventFilter(object, event);
}

} // namespace quayside::ui
