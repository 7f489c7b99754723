// Everything about the selected container: Overview, Logs, Terminal, Files, Changes, Stats,
// Processes, Health, Set-up, X-ray, Launch, Inspect.
#pragma once

#include "models/containers/death.h"
#include "models/system/enginesession.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace quayside::ui
{

class ChangesPane;
class DeathBox;
class FactSheet;
class FilesPane;
class HealthPane;
class JsonView;
class LaunchPane;
class LogPane;
class ProcessesPane;
class SetupPane;
class StatsPane;
class Tabs;
class TerminalPane;
class XrayPane;

class ContainerDetails : public QWidget
{
    Q_OBJECT

public:
    enum Tab {
        Overview,
        Logs,
        Terminal,
        Files,
        Changes,
        Stats,
        Processes,
        Health,
        Setup,
        Xray,
        Launch,
        Inspect
    };

    explicit ContainerDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showContainer(const QString &id);
    void showTab(Tab tab);
    void runStepByStep(); // the tab with the launch, which begins
    void openShell();     // the tab with the shells, and a first one where there is none
    [[nodiscard]] const QString &containerId() const { return m_id; }
    [[nodiscard]] Tabs *tabs() const { return m_tabs; }
    [[nodiscard]] LogPane *logPane() const { return m_logs; } // nullptr until Logs was first shown
    [[nodiscard]] TerminalPane *terminalPane() const { return m_terminal; }    // likewise
    [[nodiscard]] FilesPane *filesPane() const { return m_files; }             // likewise
    [[nodiscard]] StatsPane *statsPane() const { return m_stats; }             // likewise
    [[nodiscard]] ProcessesPane *processesPane() const { return m_processes; } // likewise
    [[nodiscard]] XrayPane *xrayPane() const { return m_xray; }                // likewise
    [[nodiscard]] LaunchPane *launchPane() const { return m_launch; }          // likewise
    [[nodiscard]] ChangesPane *changesPane() const { return m_changes; }       // likewise
    [[nodiscard]] HealthPane *healthPane() const { return m_health; }          // likewise
    [[nodiscard]] SetupPane *setupPane() const { return m_setup; }             // likewise
    [[nodiscard]] DeathBox *deathBox() const { return m_death; }               // likewise, Overview
    [[nodiscard]] QAction *hostBeside() const { return m_hostBeside; }         // in the X-ray; for a menu
    [[nodiscard]] int openTerminals() const;
    void setMenu(QMenu *menu); // what can be done with the container; behind a button in the head

protected:
    void changeEvent(QEvent *event) override;

signals:
    void logKept(quayside::ui::LogPane *pane); // of a container that is removed; whoever takes it owns it
    void imageWanted(const QString &imageId);
    void volumeWanted(const QString &name);
    void networkWanted(const QString &name);
    void limitsWanted(const QString &id); // a dialog to change them
    void editWanted(const QString &id);
    void lessonWanted(const QString &lesson);

private:
    void refreshHead();
    void refreshTab();
    void fetchInspect();
    void fillOverview(const api::ContainerInspect &container);
    void fillSetup(const api::ContainerInspect &container);
    void addLimits(const api::ContainerInspect &container);
    void cure(models::DeathCure cure);
    void addNetwork(const models::ContainerRow &row, const api::ContainerInspect &container);
    void makeTab(int tab);
    void offerTabs();
    QWidget *makeLaunch();
    QWidget *makeXray();
    void keepLogOf(const QString &id);
    QWidget *makeFacts(int tab);
    void onContainerEvent(const QString &id, const QString &action);

    models::EngineSession *m_session;
    QString m_id;
    QLabel *m_glyph;
    QLabel *m_name;
    QLabel *m_status;
    QToolButton *m_more;
    Tabs *m_tabs;
    QAction *m_hostBeside;
    FactSheet *m_overview = nullptr;
    DeathBox *m_death = nullptr;
    ChangesPane *m_changes = nullptr;
    HealthPane *m_health = nullptr;
    SetupPane *m_setup = nullptr;
    LogPane *m_logs = nullptr;
    TerminalPane *m_terminal = nullptr;
    FilesPane *m_files = nullptr;
    StatsPane *m_stats = nullptr;
    ProcessesPane *m_processes = nullptr;
    XrayPane *m_xray = nullptr;
    LaunchPane *m_launch = nullptr;
    JsonView *m_inspect = nullptr;
    QTimer m_probes; // no event tells of a probe that ended as the one before
    client::Call m_call;
};

} // namespace quayside::ui
