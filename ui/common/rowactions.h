// What the actions on the rows of a list have in common: how they are made, what is selected, rows that are
// on their way out, and where a failure is told.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/icons.h"
#include "ui/common/prunedialog.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <initializer_list>

class QCheckBox;
class QMessageBox;

namespace quayside::ui
{

class Notice;
class UndoBar;

struct ActionText {
    Symbol symbol;
    QString text, toolTip; // the keys are added to the tooltip
    QKeySequence keys = {};
};

class RowActions : public QObject
{
    Q_OBJECT

public:
    // All must outlive it; undoBar: nullptr where nothing here can be undone. Dialogs open on `window`.
    RowActions(models::EngineSession *session, QAbstractItemModel *rows, Notice *notice, UndoBar *undoBar,
               QWidget *window);

    // verb: of the derived class's enumeration.
    [[nodiscard]] QAction *action(int verb) const { return m_actions.at(verb); }
    void setSelection(const QStringList &keys);
    [[nodiscard]] const QStringList &selection() const { return m_selection; }
    // Rows that an Undo can still bring back, and those that the engine is taking away.
    [[nodiscard]] const QSet<QString> &pendingRemoval() const { return m_pendingRemoval; }
    // Does it to these rows, whatever is selected.
    virtual void run(int verb, const QStringList &keys) = 0;

signals:
    void pendingRemovalChanged();

protected:
    // In the order of the derived class's verbs; those in `small` show no more than their symbol in a tool
    // bar.
    void makeActions(const QList<ActionText> &texts, std::initializer_list<int> small = {});
    virtual void refresh() = 0; // enables what can be done with the selection

    template <typename Model>
    [[nodiscard]] static auto rowsOf(const Model *model, const QStringList &keys)
    {
        std::remove_cvref_t<decltype(model->rows())> rows;
        for (const QString &key : keys) {
            if (const auto *row = model->find(key))
                rows.append(*row);
        }
        return rows;
    }

    // The tooltip says why it cannot be done; "": what it does.
    void setReason(int verb, const QString &reason);
    void reportFailure(const QString &sentence);
    // Tells in the notice how it ends; listed behind the counter of the tool bar.
    void watch(models::Operation *operation);
    // The rows go at once; `remove` asks the engine when nobody has taken it back.
    void removeWithUndo(const QString &sentence, const QSet<QString> &keys, std::function<void()> remove);
    // For the engine's answer to a removal: a failure brings the row back and is told.
    client::Done<void> removalOf(const QString &key, const QString &name);
    // A question with one button that does it. `more`: stands below the details; the question owns it.
    QMessageBox *confirm(const QString &title, const QString &sentence, const QString &details,
                         const QString &button, std::function<void()> act, QCheckBox *more = nullptr);
    // A dozen of them, and how many more there are.
    [[nodiscard]] static QString firstLines(const QStringList &lines);
    PruneDialog *openPrune(const QString &title, const QString &sentence, const QList<PruneItem> &items,
                           std::function<void(const QStringList &keys)> remove);

    [[nodiscard]] models::EngineSession *session() const { return m_session; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] QWidget *window() const { return m_window; }

private:
    void onRowsRemoved();

    models::EngineSession *m_session;
    QAbstractItemModel *m_rows;
    Notice *m_notice;
    UndoBar *m_undoBar;
    QWidget *m_window;
    QList<QAction *> m_actions;
    QStringList m_toolTips; // what they do
    QStringList m_selection;
    QSet<QString> m_pendingRemoval;
};

} // namespace quayside::ui
