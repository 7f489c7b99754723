#include "ui/builds/buildspage.h"

#include "ui/builds/buildactions.h"
#include "ui/builds/builddelegates.h"
#include "ui/common/placeholder.h"

#include <QToolBar>

namespace quayside::ui
{

using models::BuildModel;
using models::EngineSession;
using A = BuildActions;

BuildsPage::BuildsPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Builds"), Symbol::Build, QStringLiteral("builds"),
                contentOf(session->builds()->model(), [session] { return session->builds()->isLoaded(); }),
                parent),
      m_session(session), m_actions(new BuildActions(session, notice(), undoBar(), this))
{
    table()->setItemDelegate(new BuildDelegate(table()));
    table()->setUpColumns({{BuildModel::NameColumn, 180},
                           {BuildModel::StateColumn, 110},
                           {BuildModel::StartedColumn, 110},
                           {BuildModel::TimeColumn, 80},
                           {BuildModel::StepsColumn, 120}},
                          BuildModel::StartedColumn);
    follow(m_actions);
    for (const A::Verb verb : {A::Build, A::Rebuild, A::Run, A::Cancel, A::Remove})
        toolBar()->addAction(m_actions->action(verb));
    setRowMenu({m_actions->action(A::Rebuild), m_actions->action(A::Run), m_actions->action(A::Cancel),
                m_actions->action(A::CopyId), nullptr, m_actions->action(A::Remove)});
    setHoverActions(m_actions, [session](const QString &id) {
        const models::BuildRow *row = session->builds()->model()->find(id);
        if (row == nullptr)
            return QList<int>();
        if (row->state == models::BuildState::Running)
            return QList<int>{A::Cancel};
        return row->state == models::BuildState::Done ? QList<int>{A::Run, A::Rebuild, A::Remove}
                                                      : QList<int>{A::Rebuild, A::Remove};
    });
    fillEmpty();
    connect(session, &EngineSession::engineKnown, this, &BuildsPage::fillEmpty);
    connect(session->builds(), &models::Builds::listed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    session->builds()->want();
}

void BuildsPage::fillEmpty()
{
    const bool can = m_session->hasFeature(QStringLiteral("builds"));
    emptyPlaceholder()->clearButtons();
    emptyPlaceholder()->setText(
        can ? tr("No builds yet") : tr("No builds here"),
        can ? tr("A Dockerfile says, step by step, how an image is made. Every build is kept here with its "
                 "steps: what each took, why it ran again, and what it wrote.")
            : tr("This engine keeps no records of its builds."));
    if (can)
        emptyPlaceholder()->addButton(tr("Build an image…"), Symbol::Build,
                                      [this] { m_actions->run(A::Build, {}); });
}

} // namespace quayside::ui
