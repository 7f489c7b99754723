// What can be done with volumes. Their files are nowhere else: removing always asks.
#pragma once

#include "ui/common/rowactions.h"

namespace quayside::ui
{

class VolumeActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Create, Remove, Prune, CopyName };

    // All must outlive it.
    VolumeActions(models::EngineSession *session, Notice *notice, QWidget *window);

    void run(int verb, const QStringList &names) override;

signals:
    void volumeCreated(const QString &name);

protected:
    void refresh() override;

private:
    void create();
    void prune();
    void remove(const QList<models::VolumeRow> &rows);
    void removeNow(const QList<models::VolumeRow> &rows);
};

} // namespace quayside::ui
