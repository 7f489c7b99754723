// What can be done with networks.
#pragma once

#include "models/system/enginesession.h"

#include <QAction>
#include <QObject>
#include <QStringList>

#include <array>

namespace quayside::ui
{

class Notice;
class UndoBar;

class NetworkActions : public QObject
{
    Q_OBJECT

public:
    enum Verb { Create, Connect, Disconnect, Remove, Prune, CopyId, VerbCount };

    // All must outlive it.
    NetworkActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }
    void setSelection(const QStringList &ids);
    [[nodiscard]] const QSet<QString> &pendingRemoval() const { return m_pendingRemoval; }
    void run(Verb verb, const QStringList &ids);

signals:
    void pendingRemovalChanged();
    void networkCreated(const QString &id);

private:
    void makeActions();
    void refresh();
    void onRowsRemoved();
    [[nodiscard]] QList<models::NetworkRow> rowsOf(const QStringList &ids) const;
    void create();
    void connectContainer(const models::NetworkRow &network);
    void disconnectContainer(const models::NetworkRow &network);
    void prune();
    void remove(const QList<models::NetworkRow> &rows);
    void confirmUsed(const QList<models::NetworkRow> &rows);
    void removeWithUndo(const QList<models::NetworkRow> &rows);
    void removeNow(const QString &id, const QString &name);

    models::EngineSession *m_session;
    Notice *m_notice;
    UndoBar *m_undoBar;
    QWidget *m_window;
    std::array<QAction *, VerbCount> m_actions{};
    QStringList m_selection;
    QSet<QString> m_pendingRemoval;
};

} // namespace quayside::ui
