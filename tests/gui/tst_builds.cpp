// Building from the window: a folder with a Dockerfile, its steps as they go, what came of it, failures,
// cancel.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/builds/buildoperation.h"
#include "ui/builds/builddialog.h"
#include "ui/containers/rundialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

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
        QCOMPARE(steps(dialog).size(), 2);
        QVERIFY(steps(dialog)[1].state == BuildStep::State::Failed);
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
        QVERIFY(steps(dialog)[1].state == BuildStep::State::Cancelled);
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
