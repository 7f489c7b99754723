// What is done with containers less often: limits, an image or an archive of one, tidying up.
#pragma once

#include "models/containers/containerrow.h"
#include "ui/common/rowactions.h"

#include <QPointer>

namespace quayside::ui
{

class LogPane;
class LogsWindow;

class ContainerTools : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Edit, Limits, Commit, Export, Prune, CheckPort, LogsTogether, RemovedLogs, HandOver };

    // All must outlive it.
    ContainerTools(models::EngineSession *session, Notice *notice, QWidget *window);

    void run(int verb, const QStringList &ids) override;
    // What the dialogs end in; tests call them too.
    void exportTo(const QString &id, const QString &fileName);
    // The log of a container that is removed, as it was read before; the latest few are kept.
    void keepRemovedLog(LogPane *pane);

signals:
    void portCheckWanted(const QString &id);

signals:
    void recreated(const QString &id); // in place of one that was edited

protected:
    void refresh() override;

private:
    void edit(const models::ContainerRow &row);
    void changeLimits(const models::ContainerRow &row);
    void handOver(const models::ContainerRow &row);
    void askCommit(const models::ContainerRow &row);
    void chooseAndExport(const models::ContainerRow &row);
    void openLogsTogether(const QStringList &ids);
    void showRemovedLogs();
    void prune();
    void removeNow(const QStringList &ids);

    QList<QPointer<LogsWindow>> m_removedLogs; // the oldest first
};

} // namespace quayside::ui
