#include "ui/volumes/volumespage.h"

#include "ui/common/placeholder.h"
#include "ui/volumes/volumeactions.h"

#include <QToolBar>

namespace quayside::ui
{

using models::EngineSession;
using models::VolumeModel;
using A = VolumeActions;

VolumesPage::VolumesPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Volumes"), Symbol::Volume, QStringLiteral("volumes"),
                contentOf(session->volumes(),
                          {{QStringLiteral("used"), {QStringLiteral("yes"), QStringLiteral("no")}},
                           {QStringLiteral("anonymous"), {QStringLiteral("yes"), QStringLiteral("no")}}},
                          [session] { return session->volumesLoaded(); }),
                parent),
      m_actions(new VolumeActions(session, notice(), this))
{
    table()->setUpColumns({{VolumeModel::NameColumn, 200},
                           {VolumeModel::UsedByColumn, 150},
                           {VolumeModel::SizeColumn, 90},
                           {VolumeModel::CreatedColumn, 110},
                           {VolumeModel::DriverColumn, 80}},
                          VolumeModel::NameColumn);
    follow(m_actions);
    for (const A::Verb verb : {A::Create, A::Remove, A::Prune})
        toolBar()->addAction(m_actions->action(verb));
    setRowMenu({m_actions->action(A::CopyName), nullptr, m_actions->action(A::Remove)});
    setHoverActions(m_actions, [](const QString &) { return QList<int>{A::Remove}; });
    emptyPlaceholder()->setText(
        tr("No volumes"), tr("A volume keeps files when its container goes. Make one here, or add one under "
                             "Files when you run a container."));
    emptyPlaceholder()->addButton(tr("New volume…"), Symbol::Add, [this] { m_actions->run(A::Create, {}); });
    connect(session, &EngineSession::volumesListed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    session->wantVolumes();
}

} // namespace quayside::ui
