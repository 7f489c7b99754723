#include "ui/builds/buildactions.h"

#include "models/builds/buildoperation.h"
#include "models/client/builds.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace quayside::ui
{

using models::BuildRow;
using models::BuildState;

BuildActions::BuildActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window)
    : RowActions(session, session->builds()->model(), notice, undoBar, window)
{
    makeActions(
        {{Symbol::Build, tr("&Build…"), tr("Make an image from a Dockerfile and its folder"),
          QKeySequence(tr("Ctrl+B"))},
         {Symbol::Restart, tr("Build a&gain…"), tr("Open the form as it was for this build"),
          QKeySequence(tr("Ctrl+Shift+R"))},
         {Symbol::Stop, tr("&Cancel"), tr("End this build; the steps that are done stay in the cache"),
          QKeySequence(tr("Ctrl+."))},
         {Symbol::Play, tr("&Run…"), tr("Run a container of the image that was built"),
          QKeySequence(tr("Ctrl+Return"))},
         {Symbol::Remove, tr("Re&move"), tr("Remove the record of this build; its image stays"),
          QKeySequence(Qt::Key_Delete)},
         {Symbol::Copy, tr("Copy &id"), tr("Copy its id"), QKeySequence(tr("Ctrl+Shift+C"))}},
        {Remove, Cancel});
    connect(session, &models::EngineSession::engineKnown, this, [this] { refresh(); });
    connect(session->operations(), &models::OperationModel::countsChanged, this, [this] { refresh(); });
}

models::Operation *BuildActions::operationOf(const QString &id) const
{
    for (int row = 0; row < session()->operations()->rowCount(); ++row) {
        auto *build = qobject_cast<models::BuildOperation *>(session()->operations()->at(row));
        if (build != nullptr && build->isRunning() && build->id() == id)
            return build;
    }
    return nullptr;
}

void BuildActions::refresh()
{
    const QList<BuildRow> rows = rowsOf(session()->builds()->model(), selection());
    const bool one = rows.size() == 1, can = session()->hasFeature(QStringLiteral("build-folder"));
    action(Build)->setVisible(can);
    action(Rebuild)->setVisible(can);
    action(Rebuild)->setEnabled(one && rows.first().state != BuildState::Running);
    action(Cancel)->setEnabled(
        std::ranges::any_of(rows, [this](const BuildRow &row) { return operationOf(row.id) != nullptr; }));
    action(Run)->setEnabled(one && rows.first().state == BuildState::Done);
    action(Remove)->setEnabled(!rows.isEmpty() && std::ranges::none_of(rows, [](const BuildRow &row) {
        return row.state == BuildState::Running;
    }));
    action(CopyId)->setEnabled(!rows.isEmpty());
}

void BuildActions::run(int verb, const QStringList &ids)
{
    const QList<BuildRow> rows = rowsOf(session()->builds()->model(), ids);
    if (verb == Build)
        emit buildWanted();
    else if (rows.isEmpty())
        return;
    else if (verb == Rebuild)
        emit rebuildWanted(rows.first().id);
    else if (verb == Run && rows.first().state == BuildState::Done)
        emit runWanted(rows.first().tags.isEmpty() ? rows.first().image : rows.first().tags.first());
    else if (verb == Remove)
        remove(rows);
    else if (verb == CopyId)
        QApplication::clipboard()->setText(ids.join(u'\n'));
    else if (verb == Cancel)
        for (const BuildRow &row : rows) {
            if (models::Operation *operation = operationOf(row.id))
                operation->cancel();
        }
}

// Of what a failed step left nothing else may be there: as with images, it can be taken back.
void BuildActions::remove(const QList<BuildRow> &rows)
{
    QSet<QString> ids;
    for (const BuildRow &row : rows) {
        if (row.state != BuildState::Running)
            ids.insert(row.id);
    }
    if (ids.isEmpty())
        return;
    removeWithUndo(rows.size() == 1 ? tr("The record of %1 is being removed.").arg(rows.first().shownName())
                                    : tr("%n record(s) are being removed.", nullptr, int(ids.size())),
                   ids, [this, rows] {
                       for (const BuildRow &row : rows)
                           client::removeBuild(*session()->client(), row.id.toStdString(), this,
                                               removalOf(row.id, row.shownName()));
                   });
}

} // namespace quayside::ui
