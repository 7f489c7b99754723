// One window, several engines: what is shown is always one engine's, and what is removed says what it takes
// along.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/containers/runoptions.h"
#include "ui/common/notice.h"
#include "ui/containers/containerdetails.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagedetails.h"
#include "ui/images/imagespage.h"
#include "ui/mainwindow/enginedialog.h"
#include "ui/mainwindow/enginemenu.h"
#include "ui/mainwindow/enginepage.h"
#include "ui/terminal/terminalpane.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QTextEdit>

using namespace quayside;
using models::ContainerState;
using ui::ContainerActions;

class tst_Engines : public WindowTest
{
    Q_OBJECT

private:
    RealEngine m_other;

    QString statusText() const
    {
        QString text;
        for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>())
            text += label->text() + u'|';
        return text;
    }
    QString makeWithVolume(const QString &name)
    {
        models::RunOptions options;
        options.image = image;
        options.name = name;
        options.command = {"sleep", "1000"};
        models::MountOption mount;
        mount.kind = models::MountOption::Kind::Volume;
        mount.target = "/data";
        options.mounts = {mount};
        return makeContainer(options, false);
    }

private slots:
    void initTestCase() { openWindow(); }
    void cleanupTestCase() { closeWindow(); }

    void anImagesOverviewIsFilled()
    {
        m_window->showPage(ui::MainWindow::Images);
        m_window->imagesPage()->selectReference(image);
        QTRY_VERIFY(m_window->imageDetails() != nullptr);
        auto facts = [this] {
            QString all;
            for (QTextEdit *fact : m_window->imageDetails()->findChildren<QTextEdit *>())
                all += fact->toPlainText() + u'\n';
            return all;
        };
        QTRY_VERIFY_WITH_TIMEOUT(facts().contains(image), 5000);
        QVERIFY(facts().contains("linux"));
        for (QTextEdit *fact : m_window->imageDetails()->findChildren<QTextEdit *>())
            QTRY_VERIFY(fact->isVisibleTo(m_window->imageDetails()));
        m_window->showPage(ui::MainWindow::Containers);
    }

    void pageAndStatusBarCountAlike()
    {
        const QString id = makeContainer("counted", {"sleep", "1000"}, false);
        makeContainer("kept", {"sleep", "1000"}, false);
        QTRY_VERIFY(statusText().contains("0 of 2 container"));
        actions()->run(ContainerActions::Remove, {id});
        QVERIFY2(statusText().contains("0 of 1 container"), qPrintable(statusText()));
        QCOMPARE(page()->count(), 1);
        page()->undoBar()->commitNow();
        QTRY_VERIFY_WITH_TIMEOUT(row("counted") == nullptr, 10'000);
        QTRY_COMPARE(page()->count(), 1); // not counted twice
        QCOMPARE(page()->face(), ui::ListPage::Face::List);
        QVERIFY(statusText().contains("0 of 1 container"));
    }

    void namesTheVolumesThatNobodyNamed()
    {
        const QString id = makeWithVolume("keeper");
        QCOMPARE(row("keeper")->anonymousVolumes().size(), 1);
        const QString volume = row("keeper")->anonymousVolumes().first().name;
        actions()->run(ContainerActions::Remove, {id});
        QMessageBox *box = openBox();
        QVERIFY(box != nullptr);
        QVERIFY(box->informativeText().contains("/data"));
        QVERIFY(box->informativeText().contains(volume.left(12)));
        QVERIFY(box->checkBox() != nullptr && !box->checkBox()->isChecked());
        pressDestructive(box);
        QTRY_VERIFY_WITH_TIMEOUT(row("keeper") == nullptr, 10'000);
        QCOMPARE(volumeThere(volume), 1); // not ticked: it stays
        const QString second = makeWithVolume("loser");
        const QString lost = row("loser")->anonymousVolumes().first().name;
        actions()->run(ContainerActions::Remove, {second});
        QTRY_VERIFY(openBox() != nullptr);
        openBox()->checkBox()->setChecked(true);
        pressDestructive(openBox());
        QTRY_VERIFY_WITH_TIMEOUT(row("loser") == nullptr, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(volumeThere(lost), 0, 5000);
    }

    void offersEnginesAndRefusesNonsense()
    {
        auto *menu = m_window->findChild<ui::EngineMenu *>();
        QVERIFY(menu != nullptr);
        emit menu->aboutToShow();
        const QList<QAction *> actions = menu->actions();
        const auto shown = std::ranges::find_if(actions, [](QAction *a) { return a->isChecked(); });
        QVERIFY(shown != actions.end());
        QCOMPARE((*shown)->data().toString(), m_engine.socketPath());
        QVERIFY(std::ranges::any_of(
            menu->actions(), [](QAction *a) { return a->data().toString() == "/run/quayside/engine.sock"; }));
        auto *dialog = chooseOther("tcp://example:2375");
        QTRY_VERIFY(dialog->problem().contains("example"));
        dialog->reject();
        QCOMPARE(m_session->socketPath(), m_engine.socketPath());
    }

    void turnsToAnotherEngineAndBack()
    {
        QVERIFY2(m_other.start(), qPrintable(m_other.log()));
        m_window->showPage(ui::MainWindow::Containers);
        page()->select(row("kept")->id);
        QVERIFY(m_window->containerDetails()->isVisible());
        chooseOther("unix://" + m_other.socketPath());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->socketPath(), m_other.socketPath(), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->state() == models::EngineSession::State::Connected, 10'000);
        QCOMPARE(m_session->containers()->rowCount(), 0); // the other has none
        QTRY_VERIFY_WITH_TIMEOUT(hasImage(image), 40'000);
        QCOMPARE(QSettings().value("engine/host").toString(), "unix://" + m_other.socketPath());
        makeContainer("elsewhere", {"sleep", "1000"}, false);
        m_window->switchEngine(m_engine.socketPath());
        QTRY_VERIFY_WITH_TIMEOUT(row("kept") != nullptr, 10'000);
        QVERIFY(row("elsewhere") == nullptr);
    }

    void asksBeforeAShellIsLost()
    {
        actions()->run(ContainerActions::Start, {row("kept")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("kept", ContainerState::Running), 10'000);
        actions()->run(ContainerActions::OpenTerminal, {row("kept")->id});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->containerDetails()->openTerminals(), 1, 10'000);
        m_window->switchEngine(m_other.socketPath());
        QTRY_VERIFY(openBox() != nullptr);
        QVERIFY(openBox()->informativeText().contains("1 open shell"));
        openBox()->close();
        QCOMPARE(m_session->socketPath(), m_engine.socketPath());
        QCOMPARE(m_window->containerDetails()->openTerminals(), 1);
    }

    void anEngineThatIsNotThereIsSaidAndLeft()
    {
        m_window->switchEngine(m_engine.folder() + "/nobody.sock");
        QTRY_VERIFY(openBox() != nullptr); // the shell
        for (QAbstractButton *button : openBox()->buttons()) {
            if (openBox() != nullptr && openBox()->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Absent, 5000);
        QTRY_VERIFY(m_window->findChild<ui::EnginePage *>() != nullptr);
        QVERIFY(m_session->problem().contains("nobody.sock"));
        m_window->switchEngine(m_engine.socketPath());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Connected, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("kept", ContainerState::Running), 10'000);
    }

private:
    ui::EngineDialog *chooseOther(const QString &address)
    {
        auto *menu = m_window->findChild<ui::EngineMenu *>();
        for (QAction *action : menu->actions()) {
            if (action->text().contains("Other address"))
                action->trigger();
        }
        for (auto *dialog : m_window->findChildren<ui::EngineDialog *>()) {
            if (!dialog->isVisible())
                continue;
            dialog->findChild<QLineEdit *>("address")->setText(address);
            QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
            return dialog;
        }
        return nullptr;
    }
    int volumeThere(const QString &name)
    {
        int found = -1;
        m_session->client()->inspectVolume(name.toStdString(), this, [&](const Result<api::Volume> &volume) {
            found = volume ? 1 : volume.error().kind == ErrorKind::NotFound ? 0 : 2;
        });
        (void)QTest::qWaitFor([&] { return found >= 0; }, 5000);
        return found;
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Engines>(argc, argv);
}

#include "tst_engines.moc"
