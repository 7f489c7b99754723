// What is done with containers less often: limits, an image or an archive of one, tidying up.
#pragma once

#include "models/containers/containerrow.h"
#include "ui/common/rowactions.h"

namespace quayside::ui
{

class ContainerTools : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Edit, Limits, Commit, Export, Prune };

    // All must outlive it.
    ContainerTools(models::EngineSession *session, Notice *notice, QWidget *window);

    void run(int verb, const QStringList &ids) override;
    // What the dialogs end in; tests call them too.
    void exportTo(const QString &id, const QString &fileName);

signals:
    void recreated(const QString &id); // in place of one that was edited

protected:
    void refresh() override;

private:
    void edit(const models::ContainerRow &row);
    void changeLimits(const models::ContainerRow &row);
    void askCommit(const models::ContainerRow &row);
    void chooseAndExport(const models::ContainerRow &row);
    void prune();
    void removeNow(const QStringList &ids);
};

} // namespace quayside::ui
