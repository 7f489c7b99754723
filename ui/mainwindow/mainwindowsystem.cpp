// The window as a program among others: its tray icon, its settings, its keys, its report about faults.
#include "ui/mainwindow/mainwindow.h"

#include "models/system/preferences.h"
#include "ui/builds/buildspage.h"
#include "ui/common/outputfont.h"
#include "ui/common/table.h"
#include "ui/containers/containerdetails.h"
#include "ui/logs/logview.h"
#include "ui/mainwindow/enginesdialog.h"
#include "ui/mainwindow/keysdialog.h"
#include "ui/mainwindow/wiredock.h"
#include "ui/registries/registriespage.h"
#include "ui/registries/registryactions.h"
#include "ui/system/diagnosticsdialog.h"
#include "ui/system/settingsdialog.h"
#include "ui/system/systempage.h"
#include "ui/system/trayicon.h"

#include <QAction>
#include <QDesktopServices>
#include <QMenu>
#include <QUrl>

namespace quayside::ui
{

TrayIcon *MainWindow::trayIcon()
{
    if (m_tray != nullptr)
        return m_tray;
    m_tray = new TrayIcon(m_session, this);
    connect(m_tray, &TrayIcon::windowWanted, this, &MainWindow::bringForward);
    connect(m_tray, &TrayIcon::runWanted, this, [this] { openRunDialog(); });
    connect(m_tray, &TrayIcon::quitWanted, this, &MainWindow::quit);
    connect(m_tray, &TrayIcon::containerWanted, this,
            [this](const QString &id) { openContainer(id, ContainerDetails::Logs); });
    connect(m_tray, &TrayIcon::buildWanted, this, [this](const QString &id) {
        showPage(Builds);
        m_buildsPage->select(id);
    });
    connect(m_tray, &TrayIcon::diskWanted, this, [this] {
        showPage(System);
        m_systemPage->showTab(SystemPage::Disk);
    });
    connect(m_tray, &TrayIcon::portWanted, this,
            [](const QString &url) { QDesktopServices::openUrl(QUrl(url)); });
    return m_tray;
}

void MainWindow::bringForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

// Closing may leave the program in the tray; this does not.
void MainWindow::quit()
{
    m_quitting = true;
    if (isVisible() || !lossesNow().isEmpty()) { // it asks first
        bringForward();
        close();
    } else {
        commitRemovals();
        QCoreApplication::quit();
    }
    m_quitting = false;
}

bool MainWindow::staysInTray() const
{
    return !m_quitting && m_tray != nullptr && m_tray->isShown() && models::Preferences::closesToTray();
}

SettingsDialog *MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(trayIcon()->isShown(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::changed, this, [this] {
        for (LogView *view : findChildren<LogView *>())
            view->setFont(outputFont());
        for (Table *table : findChildren<Table *>())
            table->doItemsLayout(); // rows may be of another height
        refreshSchemeActions();
    });
    connect(dialog, &SettingsDialog::registrySettingsWanted, this, [this, dialog] {
        dialog->close();
        showPage(Registries);
        m_registriesPage->actions()->action(RegistryActions::Settings)->trigger();
    });
    connect(dialog, &SettingsDialog::enginesWanted, this, [this, dialog] {
        dialog->close();
        openEnginesDialog();
    });
    dialog->open();
    return dialog;
}

DiagnosticsDialog *MainWindow::openDiagnostics()
{
    auto *dialog = new DiagnosticsDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

KeysDialog *MainWindow::showShortcuts()
{
    for (int page = 0; page < PageCount; ++page)
        ensurePage(page); // their menus are theirs
    QList<KeyGroup> groups;
    groups.append(
        {tr("Everywhere"),
         QList<QAction *>{m_runAction, m_paletteAction, m_filterAction, m_navigationAction, m_detailsAction,
                          findChild<WireDock *>()->toggleViewAction(), m_settingsAction, m_quitAction},
         {{tr("F6"), tr("Move between the areas")}}});
    groups.append({tr("Pages"), m_pageActions});
    for (int page = 0; page < PageCount; ++page) {
        KeyGroup group{m_pageActions[page]->text().remove(u'&'), m_pageMenus[std::size_t(page)]->actions()};
        if (page == Containers)
            group.more = {{tr("Space"), tr("Start or stop the selected container")}};
        groups.append(group);
    }
    auto *dialog = new KeysDialog(groups, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace quayside::ui
