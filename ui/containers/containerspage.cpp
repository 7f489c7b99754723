#include "ui/containers/containerspage.h"

#include "ui/common/filteredit.h"
#include "ui/common/hoveractions.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdelegate.h"
#include "ui/containers/containertools.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QMenu>
#include <QTimer>
#include <QToolBar>
#include <QUrl>

namespace quayside::ui
{

using models::ContainerModel;

ContainersPage::ContainersPage(models::EngineSession *session, QWidget *parent)
    : ListPage(tr("Containers"), Symbol::Container, QStringLiteral("containers"), parent), m_session(session),
      m_actions(new ContainerActions(session, notice(), undoBar(), this)),
      m_tools(new ContainerTools(session, notice(), this)),
      m_delegate(new ContainerDelegate(m_actions, this)), m_hover(new HoverActions(table())),
      m_filter(
          addFilter(models::ContainerFilterModel::filterKeys(),
                    {{QStringLiteral("status"),
                      {QStringLiteral("running"), QStringLiteral("paused"), QStringLiteral("restarting"),
                       QStringLiteral("created"), QStringLiteral("exited"), QStringLiteral("failed")}},
                     {QStringLiteral("health"),
                      {QStringLiteral("healthy"), QStringLiteral("unhealthy"), QStringLiteral("starting")}}}))
{
    m_shown.setSourceModel(session->containers());
    setUpTable();
    setUpToolBar();
    setUpHoverButtons();
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_shown.setFilterText(text);
        refreshFace();
    });
    connect(m_actions, &ContainerActions::busyChanged, table()->viewport(), qOverload<>(&QWidget::update));
    connect(m_actions, &ContainerActions::pendingRemovalChanged, this, [this] {
        m_shown.setHiddenIds(m_actions->pendingRemoval());
        refreshFace();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_shown, signal, this, &ContainersPage::refreshFace);
    connect(session->containers(), &QAbstractItemModel::dataChanged, this, &ContainersPage::refreshFace);
    connect(session, &models::EngineSession::containersListed, this, &ContainersPage::refreshFace);
    refreshFace();
}

void ContainersPage::setUpTable()
{
    Table *view = table();
    view->setModel(&m_shown);
    view->setItemDelegate(m_delegate);
    view->setAccessibleName(tr("Containers"));
    view->setUpColumns({{ContainerModel::NameColumn, 180},
                        {ContainerModel::StatusColumn, 210},
                        {ContainerModel::ImageColumn, 140},
                        {ContainerModel::PortsColumn, 110}},
                       ContainerModel::StatusColumn);
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    connect(m_delegate, &ContainerDelegate::urlActivated, this,
            [](const QString &url) { QDesktopServices::openUrl(QUrl(url)); });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ContainersPage::onSelectionChanged);
    connect(view, &Table::currentRowChanged, this, [this] { emit currentContainerChanged(currentId()); });
    connect(view, &QWidget::customContextMenuRequested, this, &ContainersPage::showContextMenu);
    connect(view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        emit m_actions->logsWanted(index.data(ContainerModel::IdRole).toString());
    });
}

void ContainersPage::setUpToolBar()
{
    using A = ContainerActions;
    for (const A::Verb verb : {A::Start, A::Stop, A::Restart, A::Pause, A::Kill})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    for (const A::Verb verb : {A::ShowLogs, A::OpenTerminal, A::OpenPort})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    toolBar()->addAction(m_actions->action(A::Remove));
    toolBar()->addAction(m_tools->action(ContainerTools::Prune));
}

void ContainersPage::setUpHoverButtons()
{
    m_hover->setButtons([this](const QModelIndex &index) {
        using A = ContainerActions;
        QList<HoverActions::Button> buttons;
        const QString id = index.data(ContainerModel::IdRole).toString();
        const models::ContainerRow *row = m_session->containers()->find(id);
        if (row == nullptr)
            return buttons;
        const bool stops = row->state == models::ContainerState::Running;
        for (const A::Verb verb : {stops ? A::Stop : A::Start, A::ShowLogs, A::OpenTerminal, A::Remove}) {
            if (!m_actions->applies(verb, *row))
                continue;
            const QString name = m_actions->action(verb)->text().remove(u'&');
            buttons.append({m_actions->action(verb)->icon(),
                            tr("%1: %2", "action: container").arg(name, row->name),
                            [this, verb, id] { m_actions->run(verb, {id}); }});
        }
        return buttons;
    });
    connect(m_session->containers(), &QAbstractItemModel::dataChanged, m_hover, &HoverActions::refresh);
}

QString ContainersPage::currentId() const
{
    return table()->currentIndex().data(ContainerModel::IdRole).toString();
}

void ContainersPage::select(const QString &id)
{
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        const QModelIndex index = m_shown.index(row, 0);
        if (index.data(ContainerModel::IdRole).toString() == id) {
            table()->setCurrentIndex(index);
            table()->scrollTo(index);
            return;
        }
    }
}

void ContainersPage::onSelectionChanged()
{
    QStringList ids;
    for (const QModelIndex &index : table()->selectionModel()->selectedRows())
        ids.append(index.data(ContainerModel::IdRole).toString());
    m_actions->setSelection(ids);
    m_tools->setSelection(ids);
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

void ContainersPage::refreshFace()
{
    const int all = count(), shown = m_shown.rowCount();
    if (!m_session->containersLoaded() && m_session->containers()->rowCount() == 0)
        setFace(Face::Loading);
    else if (all == 0)
        setFace(Face::Empty);
    else
        setFace(shown == 0 ? Face::NothingMatches : Face::List);
    if (m_session->containers()->anyHealth())
        table()->offerColumn(ContainerModel::HealthColumn, 90);
    if (face() == Face::Loading || face() == Face::Empty)
        setCountText({});
    else if (m_shown.isFiltering())
        setCountText(tr("%1 of %2").arg(shown).arg(all));
    else
        setCountText(tr("%1 running of %2").arg(runningCount()).arg(all));
}

void ContainersPage::showContextMenu(const QPoint &point)
{
    if (!table()->indexAt(point).isValid())
        return;
    using A = ContainerActions;
    QMenu menu(this);
    for (const A::Verb verb : {A::Start, A::Stop, A::Restart, A::Pause, A::Kill})
        menu.addAction(m_actions->action(verb));
    menu.addSeparator();
    for (const A::Verb verb : {A::ShowLogs, A::OpenTerminal, A::OpenPort})
        menu.addAction(m_actions->action(verb));
    menu.addSeparator();
    using T = ContainerTools;
    for (const T::Verb verb : {T::Limits, T::Commit, T::Export})
        menu.addAction(m_tools->action(verb));
    menu.addSeparator();
    for (const A::Verb verb : {A::CopyId, A::CopyRunLine, A::Rename, A::Remove})
        menu.addAction(m_actions->action(verb));
    menu.exec(table()->viewport()->mapToGlobal(point));
}

bool ContainersPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == table() && event->type() == QEvent::KeyPress) {
        using A = ContainerActions;
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
    return ListPage::eventFilter(object, event);
}

} // namespace quayside::ui
