#include "ui/common/rowactions.h"

#include "models/common/tablemodel.h"
#include "ui/common/notice.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace quayside::ui
{

RowActions::RowActions(models::EngineSession *session, QAbstractItemModel *rows, Notice *notice,
                       UndoBar *undoBar, QWidget *window)
    : QObject(window), m_session(session), m_rows(rows), m_notice(notice), m_undoBar(undoBar),
      m_window(window)
{
    connect(rows, &QAbstractItemModel::dataChanged, this, [this] { refresh(); });
    connect(rows, &QAbstractItemModel::rowsInserted, this, [this] { refresh(); });
    connect(rows, &QAbstractItemModel::rowsRemoved, this, &RowActions::onRowsRemoved,
            Qt::QueuedConnection); // the filter model must know first that the rows are gone
}

void RowActions::makeActions(const QList<ActionText> &texts, std::initializer_list<int> small)
{
    for (const ActionText &described : texts) {
        const int verb = int(m_actions.size());
        auto *action = new QAction(icon(described.symbol), described.text, this);
        action->setShortcut(described.keys);
        action->setToolTip(described.keys.isEmpty()
                               ? described.toolTip
                               : QStringLiteral("%1 (%2)").arg(
                                     described.toolTip, described.keys.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, verb] { run(verb, m_selection); });
        m_actions.append(action);
        m_toolTips.append(action->toolTip());
    }
    for (const int verb : small)
        m_actions[verb]->setPriority(QAction::LowPriority);
    refresh();
}

void RowActions::setSelection(const QStringList &keys)
{
    m_selection = keys;
    refresh();
}

// What has really gone is no longer pending: it would be counted twice, and may come back under the same
// name.
void RowActions::onRowsRemoved()
{
    QSet<QString> there;
    for (int row = 0; row < m_rows->rowCount() && !m_pendingRemoval.isEmpty(); ++row)
        there.insert(m_rows->index(row, 0).data(models::TableKeyRole).toString());
    const qsizetype before = m_pendingRemoval.size();
    m_pendingRemoval.intersect(there);
    refresh();
    if (m_pendingRemoval.size() != before)
        emit pendingRemovalChanged();
}

void RowActions::setReason(int verb, const QString &reason)
{
    action(verb)->setToolTip(reason.isEmpty() ? m_toolTips.at(verb) : reason);
}

void RowActions::reportFailure(const QString &sentence)
{
    m_notice->show(Notice::Kind::Error, sentence);
}

void RowActions::watch(models::Operation *operation)
{
    connect(operation, &models::Operation::finished, this, [this, operation] {
        if (operation->state() == models::Operation::State::Failed)
            reportFailure(tr("%1 failed: %2").arg(operation->title(), operation->detail()));
        else if (operation->state() == models::Operation::State::Succeeded)
            m_notice->show(Notice::Kind::Info, operation->detail());
    });
    m_session->operations()->add(operation);
}

// ---- removing

void RowActions::removeWithUndo(const QString &sentence, const QSet<QString> &keys,
                                std::function<void()> remove)
{
    m_undoBar->offer(
        sentence,
        [this, keys] {
            m_pendingRemoval.subtract(keys);
            emit pendingRemovalChanged();
        },
        std::move(remove));
    m_pendingRemoval.unite(keys);
    emit pendingRemovalChanged();
}

client::Done<void> RowActions::removalOf(const QString &key, const QString &name)
{
    return [this, key, name](const Result<> &done) {
        if (done || done.error().kind == ErrorKind::NotFound)
            return; // the engine's event takes the row away
        if (m_pendingRemoval.remove(key))
            emit pendingRemovalChanged();
        reportFailure(tr("%1 cannot be removed: %2").arg(name, QString::fromStdString(done.error().message)));
    };
}

QMessageBox *RowActions::confirm(const QString &title, const QString &sentence, const QString &details,
                                 const QString &button, std::function<void()> act, QCheckBox *more)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, sentence, QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // names come from outside
    box->setInformativeText(details);
    if (more != nullptr)
        box->setCheckBox(more);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box->addButton(button, QMessageBox::DestructiveRole), &QPushButton::clicked, this,
            std::move(act));
    box->open();
    return box;
}

QString RowActions::firstLines(const QStringList &lines)
{
    constexpr qsizetype most = 12;
    const qsizetype more = lines.size() - most;
    if (more <= 0)
        return lines.join(u'\n');
    return lines.first(most).join(u'\n') + u'\n' + tr("and %n more", nullptr, int(more));
}

PruneDialog *RowActions::openPrune(const QString &title, const QString &sentence,
                                   const QList<PruneItem> &items,
                                   std::function<void(const QStringList &keys)> remove)
{
    auto *dialog = new PruneDialog(title, sentence, items, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [dialog, remove = std::move(remove)] { remove(dialog->chosenKeys()); });
    dialog->open();
    return dialog;
}

} // namespace quayside::ui
