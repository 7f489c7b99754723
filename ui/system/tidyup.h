// "Tidy up all": one list of everything that nobody uses; exactly what is ticked goes.
#pragma once

#include "models/client/diskusage.h"
#include "models/system/enginesession.h"
#include "models/system/tidyoperation.h"
#include "ui/common/prunedialog.h"

#include <QObject>

#include <optional>

namespace quayside::ui
{

// Gathers what could go, then asks. Deletes itself when the question is answered.
class TidyUp : public QObject
{
    Q_OBJECT

public:
    TidyUp(models::EngineSession *session, QWidget *window);

    [[nodiscard]] PruneDialog *dialog() const { return m_dialog; } // nullptr while it gathers

signals:
    void failed(const QString &sentence);
    void begun(quayside::models::Operation *operation);

private:
    void onDisk(const Result<client::DiskUsage> &usage);
    void addContainers();
    void addNetworks();
    void addImages();
    void addVolumes();
    void addCache();
    void add(models::TidyItem::Kind kind, const QString &id, PruneItem item);
    void ask(const std::optional<QList<PrunePart>> &imageParts); // absent: the engine says no more than sizes
    void remove(const QStringList &keys);

    models::EngineSession *m_session;
    QWidget *m_window;
    client::DiskUsage m_usage;
    QHash<QString, qint64> m_written; // by containers, by id
    QList<PruneItem> m_items;
    QHash<QString, models::TidyItem> m_tidy; // by key
    PruneDialog *m_dialog = nullptr;
};

} // namespace quayside::ui
