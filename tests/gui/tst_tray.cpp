// The tray icon's state, menu and messages with a real engine; settings and keys. The desktop of the tests
// has no tray: what would be shown there is asked of the icon.
#include "tests/gui/windowtest.h"

#include "models/system/preferences.h"
#include "ui/common/appearance.h"
#include "ui/mainwindow/keysdialog.h"
#include "ui/system/settingsdialog.h"
#include "ui/system/systempage.h"
#include "ui/system/trayicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTreeWidget>

using namespace quayside;
using models::ContainerState;
using models::Notices;
using models::Preferences;
using models::SystemNotice;
using ui::ContainerActions;
using ui::TrayIcon;

class tst_Tray : public WindowTest
{
    Q_OBJECT

    QMenu *menuOf(const QString &name)
    {
        emit tray() -> menu()->aboutToShow();
        for (QAction *action : tray()->menu()->actions()) {
            if (action->menu() != nullptr && action->text() == name)
                return action->menu();
        }
        return nullptr;
    }
    static QAction *actOf(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text().remove('&') == text)
                return action;
        }
        return nullptr;
    }
    TrayIcon *tray() const { return m_window->trayIcon(); }
    int toldOf(const QString &id) const
    {
        return int(std::ranges::count_if(tray()->told(),
                                         [&](const SystemNotice &notice) { return notice.subject == id; }));
    }

private slots:
    void initTestCase()
    {
        openWindow();
        QCOMPARE(tray()->state(), TrayIcon::State::Idle);
    }
    void cleanupTestCase() { closeWindow(); }

    void showsWhatRunsAndStopsIt()
    {
        const QString id = makeContainer("web", {"sleep", "1000"});
        QCOMPARE(tray()->state(), TrayIcon::State::Running);
        QVERIFY(tray()->toolTip().contains("1 container"));
        QMenu *menu = menuOf("web");
        QVERIFY(menu != nullptr);
        QVERIFY(actOf(menu, "Start") == nullptr);
        actOf(menu, "Stop")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!row("web")->isRunning(), 30'000);
        QCOMPARE(tray()->state(), TrayIcon::State::Idle);
        QCOMPARE(toldOf(id), 0); // it was stopped: no news
        actOf(menuOf("web"), "Start")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 30'000);
    }

    void tellsOfACrashAndLeadsThere()
    {
        const QString id = makeContainer("broken", {"sh", "-c", "exit 3"}, false);
        actions()->run(ContainerActions::Start, {id});
        QTRY_COMPARE_WITH_TIMEOUT(toldOf(id), 1, 30'000);
        QVERIFY(tray()->told().last().title.contains("broken"));
        // The same again at once is counted, not told.
        QTRY_VERIFY_WITH_TIMEOUT(isIn("broken", ContainerState::Failed), 20'000);
        actions()->run(ContainerActions::Start, {id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("broken", ContainerState::Failed), 20'000);
        QCOMPARE(toldOf(id), 1);
        m_window->showPage(ui::MainWindow::System);
        tray()->noticeClicked();
        QTRY_COMPARE(page()->currentKey(), id);
        QVERIFY(page()->isVisible());
    }

    void whatIsSwitchedOffIsNotTold()
    {
        Notices::setWanted(SystemNotice::Kind::Crashed, false);
        const qsizetype before = tray()->told().size();
        const QString id = makeContainer("quiet", {"sh", "-c", "exit 4"}, false);
        actions()->run(ContainerActions::Start, {id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("quiet", ContainerState::Failed), 30'000);
        QTest::qWait(300);
        QCOMPARE(tray()->told().size(), before);
        Notices::setWanted(SystemNotice::Kind::Crashed, true);
    }

    void statesDifferInShape()
    {
        QList<QImage> shapes;
        for (const auto state : {TrayIcon::State::Away, TrayIcon::State::Idle, TrayIcon::State::Running,
                                 TrayIcon::State::Trouble}) {
            const QImage image = TrayIcon::iconOf(state, 3, QPalette())
                                     .pixmap(32, 32)
                                     .toImage()
                                     .convertToFormat(QImage::Format_Alpha8);
            QVERIFY(!shapes.contains(image)); // without its colours, too
            shapes.append(image);
        }
    }

    void settingsCountAtOnceAndCanBeReset()
    {
        ui::SettingsDialog *dialog = m_window->openSettings();
        QVERIFY(dialog->isVisible());
        auto *colors = dialog->findChild<QComboBox *>("colors");
        colors->setCurrentIndex(2);
        QVERIFY(ui::savedScheme() == ui::Scheme::Dark && ui::isDark());
        dialog->findChild<QSpinBox *>("points")->setValue(17);
        QCOMPARE(Preferences::outputPoints(), 17);
        auto *crashed = dialog->findChild<QCheckBox *>("notice0");
        QVERIFY(crashed->isChecked());
        crashed->click();
        QVERIFY(!Notices::isWanted(SystemNotice::Kind::Crashed));
        auto *language = dialog->findChild<QComboBox *>("language");
        language->setCurrentIndex(language->findData("de"));
        QCOMPARE(Preferences::language(), "de");
        dialog->findChild<QSpinBox *>("disk")->setValue(9);
        QCOMPARE(Preferences::diskLowBytes(), qint64(9) << 30);
        QVERIFY(!dialog->findChild<QCheckBox *>("close")->isEnabled()); // no tray here
        QTest::mouseClick(dialog->findChild<QPushButton *>("reset"), Qt::LeftButton);
        QVERIFY(Notices::isWanted(SystemNotice::Kind::Crashed) && crashed->isChecked());
        QCOMPARE(Preferences::outputPoints(), 0);
        QCOMPARE(Preferences::language(), "");
        QCOMPARE(colors->currentIndex(), 0);
        dialog->reject();
    }

    void keysAreThoseOfTheActions()
    {
        ui::KeysDialog *dialog = m_window->showShortcuts();
        QVERIFY(dialog->list()->topLevelItemCount() > 5);
        const auto shown = [dialog] {
            QStringList texts;
            for (int at = 0; at < dialog->list()->topLevelItemCount(); ++at) {
                const QTreeWidgetItem *head = dialog->list()->topLevelItem(at);
                for (int i = 0; i < head->childCount() && !head->isHidden(); ++i) {
                    if (!head->child(i)->isHidden())
                        texts.append(head->child(i)->text(0) + '=' + head->child(i)->text(1));
                }
            }
            return texts;
        };
        QVERIFY(shown().contains("Run…=Ctrl+N"));
        const qsizetype all = shown().size();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), "Ctrl+K");
        QVERIFY(shown().size() >= 1 && shown().size() < all);
        QVERIFY(shown().first().contains("Ctrl+K"));
        dialog->reject();
    }

    void withoutAnEngineItSaysSo()
    {
        m_engine.stop();
        QTRY_COMPARE_WITH_TIMEOUT(tray()->state(), TrayIcon::State::Away, 20'000);
        QVERIFY(tray()->toolTip().contains("no engine"));
        QVERIFY2(m_engine.start(), qPrintable(m_engine.log()));
        QTRY_VERIFY_WITH_TIMEOUT(tray()->state() != TrayIcon::State::Away, 30'000);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Tray>(argc, argv);
}

#include "tst_tray.moc"
