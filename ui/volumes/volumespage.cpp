#include "ui/volumes/volumespage.h"

#include "ui/common/placeholder.h"
#include "ui/volumes/volumeactions.h"

#include <QMenu>
#include <QToolBar>

namespace quayside::ui
{

using models::VolumeModel;
using A = VolumeActions;

VolumesPage::VolumesPage(models::EngineSession *session, QWidget *parent)
    : TablePage(
          tr("Volumes"), Symbol::Volume, QStringLiteral("volumes"), session->volumes(),
          VolumeModel::filterKeys(),
          [session](int row, const models::FilterTerm &term) { return session->volumes()->holds(row, term); },
          {{QStringLiteral("used"), {QStringLiteral("yes"), QStringLiteral("no")}},
           {QStringLiteral("anonymous"), {QStringLiteral("yes"), QStringLiteral("no")}}},
          parent),
      m_actions(new VolumeActions(session, notice(), this))
{
    table()->setUpColumns({{VolumeModel::NameColumn, 200},
                           {VolumeModel::DriverColumn, 80},
                           {VolumeModel::SizeColumn, 90},
                           {VolumeModel::UsedByColumn, 150},
                           {VolumeModel::CreatedColumn, 110}},
                          VolumeModel::NameColumn);
    for (const A::Verb verb : {A::Create, A::Remove, A::Prune})
        toolBar()->addAction(m_actions->action(verb));
    emptyPlaceholder()->setText(
        tr("No volumes"), tr("A volume keeps files when its container goes. Make one here, or add one under "
                             "Files when you run a container."));
    emptyPlaceholder()->addButton(tr("New volume…"), Symbol::Add, [this] { m_actions->run(A::Create, {}); });
    connect(table(), &QWidget::customContextMenuRequested, this, &VolumesPage::showContextMenu);
    connect(this, &TablePage::selectedKeysChanged, m_actions, &A::setSelection);
    connect(session, &models::EngineSession::volumesListed, this, [this] { setLoaded(true); });
    connect(session, &models::EngineSession::engineSwitched, this, [this] { setLoaded(false); });
    setLoaded(session->volumesLoaded());
    session->wantVolumes();
}

void VolumesPage::showContextMenu(const QPoint &point)
{
    if (!table()->indexAt(point).isValid())
        return;
    QMenu menu(this);
    menu.addAction(m_actions->action(A::CopyName));
    menu.addSeparator();
    menu.addAction(m_actions->action(A::Remove));
    menu.exec(table()->viewport()->mapToGlobal(point));
}

} // namespace quayside::ui
