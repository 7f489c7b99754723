#include "ui/containers/containeractions.h"

#include "models/common/text.h"
#include "models/containers/containeroptions.h"
#include "models/containers/runline.h"
#include "ui/common/namedialog.h"
#include "ui/common/notice.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QMessageBox>
#include <QUrl>

#include <memory>

namespace quayside::ui
{

using models::ContainerRow;
using models::ContainerState;

ContainerActions::ContainerActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar,
                                   QWidget *window)
    : RowActions(session, session->containers(), notice, undoBar, window)
{
    makeActions(
        {{Symbol::Play, tr("&Start"), tr("Start, or go on after a pause"), QKeySequence(tr("Ctrl+Return"))},
         {Symbol::Down, tr("Run step by step…"), tr("Start it, held before each step of its launch"),
          QKeySequence(tr("Ctrl+Shift+Return"))},
         {Symbol::Stop, tr("S&top"),
          tr("Ask the program to end; after ten seconds it is killed. One that was made to be removed when "
             "it "
             "ends asks first"),
          QKeySequence(tr("Ctrl+."))},
         {Symbol::Restart, tr("R&estart"), tr("Stop and start again"), QKeySequence(tr("Ctrl+Shift+R"))},
         {Symbol::Pause, tr("&Pause"), tr("Freeze all of its processes"), QKeySequence(tr("Ctrl+Shift+P"))},
         {Symbol::Kill, tr("&Kill"), tr("End it at once, without a chance to finish"),
          QKeySequence(tr("Ctrl+Shift+K"))},
         {Symbol::Remove, tr("Re&move"), tr("Remove the container and what it has written"),
          QKeySequence(Qt::Key_Delete)},
         {Symbol::Rename, tr("Re&name…"), tr("Give it another name"), QKeySequence(Qt::Key_F2)},
         {Symbol::Logs, tr("Show &log"), tr("Show what it writes"), QKeySequence(tr("Ctrl+L"))},
         {Symbol::Terminal, tr("&Open terminal"), tr("Open a shell in it"), QKeySequence(tr("Ctrl+T"))},
         {Symbol::Open, tr("Open in &browser"), tr("Open its published port in the browser"),
          QKeySequence(tr("Ctrl+B"))},
         {Symbol::Copy, tr("&Copy id"), tr("Copy its id"), QKeySequence(tr("Ctrl+Shift+C"))},
         {Symbol::Copy, tr("Copy as docker r&un"), tr("Copy the command that makes a container like it")},
         {Symbol::Copy, tr("Copy &as Compose"), tr("Copy a compose.yaml that makes containers like these")}},
        {Restart, Pause, Kill, ShowLogs, OpenTerminal, OpenPort});
    for (auto signal : {&models::EngineSession::engineKnown, &models::EngineSession::engineSwitched})
        connect(session, signal, this, [this] { refresh(); });
}

bool ContainerActions::applies(Verb verb, const ContainerRow &row) const
{
    switch (verb) {
    case Start:
        return !row.isRunning() || row.state == ContainerState::Paused;
    case StepByStep:
        return !row.isRunning() && row.owner.isEmpty() &&
               session()->hasFeature(QStringLiteral("launch-steps"));
    case Remove:
    case Rename:
        return row.owner.isEmpty();
    case Stop:
    case Kill:
        return row.isRunning();
    case Restart:
        return row.state != ContainerState::Removing && row.state != ContainerState::Paused;
    case Pause:
    case OpenTerminal:
        return row.state == ContainerState::Running;
    case OpenPort:
        return row.isRunning() && std::ranges::any_of(row.ports, [](const models::PublishedPort &port) {
                   return !portUrl(port).isEmpty();
               });
    default:
        return true;
    }
}

QList<ContainerRow> ContainerActions::rowsFor(Verb verb, const QList<ContainerRow> &rows) const
{
    QList<ContainerRow> fitting;
    std::ranges::copy_if(rows, std::back_inserter(fitting), [this, verb](const ContainerRow &row) {
        return applies(verb, row) && !m_busy.contains(row.id);
    });
    return fitting;
}

void ContainerActions::refresh()
{
    const QList<ContainerRow> rows = rowsOf(session()->containers(), selection());
    for (int verb = 0; verb < VerbCount; ++verb) {
        const bool any = std::ranges::any_of(rows, [this, verb](const ContainerRow &row) {
            return applies(Verb(verb), row) && !m_busy.contains(row.id);
        });
        const bool oneOnly = verb == Rename || verb == ShowLogs || verb == OpenTerminal || verb == OpenPort ||
                             verb == CopyRunLine || verb == StepByStep;
        action(verb)->setEnabled(any && (!oneOnly || rows.size() == 1));
    }
    // Whoever was handed it over runs it and looks into it; what it is stays its owner's (ADR 32).
    const auto handed =
        std::ranges::find_if(rows, [](const ContainerRow &row) { return !row.owner.isEmpty(); });
    for (const Verb verb : {StepByStep, Remove, Rename})
        setReason(verb, action(verb)->isEnabled() || handed == rows.end() ? QString() : ownersOnly(*handed));
    action(StepByStep)->setVisible(session()->hasFeature(QStringLiteral("launch-steps")));
    const bool allPaused = !rows.isEmpty() && std::ranges::all_of(rows, [](const ContainerRow &row) {
        return row.state == ContainerState::Paused;
    });
    action(Start)->setText(allPaused ? tr("Re&sume") : tr("&Start"));
}

void ContainerActions::run(int verb, const QStringList &ids)
{
    const QList<ContainerRow> rows = rowsFor(Verb(verb), rowsOf(session()->containers(), ids));
    if (rows.isEmpty())
        return;
    switch (verb) {
    case Remove:
        remove(rows);
        break;
    case Rename:
        rename(rows.first());
        break;
    case ShowLogs:
        emit logsWanted(rows.first().id);
        break;
    case OpenTerminal:
        emit terminalWanted(rows.first().id);
        break;
    case StepByStep:
        emit stepByStepWanted(rows.first().id);
        break;
    case OpenPort:
        openPort(rows.first());
        break;
    case CopyRunLine:
        copyAs(CopyRunLine, {rows.first()});
        break;
    case CopyCompose:
        copyAs(CopyCompose, rows);
        break;
    case CopyId: {
        QStringList copied;
        for (const ContainerRow &row : rows)
            copied.append(row.id);
        QApplication::clipboard()->setText(copied.join(u'\n'));
        break;
    }
    case Stop:
    case Kill:
        end(Verb(verb), rows);
        break;
    default: {
        const SharedBatch batch = makeBatch(Verb(verb), rows.size());
        for (const ContainerRow &row : rows)
            ask(batch, row);
    }
    }
}

// One that was made to go when it ends (--rm) would be removed by it, with what it has written: that is asked
// first. The list does not say which ones these are.
void ContainerActions::end(Verb verb, const QList<ContainerRow> &rows)
{
    struct Asked {
        qsizetype open = 0;
        QList<ContainerRow> going;
    };
    auto asked = std::make_shared<Asked>(Asked{rows.size(), {}});
    const SharedBatch batch = makeBatch(verb, rows.size());
    for (const ContainerRow &row : rows) {
        session()->client()->inspectContainer(
            row.id.toStdString(), this,
            [this, verb, row, asked, batch](const Result<api::ContainerInspect> &container) {
                if (container && container->hostConfig.autoRemove) {
                    asked->going.append(row);
                    --batch->all; // asked about on its own
                    finishOne(batch);
                } else {
                    ask(batch, row);
                }
                if (--asked->open == 0 && !asked->going.isEmpty())
                    confirmEnd(verb, asked->going);
            });
    }
}

void ContainerActions::confirmEnd(Verb verb, const QList<ContainerRow> &rows)
{
    const bool one = rows.size() == 1;
    confirm(one ? tr("Stop and remove %1?").arg(rows.first().name)
                : tr("Stop and remove %n container(s)?", nullptr, int(rows.size())),
            one ? tr("%1 was made to be removed as soon as it ends.").arg(rows.first().name)
                : tr("These were made to be removed as soon as they end."),
            whatIsLost(rows), tr("End and remove"), [this, verb, rows] {
                const SharedBatch batch = makeBatch(verb, rows.size());
                for (const ContainerRow &row : rows)
                    ask(batch, row);
            });
}

// ---- asking the engine

ContainerActions::SharedBatch ContainerActions::makeBatch(Verb verb, qsizetype size)
{
    return std::make_shared<Batch>(Batch{.verb = verb, .all = size, .open = size});
}

void ContainerActions::ask(const SharedBatch &batch, const ContainerRow &row)
{
    static const QHash<int, const char *> texts = {{Start, QT_TR_NOOP("starting…")},
                                                   {Stop, QT_TR_NOOP("stopping…")},
                                                   {Restart, QT_TR_NOOP("restarting…")},
                                                   {Pause, QT_TR_NOOP("pausing…")},
                                                   {Kill, QT_TR_NOOP("killing…")}};
    m_busy.insert(row.id, tr(texts.value(batch->verb)));
    refresh();
    emit busyChanged();
    askEngine(batch->verb, row, [this, batch, id = row.id, name = row.name](const Result<> &done) {
        m_busy.remove(id);
        refresh();
        emit busyChanged();
        settle(batch, name, done);
    });
}

void ContainerActions::settle(const SharedBatch &batch, const QString &name, const Result<> &done)
{
    if (!done) {
        batch->onlyName = name;
        batch->onlyWhy = QString::fromStdString(done.error().message);
        batch->failed.append(tr("%1: %2", "container, why").arg(name, batch->onlyWhy));
    }
    finishOne(batch);
}

void ContainerActions::finishOne(const SharedBatch &batch)
{
    if (--batch->open > 0)
        return;
    if (batch->all > 1)
        reportMany(*batch);
    else if (!batch->failed.isEmpty())
        report(*batch);
}

void ContainerActions::askEngine(Verb verb, const ContainerRow &row, const client::Done<void> &done)
{
    client::EngineClient *client = session()->client();
    const std::string id = row.id.toStdString();
    switch (verb) {
    case Start:
        if (row.state == ContainerState::Paused)
            client->unpauseContainer(id, this, done);
        else
            client->startContainer(id, this, done);
        break;
    case Stop:
        client->stopContainer(id, {}, this, done);
        break;
    case Restart:
        client->restartContainer(id, {}, this, done);
        break;
    case Pause:
        client->pauseContainer(id, this, done);
        break;
    default:
        client->killContainer(id, "KILL", this, done);
    }
}

void ContainerActions::report(const Batch &batch)
{
    static const QHash<int, const char *> texts = {{Start, QT_TR_NOOP("%1 cannot be started: %2")},
                                                   {Stop, QT_TR_NOOP("%1 cannot be stopped: %2")},
                                                   {Restart, QT_TR_NOOP("%1 cannot be restarted: %2")},
                                                   {Pause, QT_TR_NOOP("%1 cannot be paused: %2")},
                                                   {Kill, QT_TR_NOOP("%1 cannot be killed: %2")}};
    reportFailure(tr(texts.value(batch.verb)).arg(batch.onlyName, batch.onlyWhy));
}

void ContainerActions::reportMany(const Batch &batch)
{
    static const QHash<int, std::pair<const char *, const char *>> texts = {
        {Start, {QT_TR_NOOP("%1 of %2 are started."), QT_TR_NOOP("%1 of %2 cannot be started: %3")}},
        {Stop, {QT_TR_NOOP("%1 of %2 are stopped."), QT_TR_NOOP("%1 of %2 cannot be stopped: %3")}},
        {Restart, {QT_TR_NOOP("%1 of %2 are restarted."), QT_TR_NOOP("%1 of %2 cannot be restarted: %3")}},
        {Pause, {QT_TR_NOOP("%1 of %2 are paused."), QT_TR_NOOP("%1 of %2 cannot be paused: %3")}},
        {Kill, {QT_TR_NOOP("%1 of %2 are killed."), QT_TR_NOOP("%1 of %2 cannot be killed: %3")}}};
    const auto &[done, failed] = texts[batch.verb];
    if (batch.failed.isEmpty())
        notice()->show(Notice::Kind::Info, tr(done).arg(batch.all).arg(batch.all));
    else
        reportFailure(
            tr(failed).arg(batch.failed.size()).arg(batch.all).arg(batch.failed.join(QStringLiteral("; "))));
}

// ---- removing

// What runs, and files that nobody would find again, are asked about: one question for all of them.
void ContainerActions::remove(QList<ContainerRow> rows)
{
    std::ranges::stable_partition(rows, &ContainerRow::isRunning);
    if (std::ranges::any_of(rows, [](const ContainerRow &row) {
            return row.isRunning() || !row.anonymousVolumes().isEmpty();
        })) {
        confirmRemoval(rows);
        return;
    }
    QSet<QString> ids;
    for (const ContainerRow &row : rows)
        ids.insert(row.id);
    removeWithUndo(rows.size() == 1 ? tr("%1 is being removed.").arg(rows.first().name)
                                    : tr("%n container(s) are being removed.", nullptr, int(rows.size())),
                   ids, [this, rows] {
                       for (const ContainerRow &row : rows)
                           removeNow(row, false, false);
                   });
}

// "web: /var/lib/data (4f53…)", a line for each volume that no one named.
QString ContainerActions::anonymousVolumeLines(const QList<ContainerRow> &rows)
{
    QStringList lines;
    for (const ContainerRow &row : rows) {
        for (const models::MountedVolume &volume : row.anonymousVolumes())
            lines.append(tr("%1: %2 (volume %3)", "container, folder in it, volume")
                             .arg(row.name, volume.destination, models::Text::shortId(volume.name)));
    }
    return firstLines(lines);
}

QString ContainerActions::whatIsLost(const QList<ContainerRow> &rows)
{
    if (rows.size() == 1)
        return tr("What it wrote inside the container is lost for good: files outside of volumes and mounted "
                  "folders, and its log.");
    QStringList names;
    for (const ContainerRow &row : rows)
        names.append(row.isRunning() ? tr("%1 (%2)", "name, state").arg(row.name, stateText(row)) : row.name);
    return firstLines(names) + QStringLiteral("\n\n") +
           tr("What they wrote inside is lost for good: files outside of volumes and mounted folders, and "
              "their "
              "logs.");
}

void ContainerActions::confirmRemoval(const QList<ContainerRow> &rows)
{
    const bool running = rows.first().isRunning(), one = rows.size() == 1;
    const QString volumeLines = anonymousVolumeLines(rows);
    QString lost = whatIsLost(rows);
    if (!volumeLines.isEmpty())
        lost += QStringLiteral("\n\n") + tr("Volumes without a name stay unless you tick the box:") + u'\n' +
                volumeLines;
    const QString sentence =
        !running ? (one ? tr("%1 keeps files in volumes that have no name.").arg(rows.first().name)
                        : tr("Some of these keep files in volumes that have no name."))
        : one    ? tr("%1 is running. Removing it ends its program.").arg(rows.first().name)
                 : tr("Some of these are running. Removing them ends their programs.");
    auto *withVolumes = volumeLines.isEmpty()
                            ? nullptr
                            : new QCheckBox(tr("Remove these &volumes and the files in them, too"));
    const auto removeAll = [this, rows, withVolumes] {
        for (const ContainerRow &row : rows)
            removeNow(row, row.isRunning(), withVolumes != nullptr && withVolumes->isChecked());
    };
    confirm(one ? tr("Remove %1?").arg(rows.first().name)
                : tr("Remove %n container(s)?", nullptr, int(rows.size())),
            sentence, lost, running ? tr("End and remove") : tr("Remove it for good"), removeAll,
            withVolumes);
}

void ContainerActions::removeNow(const ContainerRow &row, bool force, bool volumes)
{
    session()->client()->removeContainer(row.id.toStdString(), {.force = force, .volumes = volumes}, this,
                                         removalOf(row.id, row.name));
}

// ---- the rest

void ContainerActions::rename(const ContainerRow &row)
{
    const auto ask = [this, id = row.id.toStdString()](const QString &name, const client::Done<void> &done) {
        session()->client()->renameContainer(id, name.toStdString(), this, done);
    };
    auto *dialog = new NameDialog(tr("Rename %1").arg(row.name), tr("&New name"), row.name, tr("&Rename"),
                                  ask, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ContainerActions::openPort(const ContainerRow &row)
{
    for (const models::PublishedPort &port : row.ports) {
        if (const QString url = portUrl(port); !url.isEmpty()) {
            QDesktopServices::openUrl(QUrl(url));
            return;
        }
    }
}

void ContainerActions::copyAs(Verb verb, const QList<ContainerRow> &rows)
{
    QStringList ids;
    for (const ContainerRow &row : rows)
        ids.append(row.id);
    models::fetchOptions(
        session()->client(), ids, this, [this, verb](const Result<QList<models::ComposeService>> &found) {
            if (!found) {
                notice()->show(Notice::Kind::Error, QString::fromStdString(found.error().message));
                return;
            }
            const bool compose = verb == CopyCompose;
            QApplication::clipboard()->setText(compose ? models::composeText(*found)
                                                       : toRunLine(found->first().options));
            notice()->show(Notice::Kind::Info,
                           compose ? tr("A compose.yaml of %n container(s) is in the clipboard.", nullptr,
                                        int(found->size()))
                                   : tr("The docker run line is in the clipboard."));
        });
}

} // namespace quayside::ui
