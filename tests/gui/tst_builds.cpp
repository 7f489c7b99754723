// Building from the window: a folder with a Dockerfile, its steps as they go, what came of it, failures,
// cancel; the list of builds, which outlives the engine, and a shell after any step.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/builds/buildoperation.h"
#include "models/client/builds.h"
#include "ui/builds/buildactions.h"
#include "ui/builds/builddetails.h"
#include "ui/builds/builddialog.h"
#include "ui/builds/buildspage.h"
#include "ui/builds/buildview.h"
#include "ui/common/notice.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/rundialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/terminal/terminalsession.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

#include <algorithm>

using namespace quayside;
using models::BuildStep;
using models::Operation;
using ui::ImageActions;

class tst_Builds : public WindowTest
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    ui::BuildDialog *open(const QString &name)
    {
        m_window->showPage(ui::MainWindow::Images);
        m_window->imagesPage()->actions()->action(ImageActions::Build)->trigger();
        auto *dialog = openDialog<ui::BuildDialog>();
        if (dialog == nullptr)
            return nullptr;
        app::fillIn(dialog->findChild<QLineEdit *>("folder"), m_folder.path());
        app::fillIn(dialog->findChild<QLineEdit *>("name"), name);
        return dialog;
    }
    static void press(const ui::BuildDialog *dialog)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>("build"), Qt::LeftButton);
    }
    static const QList<BuildStep> &steps(const ui::BuildDialog *dialog)
    {
        return dialog->operation()->steps()->steps();
    }

    // Of the records of this name with steps the newest.
    [[nodiscard]] QString newest(const QString &name, models::BuildState state) const
    {
        const models::BuildRow *found = nullptr;
        for (const models::BuildRow &row : m_session->builds()->model()->rows()) {
            if (row.shownName() == name && row.state == state && row.stepCount > 0 &&
                (found == nullptr || row.started > found->started))
                found = &row;
        }
        return found == nullptr ? QString() : found->id;
    }
    // Images that were made of steps.
    int stepImages()
    {
        int count = -1;
        api::Filters filters;
        filters.values["label"] = {"quayside.build.step"};
        m_session->client()->listImages({.filters = filters}, this,
                                        [&](const auto &list) { count = list ? int(list->size()) : -2; });
        (void)QTest::qWaitFor([&] { return count != -1; }, 5000);
        return count;
    }

private slots:
    void initTestCase() { openWindow(); }
    void cleanupTestCase() { closeWindow(); }

    void buildsAFolder()
    {
        write("Dockerfile", "FROM busybox\nARG WHO=nobody\nCOPY page /srv/page\n"
                            "RUN echo hello $WHO && cat /srv/page\nCMD [\"cat\", \"/srv/page\"]\n");
        write("page", "the page\n");
        ui::BuildDialog *dialog = open("friendly:1");
        QVERIFY(dialog != nullptr);
        dialog->findChild<QPlainTextEdit *>("arguments")->setPlainText("WHO=world");
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && !dialog->operation()->isRunning(), 60'000);
        QVERIFY2(dialog->operation()->state() == Operation::State::Succeeded,
                 qPrintable(dialog->operation()->detail()));
        QCOMPARE(steps(dialog).size(), 5);
        for (const BuildStep &step : steps(dialog))
            QVERIFY(step.state == BuildStep::State::Done);
        QVERIFY(!dialog->operation()->id().isEmpty());
        QVERIFY(steps(dialog)[3].took > 0);
        QVERIFY(steps(dialog)[2].size > 0);
        QCOMPARE(steps(dialog)[3].output, QStringList({"hello world", "the page"}));
        dialog->stepTable()->setCurrentIndex(dialog->operation()->steps()->index(3, 0));
        QCOMPARE(dialog->log()->toPlainText(), "hello world\nthe page");
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("friendly:1"), 10'000);
        dialog->reject();
    }

    void usesTheCacheAndSeesAChangedFile()
    {
        ui::BuildDialog *dialog = open("friendly:1");
        QVERIFY(dialog != nullptr);
        dialog->findChild<QPlainTextEdit *>("arguments")->setPlainText("WHO=world");
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && !dialog->operation()->isRunning(), 60'000);
        for (int step = 1; step < 5; ++step)
            QVERIFY2(steps(dialog)[step].state == BuildStep::State::Cached,
                     qPrintable(QString::number(step)));
        write("page", "another page\n");
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->operation()->isRunning() && steps(dialog).size() == 5, 60'000);
        QVERIFY(steps(dialog)[1].state == BuildStep::State::Cached);
        QVERIFY(steps(dialog)[2].state == BuildStep::State::Done);
        QVERIFY2(steps(dialog)[2].why.contains("page"), qPrintable(steps(dialog)[2].why));
        QCOMPARE(steps(dialog)[3].output, QStringList({"hello world", "another page"}));
        dialog->reject();
    }

    void namesTheStepThatFailed()
    {
        write("Dockerfile", "FROM busybox\nRUN echo before; exit 3\nCMD [\"true\"]\n");
        ui::BuildDialog *dialog = open("broken:1");
        QVERIFY(dialog != nullptr);
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && !dialog->operation()->isRunning(), 60'000);
        QVERIFY(dialog->operation()->state() == Operation::State::Failed);
        QVERIFY2(dialog->operation()->detail().contains("non-zero code: 3"),
                 qPrintable(dialog->operation()->detail()));
        QCOMPARE(steps(dialog).size(), 3);
        QVERIFY(steps(dialog)[1].state == BuildStep::State::Failed);
        QVERIFY(!steps(dialog)[2].hasEnded() || steps(dialog)[2].state == BuildStep::State::Cancelled);
        QCOMPARE(dialog->stepTable()->currentIndex().row(), 1); // it is shown, nobody has to look for it
        QVERIFY(dialog->view()->shellButton()->isEnabled());
        QCOMPARE(dialog->log()->toPlainText(), "before");
        QVERIFY(!hasImage("broken:1"));
        dialog->reject();
    }

    void saysWhatIsWrongWithTheFile()
    {
        write("Dockerfile", "FROM busybox\nRUNN true\n");
        ui::BuildDialog *dialog = open("broken:1");
        QVERIFY(dialog != nullptr);
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && !dialog->operation()->isRunning(), 60'000);
        QVERIFY2(dialog->operation()->detail().contains("line 2"), qPrintable(dialog->operation()->detail()));
        dialog->reject();
    }

    void canBeCancelled()
    {
        write("Dockerfile", "FROM busybox\nRUN echo begun; sleep 1000\n");
        ui::BuildDialog *dialog = open("slow:1");
        QVERIFY(dialog != nullptr);
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && steps(dialog).size() == 2 &&
                                     steps(dialog)[1].output.contains("begun"),
                                 60'000);
        press(dialog); // now it says "Cancel"
        QTRY_VERIFY(dialog->operation()->state() == Operation::State::Cancelled);
        QTRY_VERIFY(steps(dialog)[1].state == BuildStep::State::Cancelled); // as the engine says
        dialog->reject();
    }

    void runsWhatWasBuilt()
    {
        write("Dockerfile", "FROM busybox\nCMD [\"true\"]\n");
        ui::BuildDialog *dialog = open("runs:1");
        QVERIFY(dialog != nullptr);
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr &&
                                     dialog->operation()->state() == Operation::State::Succeeded,
                                 60'000);
        QPushButton *run = nullptr;
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            run = button->text().startsWith("Run it") ? button : run;
        QVERIFY(run != nullptr);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY(openDialog<ui::RunDialog>() != nullptr);
        auto *form = openDialog<ui::RunDialog>();
        QCOMPARE(form->findChild<QComboBox *>("image")->currentText(), "runs:1");
        form->reject();
    }

    void offersTheStages()
    {
        write("Dockerfile", "FROM busybox AS first\nRUN echo one > /one\nFROM busybox AS second\nARG WHO\n"
                            "RUN echo two > /two\n");
        ui::BuildDialog *dialog = open("stage:1");
        QVERIFY(dialog != nullptr);
        auto *target = dialog->findChild<QComboBox *>("target");
        QTRY_COMPARE(target->count(), 3); // the first one is "none"
        QCOMPARE(target->itemText(2), "second");
        QVERIFY(dialog->findChild<QPlainTextEdit *>("arguments")->placeholderText().contains("WHO"));
        target->setEditText("first");
        dialog->findChild<QPlainTextEdit *>("arguments")->setPlainText("NOBODY=asks");
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && !dialog->operation()->isRunning(), 60'000);
        QVERIFY(dialog->operation()->state() == Operation::State::Succeeded);
        QVERIFY(std::ranges::none_of(steps(dialog), [](const BuildStep &step) {
            return step.instruction.contains("two") && step.state == BuildStep::State::Done;
        }));
        QCOMPARE(dialog->operation()->warnings().size(), 1);
        QVERIFY2(dialog->operation()->warnings().first().contains("NOBODY"),
                 qPrintable(dialog->operation()->warnings().first()));
        dialog->reject();
    }

    void listsBuildsAlsoAfterTheEngineHasEnded()
    {
        m_window->showPage(ui::MainWindow::Builds);
        ui::BuildsPage *builds = m_window->buildsPage();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->builds()->isLoaded(), 10'000);
        const QString broken = newest("broken:1", models::BuildState::Failed);
        QVERIFY(!broken.isEmpty());
        const int count = m_session->builds()->model()->rowCount();
        QVERIFY(count >= 7);
        m_engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->state() != models::EngineSession::State::Connected, 10'000);
        QVERIFY(m_engine.start());
        m_session->retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->state() == models::EngineSession::State::Connected &&
                                     m_session->builds()->isLoaded(),
                                 20'000);
        QCOMPARE(m_session->builds()->model()->rowCount(), count);
        builds->select(broken);
        ui::BuildView *view = m_window->buildDetails()->view();
        QTRY_COMPARE_WITH_TIMEOUT(view->log()->toPlainText(), "before", 10'000);
        QTRY_VERIFY(m_window->buildDetails()->dockerfile().contains("exit 3"));
        QTRY_COMPARE(view->stepTable()->currentIndex().row(), 1);
    }

    void opensAShellWhereItFailed()
    {
        ui::BuildView *view = m_window->buildDetails()->view();
        QTRY_VERIFY(view->shellButton()->isEnabled());
        QTest::mouseClick(view->shellButton(), Qt::LeftButton);
        const auto shellContainer = [this] {
            for (const models::ContainerRow &row : m_session->containers()->rows()) {
                if (row.name.startsWith("broken-step-2-"))
                    return row.id;
            }
            return QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!shellContainer().isEmpty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->containerDetails()->openTerminals() == 1, 20'000);
        QVERIFY(m_window->containersPage()->isVisible()); // it is looked at
        // It goes without a trace: the container when it ends, its image after it.
        m_session->client()->stopContainer(shellContainer().toStdString(), {}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(shellContainer().isEmpty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(stepImages() == 0, 10'000);
    }

    void buildsAgainFromTheList()
    {
        m_window->showPage(ui::MainWindow::Builds);
        const QString again = newest("stage:1", models::BuildState::Done);
        m_window->buildsPage()->select(again);
        QVERIFY(m_window->buildsPage()->actions()->action(ui::BuildActions::Rebuild)->isEnabled());
        m_window->buildsPage()->actions()->action(ui::BuildActions::Rebuild)->trigger();
        auto *dialog = openDialog<ui::BuildDialog>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QLineEdit *>("folder")->text(), m_folder.path());
        QCOMPARE(dialog->findChild<QComboBox *>("target")->currentText(), "first");
        QCOMPARE(dialog->findChild<QPlainTextEdit *>("arguments")->toPlainText(),
                 "NOBODY="); // no value is kept
        press(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && !dialog->operation()->isRunning(), 60'000);
        QVERIFY(dialog->operation()->state() == Operation::State::Succeeded);
        QVERIFY(dialog->operation()->id() != again);
        QTRY_VERIFY(m_session->builds()->model()->find(dialog->operation()->id()) != nullptr);
        dialog->reject();
    }

    void removesARecord()
    {
        const QString id = newest("slow:1", models::BuildState::Cancelled);
        QVERIFY(!id.isEmpty());
        m_window->buildsPage()->select(id);
        m_window->buildsPage()->actions()->action(ui::BuildActions::Remove)->trigger();
        m_window->buildsPage()->undoBar()->commitNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->builds()->model()->find(id) == nullptr, 10'000);
    }

    void asksBeforeItStopsWhatWouldBeRemoved()
    {
        m_window->showPage(ui::MainWindow::Containers);
        models::RunOptions options;
        options.image = image;
        options.name = "passing";
        options.command = {"sleep", "1000"};
        options.init = options.removeWhenEnded = true;
        makeContainer(options);
        page()->select(row("passing")->id);
        actions()->action(ui::ContainerActions::Stop)->trigger();
        QTRY_VERIFY(openBox() != nullptr);
        QVERIFY2(openBox()->text().contains("removed"), qPrintable(openBox()->text()));
        QVERIFY(isIn("passing", models::ContainerState::Running));
        pressDestructive(openBox());
        QTRY_VERIFY_WITH_TIMEOUT(row("passing") == nullptr, 20'000);
        // One that stays is stopped without a question.
        makeContainer("staying", {"sleep", "1000"});
        page()->select(row("staying")->id);
        actions()->action(ui::ContainerActions::Stop)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(row("staying") != nullptr && !row("staying")->isRunning(), 20'000);
        QVERIFY(openBox() == nullptr);
    }

    void refusesAnArgumentThatIsNone()
    {
        ui::BuildDialog *dialog = open("runs:1");
        QVERIFY(dialog != nullptr);
        dialog->findChild<QPlainTextEdit *>("arguments")->setPlainText("what?");
        press(dialog);
        QVERIFY(dialog->operation() == nullptr);
        dialog->reject();
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Builds>(argc, argv);
}

#include "tst_builds.moc"
