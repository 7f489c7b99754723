// Volumes by hand: into an archive and back, copied; what is asked before.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/common/operationmodel.h"
#include "ui/common/notice.h"
#include "ui/volumes/archivedialogs.h"
#include "ui/volumes/volumeactions.h"
#include "ui/volumes/volumespage.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

using namespace quayside;
using ui::VolumeActions;

class tst_Volumes : public WindowTest
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] ui::VolumesPage *volumes() const { return m_window->volumesPage(); }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    void makeVolume(const QString &name, const QString &script, bool stays = false)
    {
        models::RunOptions options;
        options.image = image;
        options.name = name + QStringLiteral("-maker");
        options.command = {"sh", "-c", script + (stays ? "; sleep 1000" : "")};
        options.init = true;
        models::MountOption mount;
        mount.kind = models::MountOption::Kind::Volume;
        mount.source = name;
        mount.target = QStringLiteral("/data");
        options.mounts = {mount};
        makeContainer(options);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->volumes()->find(name) != nullptr, 20'000);
        if (!stays)
            QTRY_VERIFY_WITH_TIMEOUT(isIn(options.name, models::ContainerState::Exited), 20'000);
    }
    QString pathOf(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString notesOf(const QWidget *dialog) const
    {
        QString notes;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            notes += label->text() + QLatin1Char('\n');
        return notes;
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_window->showPage(ui::MainWindow::Volumes);
        makeVolume("ledger", "echo 17 > /data/sum; chmod 600 /data/sum");
    }
    void cleanupTestCase() { closeWindow(); }

    void exportsToAnArchive()
    {
        volumes()->select("ledger");
        QAction *action = volumes()->actions()->action(VolumeActions::Export);
        QVERIFY(action->isVisible() && action->isEnabled());
        action->trigger();
        auto *dialog = openDialog<ui::ExportVolumeDialog>();
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("file"), pathOf("nowhere/ledger.tar"));
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("folder"));
        app::fillIn(dialog->findChild<QLineEdit *>("file"), pathOf("ledger.tar.gz"));
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(pathOf("ledger.tar.gz")), 20'000);
        QTRY_VERIFY(volumes()->notice()->text().contains("ledger.tar.gz"));
        QFile file(pathOf("ledger.tar.gz"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(2), QByteArray("\x1f\x8b"));
    }

    void replacesAFileOnlyWhenAskedTwice()
    {
        volumes()->actions()->run(VolumeActions::Export, {"ledger"});
        auto *dialog = openDialog<ui::ExportVolumeDialog>();
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("file"), pathOf("ledger.tar.gz"));
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("once more"));
        dialog->reject();
    }

    void importsAsANewVolume()
    {
        volumes()->actions()->importFile(pathOf("ledger.tar.gz"), {});
        auto *dialog = openDialog<ui::ImportVolumeDialog>();
        QVERIFY(dialog != nullptr);
        auto *name = dialog->findChild<QLineEdit *>("name");
        QCOMPARE(name->text(), "ledger"); // of the file
        QVERIFY(!dialog->findChild<QComboBox *>("existing")->isVisible());
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("there already"));
        app::fillIn(name, "restored");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->volumes()->find("restored") != nullptr, 20'000);
        QFile file(m_session->volumes()->find("restored")->mountpoint + "/sum");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "17\n");
    }

    void importsIntoOneThatIsThere()
    {
        const QString folder = m_session->volumes()->find("restored")->mountpoint;
        QFile other(folder + "/other");
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.close();
        for (const bool replace : {false, true}) {
            QVERIFY(QFile::remove(folder + "/sum"));
            volumes()->actions()->importFile(pathOf("ledger.tar.gz"), "restored");
            auto *dialog = openDialog<ui::ImportVolumeDialog>();
            QVERIFY(dialog != nullptr);
            QVERIFY(!dialog->findChild<QLineEdit *>("name")->isVisible());
            dialog->findChild<QComboBox *>("existing")->setCurrentIndex(replace ? 1 : 0);
            QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + "/sum"), 20'000);
            QTRY_COMPARE(QFile::exists(folder + "/other"), !replace);
            QTRY_VERIFY(openDialog<ui::ImportVolumeDialog>() == nullptr);
        }
    }

    void clonesOneThatIsInUseWithAWord()
    {
        makeVolume("busy", "echo 1 > /data/a", true);
        QTRY_COMPARE_WITH_TIMEOUT(ui::runningUsers(m_session.get(), "busy"), QStringList("busy-maker"),
                                  10'000);
        volumes()->actions()->run(VolumeActions::Clone, {"busy"});
        auto *dialog = openDialog<ui::CloneVolumeDialog>();
        QVERIFY(dialog != nullptr);
        QVERIFY(notesOf(dialog).contains("torn"));
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->volumes()->find("busy-copy") != nullptr, 20'000);
        QTRY_VERIFY(volumes()->notice()->text().contains("busy-copy"));
    }

    void aBadArchiveIsToldAndLeavesNothing()
    {
        QFile bad(pathOf("bad.tar"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("this is no tar, and long enough to be looked at as one: " + QByteArray(2000, 'x'));
        bad.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(bad.fileName())});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(volumes(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(volumes(), &drop);
        auto *dialog = openDialog<ui::ImportVolumeDialog>();
        QVERIFY(dialog != nullptr);
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(volumes()->notice()->text().contains("failed"), 20'000);
        QVERIFY(m_session->volumes()->find("bad") == nullptr);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Volumes>(argc, argv);
}

#include "tst_volumes.moc"
