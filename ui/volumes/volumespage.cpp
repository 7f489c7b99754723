#include "ui/volumes/volumespage.h"

#include "ui/common/placeholder.h"
#include "ui/common/rowdelegate.h"

#include <QSortFilterProxyModel>
#include <QToolBar>

namespace quayside::ui
{

using models::VolumeModel;

VolumesPage::VolumesPage(models::EngineSession *session, QWidget *parent)
    : ListPage(tr("Volumes"), Symbol::Volume, QStringLiteral("volumes"), parent), m_session(session)
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(session->volumes());
    table()->setModel(sorted);
    table()->setItemDelegate(new RowDelegate(Symbol::Volume, this));
    table()->setAccessibleName(tr("Volumes"));
    table()->setUpColumns({{VolumeModel::NameColumn, 220},
                           {VolumeModel::DriverColumn, 90},
                           {VolumeModel::CreatedColumn, 120},
                           {VolumeModel::MountpointColumn, 260}},
                          VolumeModel::NameColumn);
    emptyPlaceholder()->setText(tr("No volumes"),
                                tr("A volume keeps files when its container goes. Add one under Files when "
                                   "you run a container."));
    toolBar()->hide();
    connect(session, &models::EngineSession::volumesListed, this, &VolumesPage::refreshFace);
    session->wantVolumes();
    refreshFace();
}

void VolumesPage::refreshFace()
{
    const int count = m_session->volumes()->rowCount();
    if (count == 0)
        setFace(m_session->volumesLoaded() ? Face::Empty : Face::Loading);
    else
        setFace(Face::List);
    setCountText(count > 0 ? QString::number(count) : QString());
}

} // namespace quayside::ui
