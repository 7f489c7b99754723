// What can be done with containers: the actions of menu, tool bar, keys and rows.
#pragma once

#include "models/containers/containerrow.h"
#include "models/system/enginesession.h"

#include <QAction>
#include <QHash>
#include <QObject>
#include <QStringList>

namespace quayside::ui
{

class Notice;
class UndoBar;

class ContainerActions : public QObject
{
    Q_OBJECT

public:
    enum Verb {
        Start,
        Stop,
        Restart,
        Pause,
        Kill,
        Remove,
        Rename,
        ShowLogs,
        OpenTerminal,
        OpenPort,
        CopyId,
        CopyRunLine,
        VerbCount
    };

    // All must outlive it. Failures go to `notice`, removals that can be undone to `undoBar`.
    ContainerActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }
    void setSelection(const QStringList &ids); // enables and names the actions accordingly
    [[nodiscard]] const QStringList &selection() const { return m_selection; }

    // Does it to these containers, whatever is selected. Start also resumes a paused one.
    void run(Verb verb, const QStringList &ids);
    [[nodiscard]] bool applies(Verb verb, const models::ContainerRow &row) const;

    // "stopping…" while the engine has been asked and has not answered; "" else.
    [[nodiscard]] QString busyText(const QString &id) const { return m_busy.value(id); }
    [[nodiscard]] const QSet<QString> &pendingRemoval() const { return m_pendingRemoval; }

signals:
    void busyChanged();
    void pendingRemovalChanged();
    void logsWanted(const QString &id);
    void terminalWanted(const QString &id);

private:
    void makeActions();
    void refresh();
    void onRowsRemoved();
    [[nodiscard]] QList<models::ContainerRow> rowsFor(Verb verb, const QStringList &ids) const;
    void ask(Verb verb, const models::ContainerRow &row);
    void askEngine(Verb verb, const models::ContainerRow &row, const client::Done<void> &done);
    void report(Verb verb, const QString &name, const Error &error);
    void remove(const QStringList &ids);
    [[nodiscard]] static QString anonymousVolumeLines(const QList<models::ContainerRow> &rows);
    void confirmRemoval(const QList<models::ContainerRow> &rows);
    void removeWithUndo(const QList<models::ContainerRow> &rows);
    void removeNow(const models::ContainerRow &row, bool force,
                   bool volumes); // volumes: those without a name
    void rename(const models::ContainerRow &row);
    void openPort(const models::ContainerRow &row);
    void copyRunLine(const models::ContainerRow &row);

    models::EngineSession *m_session;
    Notice *m_notice;
    UndoBar *m_undoBar;
    QWidget *m_window;
    std::array<QAction *, VerbCount> m_actions{};
    QStringList m_selection;
    QHash<QString, QString> m_busy;
    QSet<QString> m_pendingRemoval;
};

} // namespace quayside::ui
