#include "ui/containers/containeractions.h"

#include "models/common/text.h"
#include "models/containers/recreate.h"
#include "models/containers/runline.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace quayside::ui
{

using models::ContainerRow;
using models::ContainerState;

ContainerActions::ContainerActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar,
                                   QWidget *window)
    : QObject(window), m_session(session), m_notice(notice), m_undoBar(undoBar), m_window(window)
{
    makeActions();
    connect(session->containers(), &QAbstractItemModel::dataChanged, this, &ContainerActions::refresh);
    connect(session->containers(), &QAbstractItemModel::rowsRemoved, this, &ContainerActions::onRowsRemoved,
            Qt::QueuedConnection); // the filter model must know first that the rows are gone
    for (const Verb verb : {Restart, Pause, Kill, ShowLogs, OpenTerminal, OpenPort})
        m_actions[verb]->setPriority(QAction::LowPriority); // a symbol is enough in the tool bar
    refresh();
}

void ContainerActions::makeActions()
{
    struct Described {
        Symbol symbol;
        QString text, toolTip;
        QKeySequence keys;
    };
    const std::array<Described, VerbCount> all = {{
        {Symbol::Play, tr("&Start"), tr("Start, or go on after a pause"), QKeySequence(tr("Ctrl+Return"))},
        {Symbol::Stop, tr("S&top"), tr("Ask the program to end; after ten seconds it is killed"),
         QKeySequence(tr("Ctrl+."))},
        {Symbol::Restart, tr("R&estart"), tr("Stop and start again"), QKeySequence(tr("Ctrl+Shift+R"))},
        {Symbol::Pause, tr("&Pause"), tr("Freeze all of its processes"), QKeySequence(tr("Ctrl+Shift+P"))},
        {Symbol::Kill, tr("&Kill"), tr("End it at once, without a chance to finish"),
         QKeySequence(tr("Ctrl+Shift+K"))},
        {Symbol::Remove, tr("Re&move"), tr("Remove the container and what it has written"),
         QKeySequence(Qt::Key_Delete)},
        {Symbol::Rename, tr("Re&name…"), tr("Give it another name"), QKeySequence(Qt::Key_F2)},
        {Symbol::Logs, tr("Show &log"), tr("Show what it writes"), QKeySequence(tr("Ctrl+L"))},
        {Symbol::Terminal, tr("Open term&inal"), tr("Open a shell in it"), QKeySequence(tr("Ctrl+T"))},
        {Symbol::Open, tr("Open in &browser"), tr("Open its published port in the browser"),
         QKeySequence(tr("Ctrl+B"))},
        {Symbol::Copy, tr("Copy i&d"), tr("Copy its id"), QKeySequence(tr("Ctrl+Shift+C"))},
        {Symbol::Copy, tr("Copy as docker r&un"), tr("Copy the command that makes a container like it"), {}},
    }};
    for (int verb = 0; verb < VerbCount; ++verb) {
        const Described &described = all[std::size_t(verb)];
        auto *action = new QAction(icon(described.symbol), described.text, this);
        action->setShortcut(described.keys);
        action->setToolTip(described.keys.isEmpty()
                               ? described.toolTip
                               : QStringLiteral("%1 (%2)").arg(
                                     described.toolTip, described.keys.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, verb] { run(Verb(verb), m_selection); });
        m_actions[std::size_t(verb)] = action;
    }
}

// What has really gone is no longer pending: it would be counted twice.
void ContainerActions::onRowsRemoved()
{
    const qsizetype before = m_pendingRemoval.size();
    m_pendingRemoval.removeIf(
        [this](const QString &id) { return m_session->containers()->find(id) == nullptr; });
    refresh();
    if (m_pendingRemoval.size() != before)
        emit pendingRemovalChanged();
}

void ContainerActions::setSelection(const QStringList &ids)
{
    m_selection = ids;
    refresh();
}

bool ContainerActions::applies(Verb verb, const ContainerRow &row) const
{
    switch (verb) {
    case Start:
        return !row.isRunning() || row.state == ContainerState::Paused;
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

QList<ContainerRow> ContainerActions::rowsFor(Verb verb, const QStringList &ids) const
{
    QList<ContainerRow> rows;
    for (const QString &id : ids) {
        const ContainerRow *row = m_session->containers()->find(id);
        if (row != nullptr && applies(verb, *row) && !m_busy.contains(id))
            rows.append(*row);
    }
    return rows;
}

void ContainerActions::refresh()
{
    for (int verb = 0; verb < VerbCount; ++verb) {
        const qsizetype count = rowsFor(Verb(verb), m_selection).size();
        const bool oneOnly = verb == Rename || verb == ShowLogs || verb == OpenTerminal || verb == OpenPort ||
                             verb == CopyRunLine;
        m_actions[std::size_t(verb)]->setEnabled(oneOnly ? count == 1 && m_selection.size() == 1 : count > 0);
    }
    bool allPaused = !m_selection.isEmpty();
    for (const QString &id : m_selection) {
        const ContainerRow *row = m_session->containers()->find(id);
        allPaused = allPaused && row != nullptr && row->state == ContainerState::Paused;
    }
    m_actions[Start]->setText(allPaused ? tr("Re&sume") : tr("&Start"));
}

void ContainerActions::run(Verb verb, const QStringList &ids)
{
    const QList<ContainerRow> rows = rowsFor(verb, ids);
    if (rows.isEmpty())
        return;
    switch (verb) {
    case Remove:
        remove(ids);
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
    case OpenPort:
        openPort(rows.first());
        break;
    case CopyRunLine:
        copyRunLine(rows.first());
        break;
    case CopyId: {
        QStringList copied;
        for (const ContainerRow &row : rows)
            copied.append(row.id);
        QApplication::clipboard()->setText(copied.join(u'\n'));
        break;
    }
    default:
        for (const ContainerRow &row : rows)
            ask(verb, row);
    }
}

// ---- asking the engine

void ContainerActions::ask(Verb verb, const ContainerRow &row)
{
    static const QHash<int, const char *> texts = {{Start, QT_TR_NOOP("starting…")},
                                                   {Stop, QT_TR_NOOP("stopping…")},
                                                   {Restart, QT_TR_NOOP("restarting…")},
                                                   {Pause, QT_TR_NOOP("pausing…")},
                                                   {Kill, QT_TR_NOOP("killing…")}};
    m_busy.insert(row.id, tr(texts.value(verb)));
    refresh();
    emit busyChanged();
    askEngine(verb, row, [this, verb, id = row.id, name = row.name](const Result<> &done) {
        m_busy.remove(id);
        refresh();
        emit busyChanged();
        if (!done)
            report(verb, name, done.error());
    });
}

void ContainerActions::askEngine(Verb verb, const ContainerRow &row, const client::Done<void> &done)
{
    client::EngineClient *client = m_session->client();
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

void ContainerActions::report(Verb verb, const QString &name, const Error &error)
{
    static const QHash<int, const char *> texts = {
        {Start, QT_TR_NOOP("%1 cannot be started: %2")},     {Stop, QT_TR_NOOP("%1 cannot be stopped: %2")},
        {Restart, QT_TR_NOOP("%1 cannot be restarted: %2")}, {Pause, QT_TR_NOOP("%1 cannot be paused: %2")},
        {Kill, QT_TR_NOOP("%1 cannot be killed: %2")},       {Remove, QT_TR_NOOP("%1 cannot be removed: %2")},
        {Rename, QT_TR_NOOP("%1 cannot be renamed: %2")}};
    m_notice->show(Notice::Kind::Error,
                   tr(texts.value(verb)).arg(name, QString::fromStdString(error.message)));
}

// ---- removing

void ContainerActions::remove(const QStringList &ids)
{
    QList<ContainerRow> rows = rowsFor(Remove, ids);
    if (rows.isEmpty())
        return;
    // What runs, and files that nobody would find again, are asked about: one question for all of them.
    std::ranges::stable_partition(rows, &ContainerRow::isRunning);
    if (std::ranges::any_of(rows, [](const ContainerRow &row) {
            return row.isRunning() || !row.anonymousVolumes().isEmpty();
        }))
        confirmRemoval(rows);
    else
        removeWithUndo(rows);
}

// "web: /var/lib/data (4f53…)", a line for each volume that no one named.
QString ContainerActions::anonymousVolumeLines(const QList<ContainerRow> &rows)
{
    constexpr qsizetype most = 12;
    QStringList lines;
    for (const ContainerRow &row : rows) {
        for (const models::MountedVolume &volume : row.anonymousVolumes())
            lines.append(tr("%1: %2 (volume %3)", "container, folder in it, volume")
                             .arg(row.name, volume.destination, models::Text::shortId(volume.name)));
    }
    const qsizetype more = lines.size() - most;
    if (more > 0)
        lines = lines.first(most) << tr("and %n more", nullptr, int(more));
    return lines.join(u'\n');
}

void ContainerActions::confirmRemoval(const QList<ContainerRow> &rows)
{
    const bool running = rows.first().isRunning();
    QStringList names;
    for (const ContainerRow &row : rows.first(std::min(rows.size(), qsizetype(10))))
        names.append(row.isRunning() ? tr("%1 (%2)", "name, state").arg(row.name, stateText(row)) : row.name);
    if (rows.size() > names.size())
        names.append(tr("and %n more", nullptr, int(rows.size() - names.size())));
    auto *box = new QMessageBox(
        QMessageBox::Warning,
        rows.size() == 1 ? tr("Remove %1?").arg(rows.first().name)
                         : tr("Remove %n container(s)?", nullptr, int(rows.size())),
        !running && rows.size() == 1
            ? tr("%1 keeps files in volumes that have no name.").arg(rows.first().name)
        : !running         ? tr("Some of these keep files in volumes that have no name.")
        : rows.size() == 1 ? tr("%1 is running. Removing it ends its program.").arg(rows.first().name)
                           : tr("Some of these are running. Removing them ends their programs."),
        QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QString lost = tr(
        "What it wrote inside the container is lost for good: files outside of volumes and mounted folders, "
        "and its log.");
    if (rows.size() > 1)
        lost = names.join(u'\n') + QStringLiteral("\n\n") +
               tr("What they wrote inside is lost for good: files outside of volumes and mounted folders, "
                  "and their logs.");
    QCheckBox *volumes = nullptr;
    if (const QString lines = anonymousVolumeLines(rows); !lines.isEmpty()) {
        lost += QStringLiteral("\n\n") + tr("Volumes without a name stay unless you tick the box:") + u'\n' +
                lines;
        volumes = new QCheckBox(tr("Remove these &volumes and the files in them, too"), box);
        box->setCheckBox(volumes);
    }
    box->setInformativeText(lost);
    QPushButton *removeButton = box->addButton(running ? tr("End and remove") : tr("Remove it for good"),
                                               QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(removeButton, &QPushButton::clicked, this, [this, rows, volumes] {
        for (const ContainerRow &row : rows)
            removeNow(row, row.isRunning(), volumes != nullptr && volumes->isChecked());
    });
    box->open();
}

// The rows go from the list at once; the engine is asked when nobody has taken it back.
void ContainerActions::removeWithUndo(const QList<ContainerRow> &rows)
{
    QSet<QString> ids;
    for (const ContainerRow &row : rows)
        ids.insert(row.id);
    const QString sentence = rows.size() == 1
                                 ? tr("%1 is being removed.").arg(rows.first().name)
                                 : tr("%n container(s) are being removed.", nullptr, int(rows.size()));
    m_undoBar->offer(
        sentence,
        [this, ids] {
            m_pendingRemoval.subtract(ids);
            emit pendingRemovalChanged();
        },
        [this, rows] {
            for (const ContainerRow &row : rows)
                removeNow(row, false, false);
        });
    m_pendingRemoval.unite(ids);
    emit pendingRemovalChanged();
}

void ContainerActions::removeNow(const ContainerRow &row, bool force, bool volumes)
{
    m_session->client()->removeContainer(row.id.toStdString(), {.force = force, .volumes = volumes}, this,
                                         [this, id = row.id, name = row.name](const Result<> &done) {
                                             if (done || done.error().kind == ErrorKind::NotFound)
                                                 return; // the destroy event takes the row away
                                             m_pendingRemoval.remove(id);
                                             emit pendingRemovalChanged();
                                             report(Remove, name, done.error());
                                         });
}

// ---- the rest

void ContainerActions::rename(const ContainerRow &row)
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename %1").arg(row.name));
    dialog->setLabelText(tr("New name:"));
    dialog->setTextValue(row.name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, row](const QString &text) {
        const QString name = text.trimmed();
        if (name.isEmpty() || name == row.name)
            return;
        m_session->client()->renameContainer(row.id.toStdString(), name.toStdString(), this,
                                             [this, row](const Result<> &done) {
                                                 if (!done)
                                                     report(Rename, row.name, done.error());
                                             });
    });
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

void ContainerActions::copyRunLine(const ContainerRow &row)
{
    m_session->client()->inspectContainer(
        row.id.toStdString(), this, [this, row](const Result<api::ContainerInspect> &c) {
            if (!c) {
                m_notice->show(Notice::Kind::Error, QString::fromStdString(c.error().message));
                return;
            }
            m_session->client()->inspectImage(
                c->image, this, [this, container = *c](const Result<api::ImageInspect> &image) {
                    const api::ImageConfig config = image ? image->config : api::ImageConfig{};
                    QApplication::clipboard()->setText(toRunLine(models::optionsOf(container, config)));
                    m_notice->show(Notice::Kind::Info, tr("The docker run line is in the clipboard."));
                });
        });
}

} // namespace quayside::ui
