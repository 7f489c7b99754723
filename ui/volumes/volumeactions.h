// What can be done with volumes. Their files are nowhere else: removing always asks.
#pragma once

#include "ui/common/rowactions.h"

namespace quayside::ui
{

class VolumeActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Create, Remove, Prune, CopyName, Export, Import, Clone };

    // All must outlive it.
    VolumeActions(models::EngineSession *session, Notice *notice, QWidget *window);

    void run(int verb, const QStringList &names) override;
    // Asks where the archive is to go; "": a new volume.
    void importFile(const QString &fileName, const QString &volume);

signals:
    void volumeCreated(const QString &name);

protected:
    void refresh() override;

private:
    void create();
    void prune();
    void exportOne(const models::VolumeRow &row);
    void cloneOne(const models::VolumeRow &row);
    [[nodiscard]] bool archives() const; // the engine can make archives of volumes
    void remove(const QList<models::VolumeRow> &rows);
    void removeNow(const QList<models::VolumeRow> &rows);
};

} // namespace quayside::ui
