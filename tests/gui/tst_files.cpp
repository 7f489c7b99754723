// The files of containers and volumes through the window: looking, editing, taking out, putting in.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/client/containerfiles.h"
#include "ui/common/notice.h"
#include "ui/containers/containerdetails.h"
#include "ui/files/fileactions.h"
#include "ui/files/fileeditor.h"
#include "ui/files/filepreview.h"
#include "ui/files/filepropertiesdialog.h"
#include "ui/files/filespane.h"
#include "ui/files/filestable.h"
#include "ui/volumes/volumedetails.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace quayside;
using ui::ContainerDetails;
using ui::FileActions;
using ui::FilesPane;

namespace
{
const QString setUp = QStringLiteral(
    "mkdir -p /wares/sub; printf 'one\\r\\ntwo\\r\\n' > /wares/dos.txt; echo hello > /wares/greeting; "
    "chmod 640 /wares/greeting; chown 1000:33 /wares/greeting; ln -s /wares/sub /wares/link; ln -s /nowhere "
    "/wares/broken; "
    "rm /etc/group; touch \"/wares/two words\" '/wares/new\nline'; mkfifo /wares/pipe; echo ready > "
    "/wares/ready; "
    "exec sleep 100000");
}

class tst_Files : public WindowTest
{
    Q_OBJECT

private:
    ContainerDetails *details() const { return m_window->containerDetails(); }
    FilesPane *pane() const { return details()->filesPane(); }
    const models::FileEntry *entry(const QString &name) const { return pane()->entry(name); }
    void openFolder(const QString &folder)
    {
        pane()->open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(!pane()->isBusy() && pane()->folder() == folder, 20'000);
    }
    template <typename Window>
    Window *openWindowOf() const
    {
        for (Window *window : m_window->findChildren<Window *>()) {
            if (window->isVisible())
                return window;
        }
        return nullptr;
    }
    // The whole file, as the engine has it.
    QByteArray content(const client::FilesOf &of, const std::string &path)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        bool ended = false;
        client::readFile(*m_session->client(), of, path, &buffer, this, {},
                         [&](const auto &) { ended = true; });
        return QTest::qWaitFor([&] { return ended; }, 20'000) ? buffer.data() : QByteArray();
    }
    QByteArray content(const std::string &path)
    {
        return content({.id = row("box")->id.toStdString()}, path);
    }
    Result<std::string> put(const std::string &path, const QByteArray &bytes, const std::string &version = {})
    {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        std::optional<Result<std::string>> answer;
        client::putFile(*m_session->client(), {.id = row("box")->id.toStdString()}, path, version, &buffer,
                        this, {}, [&](const Result<std::string> &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return fail(ErrorKind::Internal, "no answer");
        return *answer;
    }
    void writeHere(const QString &file, const QByteArray &bytes)
    {
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(bytes);
    }

private slots:
    void initTestCase()
    {
        openWindow();
        makeContainer("box", {"sh", "-c", setUp});
        page()->select(row("box")->id);
        QVERIFY(m_session->hasFeature("container-files"));
        details()->showTab(ContainerDetails::Files);
        QTRY_VERIFY_WITH_TIMEOUT(entry("etc") != nullptr, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(content("/wares/ready") == "ready\n", 20'000);
    }
    void cleanupTestCase() { closeWindow(); }
    void init()
    {
        details()->showTab(ContainerDetails::Files);
        pane()->notice()->dismiss();
        openFolder("/wares");
    }

    void listsWithOwnersModesAndMarks()
    {
        const models::FileEntry *greeting = entry("greeting");
        QVERIFY(greeting != nullptr);
        QCOMPARE(greeting->modeText(), "-rw-r-----");
        QCOMPARE(greeting->uid, 1000);
        QCOMPARE(greeting->gid, 33);
        QCOMPARE(greeting->size, 6);
        QCOMPARE(greeting->changeText(), "new");
        QVERIFY(entry("link")->opensAsFolder());
        QVERIFY(entry("broken")->leadsNowhere);
        QCOMPARE(int(entry("pipe")->kind), int(models::FileEntry::Kind::Other));
        QVERIFY(entry("new\nline") != nullptr ||
                entry("new?line") != nullptr); // a name may have anything in it
        openFolder("/");
        QCOMPARE(entry("etc")->changeText(), "changed");
        QCOMPARE(entry("wares")->ownerText(), "root:0"); // its group file is gone
        openFolder("/etc");
        QCOMPARE(entry("group")->changeText(), "removed");
        QVERIFY(!pane()->actions()->action(FileActions::Remove)->isEnabled());
    }

    void walksByKeyboard()
    {
        openFolder("/");
        pane()->select("wares");
        pane()->table()->setFocus();
        QTest::keyClick(pane()->table(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->folder() == "/wares" && !pane()->isBusy(), 20'000);
        QTest::keyClick(pane()->table(), Qt::Key_Backspace);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->folder() == "/" && !pane()->isBusy(), 20'000);
        QTRY_COMPARE(pane()->table()->chosenRow().data().toString(), "wares"); // where one was
        openFolder("/wares");
        pane()->select("link");
        QTest::keyClick(pane()->table(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->folder() == "/wares/sub" && !pane()->isBusy(), 20'000);
        openFolder("/wares");
        pane()->open("/no/such");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->notice()->text().contains("/no/such"), 20'000);
    }

    void filtersByNameAndByChange()
    {
        auto *filter = pane()->findChild<QLineEdit *>("filter");
        QTest::keyClicks(filter, "greet");
        QTRY_VERIFY(!pane()->shows("dos.txt"));
        QVERIFY(pane()->shows("greeting"));
        QCOMPARE(pane()->line(), QString("1 of %1").arg(pane()->files()->rowCount()));
        filter->clear();
        openFolder("/");
        auto *only = pane()->findChild<QAction *>("onlyChanges");
        only->trigger();
        QVERIFY(pane()->shows("etc"));
        QVERIFY(!pane()->shows("bin"));
        only->trigger();
        QVERIFY(pane()->shows("bin"));
    }

    void makesRenamesAndRemoves()
    {
        pane()->actions()->action(FileActions::NewFolder)->trigger();
        auto *dialog = openWindowOf<ui::FormDialog>();
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "made here");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(entry("made here") != nullptr, 20'000);
        pane()->select("made here");
        pane()->table()->setFocus();
        QTest::keyClick(pane()->table(), Qt::Key_F2); // the page renames its container with the same key
        QTRY_VERIFY((dialog = openWindowOf<ui::FormDialog>()) != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "greeting");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->problem().contains("there already"), 20'000);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "renamed");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(entry("renamed") != nullptr && entry("made here") == nullptr, 20'000);
        pane()->select("renamed");
        pane()->table()->setFocus();
        QTest::keyClick(pane()->table(), Qt::Key_Delete);
        QVERIFY(pane()->undoBar()->isOffering());
        QVERIFY(!pane()->shows("renamed"));
        pane()->undoBar()->undo();
        QVERIFY(pane()->shows("renamed"));
        pane()->select("renamed");
        QTest::keyClick(pane()->table(), Qt::Key_Delete);
        pane()->undoBar()->commitNow();
        QTRY_VERIFY_WITH_TIMEOUT(entry("renamed") == nullptr, 20'000);
        QCOMPARE(row("box")->name, "box"); // the keys meant the files
        QVERIFY(openBox() == nullptr);
    }

    void editsAndAsksWhereSomethingElseWrote()
    {
        pane()->select("dos.txt");
        pane()->table()->setFocus();
        QTest::keyClick(pane()->table(), Qt::Key_Return);
        ui::FileEditor *editor = nullptr;
        QTRY_VERIFY((editor = openWindowOf<ui::FileEditor>()) != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(editor->text()->toPlainText(), "one\ntwo\n", 20'000);
        QVERIFY(!editor->saveButton()->isEnabled());
        editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(editor));
        editor->text()->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor->text(), "three");
        QVERIFY(editor->isWindowModified());
        QTest::keyClick(editor->text(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!editor->isWindowModified(), 20'000);
        QCOMPARE(content("/wares/dos.txt"), "one\r\ntwo\r\nthree"); // with the line ends that it had
        QVERIFY(put("/wares/dos.txt", "somebody else\n").has_value());
        QTest::keyClicks(editor->text(), "!");
        QTest::mouseClick(editor->saveButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(editor->notice()->text().contains("Something else"), 20'000);
        QCOMPARE(content("/wares/dos.txt"), "somebody else\n");
        for (QPushButton *button : editor->notice()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains("all the same"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(content("/wares/dos.txt"), "one\r\ntwo\r\nthree!", 20'000);
        QTRY_VERIFY(!editor->isBusy());
        QTest::keyClicks(editor->text(), "?");
        editor->reject();
        QTRY_VERIFY(editor->findChild<QMessageBox *>() != nullptr); // something would be lost
        editor->findChild<QMessageBox *>()->reject();
        QVERIFY(editor->isVisible());
        editor->text()->document()->setModified(false);
        editor->reject();
    }

    void keepsModeAndOwnerOfWhatIsSaved()
    {
        const auto version = put("/wares/greeting", "hello again\n");
        QVERIFY2(version.has_value(), version ? "" : version.error().message.c_str());
        openFolder("/wares");
        QTRY_COMPARE_WITH_TIMEOUT(entry("greeting")->size, 12, 20'000);
        QCOMPARE(entry("greeting")->modeText(), "-rw-r-----");
        QCOMPARE(entry("greeting")->uid, 1000);
        QVERIFY(put("/wares/greeting", "third\n", *version).has_value());
        const auto late = put("/wares/greeting", "fourth\n", *version);
        QVERIFY(!late.has_value());
        QVERIFY(client::isOutdated(late.error()));
        QCOMPARE(content("/wares/greeting"), "third\n");
    }

    void changesOwnerAndMode()
    {
        pane()->select("greeting");
        pane()->actions()->action(FileActions::Properties)->trigger();
        auto *dialog = openWindowOf<ui::FilePropertiesDialog>();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->acceptButton()->isEnabled());
        app::fillIn(dialog->findChild<QLineEdit *>("octal"), "9");
        QVERIFY(!dialog->acceptButton()->isEnabled());
        app::fillIn(dialog->findChild<QLineEdit *>("octal"), "0755");
        dialog->findChild<QComboBox *>("user")->setEditText("root");
        QVERIFY(dialog->acceptButton()->isEnabled());
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(entry("greeting")->modeText(), "-rwxr-xr-x", 20'000);
        QCOMPARE(entry("greeting")->uid, 0);
        QCOMPARE(entry("greeting")->gid, 33);
    }

    void previewsTextAndPictures()
    {
        QImage picture(64, 32, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        picture.save(&png, "PNG");
        QVERIFY(put("/wares/picture.png", png.data()).has_value());
        auto *preview = pane()->findChild<QAction *>("preview");
        preview->trigger();
        openFolder("/wares");
        QTRY_VERIFY_WITH_TIMEOUT(entry("picture.png") != nullptr, 20'000);
        pane()->select("ready");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->preview()->showsText(), 20'000);
        QCOMPARE(pane()->preview()->text()->toPlainText(), "ready\n");
        pane()->select("picture.png");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->preview()->showsPicture(), 20'000);
        pane()->select("pipe"); // who opened it would wait for ever
        QTRY_VERIFY(!pane()->preview()->showsPicture() && !pane()->preview()->showsText());
        preview->trigger();
    }

    void takesOutAndPutsIn()
    {
        const QString source = m_engine.folder() + "/dropped";
        writeHere(source, "dropped in\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(source)});
        const QPointF place(4, pane()->height() - 4.0); // not on a row
        QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pane(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pane(), &drop);
        QTRY_VERIFY_WITH_TIMEOUT(entry("dropped") != nullptr, 20'000);
        QCOMPARE(content("/wares/dropped"), "dropped in\n");
        writeHere(source, "again\n");
        pane()->actions()->upload({source});
        QVERIFY(pane()->notice()->text().contains("there already"));
        QCOMPARE(content("/wares/dropped"), "dropped in\n");
        for (QPushButton *button : pane()->notice()->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(content("/wares/dropped"), "again\n", 20'000);
        QTRY_VERIFY(!pane()->isBusy());
        pane()->select("dropped");
        emit pane() -> table()->dragBegun(); // what the view does when the mouse moves with the button down
        QTRY_COMPARE_WITH_TIMEOUT(pane()->draggedFiles().size(), 1, 20'000);
        QFile here(pane()->draggedFiles().first());
        QVERIFY(here.open(QIODevice::ReadOnly));
        QCOMPARE(here.readAll(), "again\n");
    }

    void takesAWholeFolder()
    {
        const QString folder = m_engine.folder() + "/tree";
        QVERIFY(QDir().mkpath(folder + "/deep/er"));
        writeHere(folder + "/top", "t");
        writeHere(folder + "/deep/er/file", "f");
        pane()->actions()->upload({folder});
        QTRY_VERIFY_WITH_TIMEOUT(content("/wares/tree/deep/er/file") == "f", 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(entry("tree") != nullptr, 20'000);
        QCOMPARE(content("/wares/tree/top"), "t");
    }

    void looksIntoAContainerThatDoesNotRun()
    {
        makeContainer("still", {"true"}, false);
        page()->select(row("still")->id);
        details()->showTab(ContainerDetails::Files);
        QTRY_VERIFY_WITH_TIMEOUT(entry("bin") != nullptr && entry("wares") == nullptr, 20'000);
        openFolder("/etc");
        QVERIFY(entry("passwd") != nullptr);
        QCOMPARE(entry("passwd")->ownerText(), "root:root");
        page()->select(row("box")->id);
        details()->showTab(ContainerDetails::Files);
        QTRY_VERIFY_WITH_TIMEOUT(entry("wares") != nullptr, 20'000);
    }

    void looksIntoAVolume()
    {
        models::RunOptions options;
        options.image = image;
        options.name = "withvolume";
        options.command = {"sh", "-c", "echo kept > /data/kept; exec sleep 1000"};
        options.mounts = {{models::MountOption::Kind::Volume, "things", "/data", false}};
        makeContainer(options);
        const client::FilesOf volume{.id = "things", .volume = true};
        QTRY_COMPARE_WITH_TIMEOUT(content(volume, "/kept"), "kept\n", 20'000);
        ui::VolumeDetails volumes(m_session.get());
        m_session->wantVolumes();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->volumes()->find("things") != nullptr, 20'000);
        volumes.resize(500, 400);
        volumes.show();
        volumes.showVolume("things");
        volumes.showFiles();
        QTRY_VERIFY_WITH_TIMEOUT(
            volumes.filesPane() != nullptr && volumes.filesPane()->entry("kept") != nullptr, 20'000);
        QCOMPARE(volumes.filesPane()->entry("kept")->changeText(), QString());
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Files>(argc, argv);
}

#include "tst_files.moc"
