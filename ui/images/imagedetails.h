// Everything about the selected image: Overview, History, Layers with their files, Packages, Inspect.
#pragma once

#include "models/client/imagecontents.h"
#include "models/system/enginesession.h"
#include "ui/common/detailspane.h"

namespace quayside::ui
{

class HistoryPane;
class ImagePane;
class LayersPane;
class PackagesPane;

class ImageDetails : public DetailsPane
{
    Q_OBJECT

public:
    explicit ImageDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showImage(const QString &key);
    [[nodiscard]] const QString &imageKey() const { return m_key; }
    // These open their tab.
    HistoryPane *showHistory();
    LayersPane *showLayers();
    PackagesPane *showPackages();
    [[nodiscard]] bool offersLayers() const; // other engines have no such thing
    // What it takes on the disk; absent: not known (yet).
    [[nodiscard]] const std::optional<api::ImageDisk> &disk() const { return m_disk; }

signals:
    void containerWanted(const QString &id);
    void imageWanted(const QString &id);
    void diskKnown();

private:
    void onImagesChanged();
    void onImagesListed();
    void onContainerEvent(const QString &id);
    void refreshTabs();
    void openTab();
    template <typename Pane>
    Pane *makePane(QWidget *page, Pane *&pane);
    void fetch(const models::ImageRow &row);
    void fetchDisk();
    void fill();
    void addAbout();
    void addDisk();
    [[nodiscard]] QString removalText() const;
    void addDefaults();

    models::EngineSession *m_session;
    QString m_key;
    models::ImageRow m_shown; // as it was when it was last fetched
    QWidget *m_historyPage, *m_layersPage, *m_packagesPage;
    HistoryPane *m_history = nullptr;
    LayersPane *m_layers = nullptr;
    PackagesPane *m_packages = nullptr;
    std::optional<api::ImageInspect> m_image;
    std::optional<api::ImageDisk> m_disk;
    QString m_diskProblem;
    client::Call m_call, m_diskCall;
};

} // namespace quayside::ui
