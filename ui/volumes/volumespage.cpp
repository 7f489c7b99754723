#include "ui/volumes/volumespage.h"

#include "ui/common/drophint.h"
#include "ui/common/placeholder.h"
#include "ui/volumes/volumeactions.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QToolBar>

namespace quayside::ui
{

using models::EngineSession;
using models::VolumeModel;
using A = VolumeActions;

VolumesPage::VolumesPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Volumes"), Symbol::Volume, QStringLiteral("volumes"),
                contentOf(session->volumes(), [session] { return session->volumesLoaded(); }), parent),
      m_actions(new VolumeActions(session, notice(), this)),
      m_dropHint(new DropHint(tr("Drop an archive here to put its files into a volume"), this))
{
    table()->setUpColumns({{VolumeModel::NameColumn, 200},
                           {VolumeModel::UsedByColumn, 150},
                           {VolumeModel::SizeColumn, 90},
                           {VolumeModel::CreatedColumn, 110},
                           {VolumeModel::DriverColumn, 80}},
                          VolumeModel::NameColumn);
    follow(m_actions);
    setAcceptDrops(true);
    for (const A::Verb verb : {A::Create, A::Import, A::Export, A::Clone, A::Remove, A::Prune})
        toolBar()->addAction(m_actions->action(verb));
    setRowMenu({m_actions->action(A::Export), m_actions->action(A::Import), m_actions->action(A::Clone),
                nullptr, m_actions->action(A::CopyName), nullptr, m_actions->action(A::Remove)});
    setHoverActions(m_actions, [session](const QString &) {
        return session->hasFeature(QStringLiteral("volume-archive"))
                   ? QList<int>{A::Export, A::Clone, A::Remove}
                   : QList<int>{A::Remove};
    });
    emptyPlaceholder()->setText(
        tr("No volumes"), tr("A volume keeps files when its container goes. Make one here, or add one under "
                             "Files when you run a container."));
    emptyPlaceholder()->addButton(tr("New volume…"), Symbol::Add, [this] { m_actions->run(A::Create, {}); });
    connect(session, &EngineSession::volumesListed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    session->wantVolumes();
}

void VolumesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty() || !m_actions->action(A::Import)->isVisible())
        return;
    event->acceptProposedAction();
    m_dropHint->setDragging(true);
}

void VolumesPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->setDragging(false);
}

void VolumesPage::dropEvent(QDropEvent *event)
{
    m_dropHint->setDragging(false);
    m_actions->importFile(localFiles(event->mimeData()).value(0), {});
    event->acceptProposedAction();
}

} // namespace quayside::ui
