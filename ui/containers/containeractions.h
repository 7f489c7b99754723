// What can be done with containers: the actions of menu, tool bar, keys and rows.
#pragma once

#include "models/containers/containerrow.h"
#include "ui/common/rowactions.h"

#include <QHash>

#include <memory>

namespace quayside::ui
{

class ContainerActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb {
        Start,
        StepByStep,
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
        CopyCompose,
        VerbCount
    };

    // All must outlive it. Failures go to `notice`, removals that can be undone to `undoBar`.
    ContainerActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    void run(int verb, const QStringList &ids) override; // Start also resumes a paused one
    [[nodiscard]] bool applies(Verb verb, const models::ContainerRow &row) const;

    // "stopping…" while the engine has been asked and has not answered; "" else.
    [[nodiscard]] QString busyText(const QString &id) const { return m_busy.value(id); }

signals:
    void busyChanged();
    void logsWanted(const QString &id);
    void terminalWanted(const QString &id);
    void stepByStepWanted(const QString &id); // started, held before its first step

protected:
    void refresh() override;

private:
    // Those of `rows` that this can be done to now.
    [[nodiscard]] QList<models::ContainerRow> rowsFor(Verb verb,
                                                      const QList<models::ContainerRow> &rows) const;
    // Those who want to be asked before something ends are (settings).
    void askFirst(Verb verb, const QList<models::ContainerRow> &rows);
    void end(Verb verb, const QList<models::ContainerRow> &rows);
    void confirmEnd(Verb verb, const QList<models::ContainerRow> &rows);
    // Of one act on several: told in one sentence when the last answer has come.
    struct Batch {
        Verb verb;
        qsizetype all, open;
        QStringList failed = {}; // "web: why"
        QString onlyName = {}, onlyWhy = {};
    };
    using SharedBatch = std::shared_ptr<Batch>;
    static SharedBatch makeBatch(Verb verb, qsizetype size);
    void askAll(Verb verb, const QList<models::ContainerRow> &rows);
    void ask(const SharedBatch &batch, const models::ContainerRow &row);
    void settle(const SharedBatch &batch, const QString &name, const Result<> &done);
    void finishOne(const SharedBatch &batch);
    void reportMany(const Batch &batch);
    void askEngine(Verb verb, const models::ContainerRow &row, const client::Done<void> &done);
    void report(const Batch &batch);
    void remove(QList<models::ContainerRow> rows);
    [[nodiscard]] static QString anonymousVolumeLines(const QList<models::ContainerRow> &rows);
    [[nodiscard]] static QString whatIsLost(const QList<models::ContainerRow> &rows);
    void confirmRemoval(const QList<models::ContainerRow> &rows);
    void removeNow(const models::ContainerRow &row, bool force,
                   bool volumes); // volumes: those without a name
    void rename(const models::ContainerRow &row);
    void openPort(const models::ContainerRow &row);
    void copyAs(Verb verb, const QList<models::ContainerRow> &rows);

    QHash<QString, QString> m_busy;
};

} // namespace quayside::ui
