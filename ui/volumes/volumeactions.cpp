#include "ui/volumes/volumeactions.h"

#include "models/common/text.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/prunedialog.h"
#include "ui/volumes/volumedialog.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QPushButton>

namespace quayside::ui
{

using models::VolumeRow;

VolumeActions::VolumeActions(models::EngineSession *session, Notice *notice, QWidget *window)
    : QObject(window), m_session(session), m_notice(notice), m_window(window)
{
    makeActions();
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(session->volumes(), signal, this, &VolumeActions::refresh);
    m_actions[Remove]->setPriority(QAction::LowPriority); // a symbol is enough in the tool bar
    refresh();
}

void VolumeActions::makeActions()
{
    struct Described {
        Symbol symbol;
        QString text, toolTip;
        QKeySequence keys;
    };
    const std::array<Described, VerbCount> all = {{
        {Symbol::Add, tr("&New volume…"), tr("Make a place for files that outlives containers"),
         QKeySequence(tr("Ctrl+Shift+N"))},
        {Symbol::Remove, tr("Re&move"), tr("Remove the volume and the files in it"),
         QKeySequence(Qt::Key_Delete)},
        {Symbol::Ok, tr("&Tidy up…"), tr("Remove volumes that no container uses"), {}},
        {Symbol::Copy, tr("Copy na&me"), tr("Copy its name"), QKeySequence(tr("Ctrl+Shift+C"))},
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

void VolumeActions::setSelection(const QStringList &names)
{
    m_selection = names;
    refresh();
}

void VolumeActions::refresh()
{
    const bool any = !rowsOf(m_selection).isEmpty();
    m_actions[Remove]->setEnabled(any);
    m_actions[CopyName]->setEnabled(any);
}

QList<VolumeRow> VolumeActions::rowsOf(const QStringList &names) const
{
    QList<VolumeRow> rows;
    for (const QString &name : names) {
        if (const VolumeRow *row = m_session->volumes()->find(name))
            rows.append(*row);
    }
    return rows;
}

void VolumeActions::run(Verb verb, const QStringList &names)
{
    if (verb == Create)
        create();
    else if (verb == Prune)
        prune();
    else if (verb == Remove)
        remove(rowsOf(names));
    else if (verb == CopyName)
        QApplication::clipboard()->setText(names.join(u'\n'));
}

void VolumeActions::create()
{
    auto *dialog = new VolumeDialog(m_session->client(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VolumeDialog::volumeCreated, this, &VolumeActions::volumeCreated);
    dialog->open();
}

// Volumes with a name were made on purpose: they are listed, and not ticked.
void VolumeActions::prune()
{
    QList<PruneItem> items;
    for (const VolumeRow &row : m_session->volumes()->rows()) {
        if (row.containers.isEmpty())
            items.append({row.name, row.shownName(),
                          row.anonymous ? tr("no name, no container") : tr("no container uses it"), row.size,
                          row.anonymous});
    }
    auto *dialog =
        new PruneDialog(tr("Remove unused volumes"),
                        tr("No container uses these volumes. The files in those that you tick are lost for "
                           "good."),
                        items, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const VolumeRow &row : rowsOf(dialog->chosenKeys()))
            removeNow(row);
    });
    dialog->open();
}

void VolumeActions::remove(const QList<VolumeRow> &rows)
{
    if (rows.isEmpty())
        return;
    QStringList lines;
    for (const VolumeRow &row : rows) {
        if (!row.containers.isEmpty()) { // the engine would refuse it
            m_notice->show(Notice::Kind::Warning,
                           tr("%1 is used by %2. Remove the container first.")
                               .arg(row.shownName(), row.containers.join(QStringLiteral(", "))));
            return;
        }
        const QString size = models::Text::size(row.size);
        lines.append(size.isEmpty() ? row.shownName()
                                    : tr("%1 (%2)", "volume, size").arg(row.shownName(), size));
    }
    auto *box = new QMessageBox(QMessageBox::Warning,
                                rows.size() == 1 ? tr("Remove %1?").arg(rows.first().shownName())
                                                 : tr("Remove %n volume(s)?", nullptr, int(rows.size())),
                                tr("The files in it are lost for good:"), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    constexpr qsizetype most = 12;
    const qsizetype more = lines.size() - most;
    if (more > 0)
        lines = lines.first(most) << tr("and %n more", nullptr, int(more));
    box->setInformativeText(lines.join(u'\n'));
    QPushButton *button = box->addButton(tr("Remove with its files"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(button, &QPushButton::clicked, this, [this, rows] {
        for (const VolumeRow &row : rows)
            removeNow(row);
    });
    box->open();
}

void VolumeActions::removeNow(const VolumeRow &row)
{
    m_session->client()->removeVolume(row.name.toStdString(), false, this, [this, row](const Result<> &done) {
        if (done || done.error().kind == ErrorKind::NotFound)
            return; // the destroy event takes the row away
        m_notice->show(Notice::Kind::Error,
                       tr("%1 cannot be removed: %2")
                           .arg(row.shownName(), QString::fromStdString(done.error().message)));
    });
}

} // namespace quayside::ui
