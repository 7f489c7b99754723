// The frame: navigation, pages, details, status bar, menus.
#pragma once

#include "models/client/diskusage.h"
#include "models/search/entry.h"
#include "models/system/enginesession.h"

#include <QMainWindow>

#include <array>

class QAction;
class QActionGroup;
class QLabel;
class QListWidget;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace quayside::ui
{

class BaseImageDialog;
class BuildDetails;
class BuildDialog;
class BuildsPage;
class ContainerDetails;
class ContainersPage;
class DiagnosticsDialog;
class EnginePage;
class EnginesDialog;
class ImageDetails;
class ImagesPage;
class KeysDialog;
class LearnPage;
class NetworkDetails;
class NetworksPage;
class OperationsPanel;
class PalettePopup;
class RegistriesPage;
class RegistryDetails;
class PortDoctor;
class RunDialog;
class SettingsDialog;
class StudioPage;
class SystemPage;
class TrayIcon;
class VolumeDetails;
class VolumesPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page {
        Containers,
        Images,
        Dockerfiles,
        Builds,
        Networks,
        Volumes,
        Registries,
        Learn,
        System,
        PageCount
    };

    // session must outlive it. enginePath: the engine's program, for the button that starts it; may be "".
    MainWindow(models::EngineSession *session, const QString &enginePath, QWidget *parent = nullptr);

    void showPage(Page page);
    [[nodiscard]] ContainersPage *containersPage() const { return m_containersPage; }
    ImagesPage *imagesPage();                           // made when first wanted
    [[nodiscard]] StudioPage *studioPage();             // likewise
    [[nodiscard]] BuildsPage *buildsPage();             // likewise
    [[nodiscard]] NetworksPage *networksPage();         // likewise
    [[nodiscard]] VolumesPage *volumesPage();           // likewise
    [[nodiscard]] RegistriesPage *registriesPage();     // likewise
    [[nodiscard]] LearnPage *learnPage();               // likewise
    [[nodiscard]] SystemPage *systemPage();             // likewise
    [[nodiscard]] ContainerDetails *containerDetails(); // likewise
    [[nodiscard]] ImageDetails *imageDetails();
    [[nodiscard]] NetworkDetails *networkDetails();
    [[nodiscard]] VolumeDetails *volumeDetails(); // likewise
    [[nodiscard]] BuildDetails *buildDetails();   // likewise
    [[nodiscard]] RegistryDetails *registryDetails() const
    {
        return m_registryDetails;
    } // once one is selected
    [[nodiscard]] OperationsPanel *operationsPanel();
    [[nodiscard]] QAction *runAction() const { return m_runAction; }
    // Asks first where work or shells of the present engine would be lost. Remembered for the next start.
    void switchEngine(const QString &socketPath);
    PortDoctor *openPortDoctor(const QString &container, const QString &port = {});
    EnginesDialog *openEnginesDialog();
    SettingsDialog *openSettings();
    DiagnosticsDialog *openDiagnostics();
    KeysDialog *showShortcuts();
    TrayIcon *trayIcon(); // made a moment after the start
    void quit();          // also where closing only hides the window
    RunDialog *openRunDialog(const QString &image = {});
    // The page Learn with this lesson; its list where there is none of this id.
    void openLesson(const QString &id);
    BaseImageDialog *openBaseImageDialog();
    // Search or type a command.
    void openPalette();
    [[nodiscard]] PalettePopup *palette() const { return m_palette; } // nullptr until it was opened
    BuildDialog *openBuildDialog(const QString &rebuild = {}); // the id of a build whose form is wanted again
    // The time from the program's start to the first full paint is told to this once.
    void setFirstPaintHook(std::function<void()> hook) { m_firstPaint = std::move(hook); }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void makeViewMenu(class QMenu *menu);
    void makeHelpMenu(class QMenu *menu);
    void makeToolBar();
    void makeNavigation();
    void makeCentre();
    void makeStatusBar();
    void connectSession();
    void connectContainers();
    void ensurePage(int page);
    QWidget *makeImagesPage();
    QWidget *makeDockerfilesPage();
    QWidget *makeBuildsPage();
    QWidget *makeNetworksPage();
    QWidget *makeVolumesPage();
    QWidget *makeRegistriesPage();
    QWidget *makeLearnPage();
    void present(bool on); // nothing but the lesson on the whole screen
    QWidget *makeSystemPage();
    void tidyUp(int part);
    void openDiskObject(client::DiskObject::Kind kind, const QString &id);
    QList<models::SearchEntry> paletteEntries();
    void addActs(QList<models::SearchEntry> &entries);
    void addContainers(QList<models::SearchEntry> &entries);
    void addImages(QList<models::SearchEntry> &entries);
    void onPageChanged(int page);
    void showEngineOrPage();
    void tellOfDrafts();
    void refreshState();
    void refreshStatusBar();
    void refreshNavigation();
    void refreshOperations();
    void fillEmptyContainers();
    void showDetails();
    QWidget *detailsOf(int page);
    void openContainer(const QString &id, int tab);
    void openTerminal(const QString &id);
    void runStepByStep(const QString &id);
    void openLayers(const QString &key);
    // At once, or as soon as the engine's event has brought the row.
    void connectContainerDetails();
    void whenListed(const QAbstractItemModel *list, const std::function<bool()> &isListed,
                    const std::function<void()> &act);
    void whenContainerListed(const QString &id, const std::function<void()> &act);
    void whenImageListed(const QString &id, const std::function<void()> &act);
    void openStepShell(const QString &container);
    void runHello();
    bool commitRemovals();
    [[nodiscard]] QStringList lossesNow() const;
    void onEngineSwitched();
    void fillEmptyImages();
    void moveFocus(bool forward);
    void restoreLayout();
    void saveLayout();
    void showAbout();
    void bringForward();
    [[nodiscard]] bool staysInTray() const;
    void refreshSchemeActions();

    models::EngineSession *m_session;
    QString m_enginePath;
    QSplitter *m_splitter;
    QListWidget *m_navigation;
    QStackedWidget *m_stack; // engine page, or the pages
    QStackedWidget *m_pages;
    QStackedWidget *m_details;
    EnginePage *m_enginePage = nullptr;
    ContainersPage *m_containersPage;
    ImagesPage *m_imagesPage = nullptr;
    StudioPage *m_studioPage = nullptr;
    BuildsPage *m_buildsPage = nullptr;
    NetworksPage *m_networksPage = nullptr;
    VolumesPage *m_volumesPage = nullptr;
    RegistriesPage *m_registriesPage = nullptr;
    LearnPage *m_learnPage = nullptr;
    SystemPage *m_systemPage = nullptr;
    ContainerDetails *m_containerDetails = nullptr;
    ImageDetails *m_imageDetails = nullptr;
    BuildDetails *m_buildDetails = nullptr;
    NetworkDetails *m_networkDetails = nullptr;
    VolumeDetails *m_volumeDetails = nullptr;
    RegistryDetails *m_registryDetails = nullptr;
    QWidget *m_noDetails;
    OperationsPanel *m_operationsPanel = nullptr;
    PalettePopup *m_palette = nullptr;
    TrayIcon *m_tray = nullptr;
    bool m_quitting = false;
    QToolButton *m_engineButton, *m_operationsButton;
    QLabel *m_stateLabel, *m_countLabel, *m_operationLabel;
    QAction *m_runAction, *m_quitAction, *m_paletteAction, *m_navigationAction, *m_detailsAction,
        *m_filterAction, *m_settingsAction;
    QList<QAction *> m_pageActions, m_schemeActions;
    std::array<QMenu *, PageCount> m_pageMenus{}; // what can be done on a page; filled with it
    QTimer m_clock;
    std::function<void()> m_firstPaint;
};

} // namespace quayside::ui
