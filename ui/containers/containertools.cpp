#include "ui/containers/containertools.h"

#include "models/common/text.h"
#include "models/containers/containeroperations.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/prunedialog.h"
#include "ui/containers/commitdialog.h"
#include "ui/containers/limitsdialog.h"

#include <QFileDialog>

namespace quayside::ui
{

using models::ContainerRow;

ContainerTools::ContainerTools(models::EngineSession *session, Notice *notice, QWidget *window)
    : QObject(window), m_session(session), m_notice(notice), m_window(window)
{
    makeActions();
    connect(session->containers(), &QAbstractItemModel::rowsRemoved, this, &ContainerTools::refresh);
    refresh();
}

void ContainerTools::makeActions()
{
    struct Described {
        Symbol symbol;
        QString text, toolTip;
    };
    const std::array<Described, VerbCount> all = {{
        {Symbol::Details, tr("Li&mits…"), tr("Change what it may use, while it runs")},
        {Symbol::Image, tr("Make an ima&ge of it…"), tr("Make an image of its files as they are now")},
        {Symbol::Save, tr("E&xport its files…"), tr("Write its files to an archive")},
        {Symbol::Ok, tr("Tid&y up…"), tr("Remove containers that do not run")},
    }};
    for (int verb = 0; verb < VerbCount; ++verb) {
        const Described &described = all[std::size_t(verb)];
        auto *action = new QAction(icon(described.symbol), described.text, this);
        action->setToolTip(described.toolTip);
        connect(action, &QAction::triggered, this, [this, verb] { run(Verb(verb)); });
        m_actions[std::size_t(verb)] = action;
    }
}

void ContainerTools::setSelection(const QStringList &ids)
{
    m_selection = ids;
    refresh();
}

void ContainerTools::refresh()
{
    const bool one = m_selection.size() == 1 && m_session->containers()->find(m_selection.first()) != nullptr;
    for (const Verb verb : {Limits, Commit, Export})
        m_actions[verb]->setEnabled(one);
}

void ContainerTools::run(Verb verb)
{
    if (verb == Prune) {
        prune();
        return;
    }
    const ContainerRow *row = m_session->containers()->find(m_selection.value(0));
    if (row == nullptr)
        return;
    if (verb == Limits)
        changeLimits(*row);
    else if (verb == Commit)
        askCommit(*row);
    else
        chooseAndExport(*row);
}

void ContainerTools::watch(models::Operation *operation)
{
    connect(operation, &models::Operation::finished, this, [this, operation] {
        if (operation->state() == models::Operation::State::Failed)
            m_notice->show(Notice::Kind::Error,
                           tr("%1 failed: %2").arg(operation->title(), operation->detail()));
        else if (operation->state() == models::Operation::State::Succeeded)
            m_notice->show(Notice::Kind::Info, operation->detail());
    });
    m_session->operations()->add(operation);
}

void ContainerTools::changeLimits(const ContainerRow &row)
{
    auto *dialog = new LimitsDialog(m_session->client(), row.id, row.name, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LimitsDialog::warned, this,
            [this](const QString &sentence) { m_notice->show(Notice::Kind::Warning, sentence); });
    dialog->open();
}

void ContainerTools::askCommit(const ContainerRow &row)
{
    auto *dialog = new CommitDialog(row.id, row.name, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name = row.name] {
        watch(new models::CommitOperation(m_session->client(), dialog->commit(), name));
    });
    dialog->open();
}

void ContainerTools::chooseAndExport(const ContainerRow &row)
{
    auto *dialog = new QFileDialog(m_window, tr("Export the files of %1").arg(row.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Archives (*.tar)")});
    dialog->setDefaultSuffix(QStringLiteral("tar"));
    dialog->selectFile(row.name + QStringLiteral(".tar"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = row.id](const QString &file) { exportTo(id, file); });
    dialog->open();
}

void ContainerTools::exportTo(const QString &id, const QString &fileName)
{
    if (const ContainerRow *row = m_session->containers()->find(id))
        watch(new models::ExportOperation(m_session->client(), id, row->name, fileName));
}

// What is ticked is removed one by one: exactly what was shown goes, whatever has ended since.
void ContainerTools::prune()
{
    QList<PruneItem> items;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const ContainerRow &row : m_session->containers()->rows()) {
        if (!row.isRunning() && row.state != models::ContainerState::Removing)
            items.append(
                {row.id, row.name, statusText(row, now), -1, row.state != models::ContainerState::Created});
    }
    auto *dialog =
        new PruneDialog(tr("Remove containers that do not run"),
                        tr("What they wrote inside is lost for good: files outside of volumes and mounted "
                           "folders, and their logs. Their volumes stay."),
                        items, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const QString &id : dialog->chosenKeys()) {
            const ContainerRow *row = m_session->containers()->find(id);
            m_session->client()->removeContainer(
                id.toStdString(), {}, this,
                [this, name = row == nullptr ? id : row->name](const Result<> &done) {
                    if (!done && done.error().kind != ErrorKind::NotFound)
                        m_notice->show(Notice::Kind::Error,
                                       tr("%1 cannot be removed: %2")
                                           .arg(name, QString::fromStdString(done.error().message)));
                });
        }
    });
    dialog->open();
    // How much each frees takes the engine a look at its files: the dialog does not wait for it.
    m_session->client()->listContainers({.all = true, .size = true}, dialog,
                                        [dialog](const Result<std::vector<api::ContainerSummary>> &list) {
                                            if (!list)
                                                return;
                                            for (const api::ContainerSummary &container : *list)
                                                dialog->setBytes(QString::fromStdString(container.id),
                                                                 container.sizeRw.value_or(-1));
                                        });
}

} // namespace quayside::ui
