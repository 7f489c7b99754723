// Inside images: layers and their files, search, single files, comparison, packages, disk, tidying up,
// archives that are dropped.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/client/files.h"
#include "models/client/imagecontents.h"
#include "ui/common/filteredit.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/prunedialog.h"
#include "ui/common/tabs.h"
#include "ui/images/comparedialog.h"
#include "ui/images/contentview.h"
#include "ui/images/fileviewer.h"
#include "ui/images/historypane.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagedetails.h"
#include "ui/images/imagefilespane.h"
#include "ui/images/imagespage.h"
#include "ui/images/importdialog.h"
#include "ui/images/layerspane.h"
#include "ui/images/packagespane.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QToolButton>

#include <filesystem>
#include <set>

#include <sys/stat.h>

using namespace quayside;
using models::ContentEntry;
using models::ContentTree;
using ui::ImageActions;

namespace
{

// What layers hold, and the blobs: bytes of regular files, each counted once. Not what the engine notes
// beside a layer.
std::int64_t storedBytes(const QString &root)
{
    std::int64_t bytes = 0;
    std::set<ino_t> seen;
    std::error_code ignored;
    using Walk = std::filesystem::recursive_directory_iterator;
    for (const char *folder : {"/layers", "/blobs"}) {
        for (auto at = Walk(root.toStdString() + folder, ignored); at != Walk(); at.increment(ignored)) {
            const std::string path = at->path().string();
            struct ::stat status = {};
            if ((path.contains("/diff/") || path.contains("/blobs/")) &&
                ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                seen.insert(status.st_ino).second)
                bytes += status.st_size;
        }
    }
    return bytes;
}

} // namespace

class tst_Images : public WindowTest
{
    Q_OBJECT

private:
    ui::ImagesPage *images() const { return m_window->imagesPage(); }
    ui::ImageDetails *details() const { return m_window->imageDetails(); }

    // A container of `from` runs the script; what it changed becomes an image.
    void makeImage(const QString &from, const QString &script, const QString &repository)
    {
        models::RunOptions options;
        options.image = from;
        options.name = "maker";
        options.command = {"sh", "-c", script + "; sleep 1000"};
        options.init = true;
        const QString id = makeContainer(options);
        // The container writes "done" last.
        QString output;
        m_session->client()->logs(
            id.toStdString(), {.follow = true}, this,
            [&](api::Stream, QByteArrayView bytes) { output += QString::fromUtf8(bytes); }, {});
        QTRY_VERIFY2_WITH_TIMEOUT(output.contains("done"), qPrintable(output), 20'000);
        client::commit(*m_session->client(),
                       {.container = id.toStdString(),
                        .repository = repository.toStdString(),
                        .tag = "1",
                        .comment = "made by a test"},
                       this, {});
        QTRY_VERIFY_WITH_TIMEOUT(hasImage(repository + ":1"), 20'000);
        m_session->client()->removeContainer(id.toStdString(), {.force = true}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(row("maker") == nullptr, 15'000);
    }
    std::int64_t stored() const { return storedBytes(m_engine.folder() + "/root"); }
    bool lacksLayers() const { return !m_session->hasFeature("layer-explorer"); }
    void select(const QString &reference)
    {
        m_window->showPage(ui::MainWindow::Images);
        images()->selectReference(reference);
        QTRY_COMPARE(details()->imageKey(), keyOf(reference));
    }
    static QModelIndex find(const ContentTree *tree, const QString &name, const QModelIndex &parent = {})
    {
        for (int row = 0; row < tree->rowCount(parent); ++row) {
            const ContentEntry *entry = tree->entry(tree->index(row, 0, parent));
            if (entry != nullptr && entry->name == name)
                return tree->index(row, 0, parent);
        }
        return {};
    }
    static QString changeOf(const ContentTree *tree, const QString &name, const QModelIndex &parent = {})
    {
        const QModelIndex index = find(tree, name, parent);
        return index.isValid() ? index.siblingAtColumn(ContentTree::ChangeColumn).data().toString()
                               : QStringLiteral("(not there)");
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
    void drop(const QString &file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(images(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(images(), &event);
    }

private slots:
    void initTestCase()
    {
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isOwnEngine(), 10'000);
        makeImage(image,
                  "mkdir -p /var/lib/dpkg /srv/deep/er; echo hello > /srv/deep/er/greeting;"
                  "dd if=/dev/zero of=/srv/big bs=1024 count=2048 2>/dev/null; rm /etc/passwd;"
                  "printf 'Package: tea\\nStatus: install ok installed\\nArchitecture: all\\n"
                  "Installed-Size: 12\\nVersion: 1.5\\nDescription: hot\\n\\nPackage: milk\\n"
                  "Status: install ok installed\\nArchitecture: all\\nVersion: 2\\n"
                  "Description: cold\\n' > /var/lib/dpkg/status; echo done",
                  "team/two");
        makeImage("team/two:1",
                  "rm /srv/big; echo other > /srv/deep/er/greeting; echo more > /srv/new; echo done",
                  "team/three");
    }
    void cleanupTestCase() { closeWindow(); }

    void aJumpLeadsToTheContainer()
    {
        const QString id = makeContainer("user", {"sleep", "1000"}, false);
        select(image);
        QTRY_VERIFY_WITH_TIMEOUT(!details()->findChildren<QLabel *>().isEmpty(), 5000);
        const auto jump = [&]() -> QLabel * {
            for (QLabel *label : details()->findChildren<QLabel *>()) {
                if (label->accessibleName().startsWith("Used by: user"))
                    return label;
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(jump() != nullptr, 10'000);
        QLabel *link = jump();
        emit link->linkActivated("#");
        QCOMPARE(page()->currentKey(), id);
        QVERIFY(page()->isVisible());
        m_session->client()->removeContainer(id.toStdString(), {.force = true}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(row("user") == nullptr, 10'000);
    }

    void historyIsGreyWhereNothingChanged()
    {
        select("team/three:1");
        ui::HistoryPane *history = details()->showHistory();
        QTRY_VERIFY_WITH_TIMEOUT(history->table()->model()->rowCount() >= 3, 10'000);
        QVERIFY(!history->table()
                     ->model()
                     ->index(0, models::HistoryModel::SizeColumn)
                     .data()
                     .toString()
                     .isEmpty());
        history->table()->chooseRow(history->table()->model()->index(0, 0));
        QTRY_VERIFY(!history->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    }

    void listsLayersAndOpensFolders()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        select("team/three:1");
        ui::LayersPane *pane = details()->showLayers();
        QTRY_COMPARE_WITH_TIMEOUT(pane->layers()->rowCount(), 4, 15'000); // the whole image, and three
        ContentTree *tree = pane->files()->tree();
        QTRY_VERIFY_WITH_TIMEOUT(find(tree, "etc").isValid(), 10'000);
        QVERIFY(!find(tree, "nothing").isValid());
        // The second layer: what it added and removed.
        pane->chooseLayer(1);
        QTRY_VERIFY_WITH_TIMEOUT(!pane->files()->isLoading() && !find(tree, "bin").isValid(), 10'000);
        QCOMPARE(changeOf(tree, "srv"), "added");
        const QModelIndex etc = find(tree, "etc");
        pane->files()->view()->setCurrentIndex(etc);
        QTest::keyClick(pane->files()->view(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(changeOf(tree, "passwd", find(tree, "etc")), "removed", 10'000);
        QVERIFY(pane->files()->view()->isExpanded(find(tree, "etc")));
        // Its changes aside, the whole image.
        pane->files()->onlyChangesButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(find(tree, "bin").isValid(), 10'000);
        pane->files()->onlyChangesButton()->click();
    }

    void saysWhichLayerWastes()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        ui::LayersPane *pane = details()->showLayers();
        QVERIFY2(pane->summary().startsWith("Efficiency "), qPrintable(pane->summary()));
        const models::WasteRow *big = pane->waste()->find("/srv/big");
        QVERIFY(big != nullptr);
        QCOMPARE(big->bytes, 2 << 20);
        QCOMPARE(pane->layers()->at(3).wasted >= 2 << 20, true); // the third removes it
        pane->setWasteShown(true);
        QVERIFY(pane->wasteTable()->isVisible());
        // The largest first; opened, it leads to the layer that removes it.
        const QModelIndex first = pane->wasteTable()->model()->index(0, 0);
        QCOMPARE(first.data().toString(), "/srv/big");
        emit pane->wasteTable()->rowOpened(first);
        ContentTree *tree = pane->files()->tree();
        QTRY_COMPARE_WITH_TIMEOUT(tree->path(pane->files()->view()->chosenRow()), "/srv/big", 10'000);
        QCOMPARE(pane->files()->view()->chosenEntry()->change, ContentEntry::Change::Removed);
        QCOMPARE(pane->files()->chosenFile().layer, 1); // it can still be read below
        pane->setWasteShown(false);
    }

    void searchesReadsAndSaves()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        ui::LayersPane *pane = details()->showLayers();
        ui::ImageFilesPane *files = pane->files();
        pane->chooseLayer(-1);
        app::fillIn(files->searchEdit(), "GREET");
        QTRY_VERIFY_WITH_TIMEOUT(find(files->tree(), "/srv/deep/er/greeting").isValid(), 10'000);
        QCOMPARE(files->tree()->rowCount(), 1);
        files->view()->chooseRow(files->tree()->index(0, 0));
        ui::FileViewer *viewer = files->openChosen();
        QVERIFY(viewer != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(viewer->text()->toPlainText(), "other\n", 10'000);
        app::fillIn(viewer->findEdit(), "the");
        QTRY_COMPARE(viewer->found(), "1 of 1");
        QCOMPARE(viewer->text()->textCursor().selectedText(), "the");
        app::fillIn(viewer->findEdit(), "nowhere");
        QTRY_COMPARE(viewer->found(), "not found");
        viewer->close();
        const QString saved = m_engine.folder() + "/greeting";
        files->saveTo(files->chosenFile(), saved);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(saved), 10'000);
        QFile file(saved);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "other\n");
        // In the layer below it is what it was.
        pane->chooseLayer(1);
        QTRY_VERIFY_WITH_TIMEOUT(!files->isLoading(), 10'000);
        files->reveal("/srv/deep/er/greeting");
        QTRY_COMPARE_WITH_TIMEOUT(files->tree()->path(files->view()->chosenRow()), "/srv/deep/er/greeting",
                                  10'000);
        viewer = files->openChosen();
        QVERIFY(viewer != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(viewer->text()->toPlainText(), "hello\n", 10'000);
        viewer->close();
        QVERIFY(files->searchEdit()->text().isEmpty());
        app::fillIn(files->searchEdit(), "no-such-name");
        QTRY_VERIFY_WITH_TIMEOUT(files->placeholder()->isVisible(), 10'000);
        files->searchEdit()->clear();
    }

    void whatIsNoTextIsSaid()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        select("team/two:1");
        ui::ImageFilesPane *files = details()->showLayers()->files();
        QTRY_VERIFY_WITH_TIMEOUT(find(files->tree(), "srv").isValid(), 15'000);
        files->reveal("/srv/big");
        QTRY_COMPARE_WITH_TIMEOUT(files->tree()->path(files->view()->chosenRow()), "/srv/big", 10'000);
        ui::FileViewer *viewer = files->openChosen();
        QTRY_VERIFY_WITH_TIMEOUT(!viewer->remark().isEmpty(), 10'000);
        QVERIFY2(viewer->remark().startsWith("This is not text"), qPrintable(viewer->remark()));
        viewer->close();
    }

    void listsPackages()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        select("team/two:1");
        ui::PackagesPane *pane = details()->showPackages();
        QTRY_COMPARE_WITH_TIMEOUT(pane->packages()->rowCount(), 2, 15'000);
        QVERIFY2(pane->line().contains("dpkg"), qPrintable(pane->line()));
        app::fillIn(pane->filterEdit(), "name:te");
        QTRY_COMPARE(pane->shown()->rowCount(), 1);
        QCOMPARE(pane->shown()->index(0, models::PackageModel::VersionColumn).data().toString(), "1.5");
        pane->filterEdit()->clear();
        select(image); // it has none
        QTRY_COMPARE_WITH_TIMEOUT(pane->packages()->rowCount(), 0, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(pane->findChild<ui::Placeholder *>()->isVisible(), 10'000);
    }

    void comparesTwoImages()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        images()->actions()->run(ImageActions::Compare, {keyOf("team/two:1"), keyOf("team/three:1")});
        auto *dialog = openDialog<ui::CompareDialog>();
        QVERIFY(dialog != nullptr);
        ContentTree *tree = dialog->tree();
        QTRY_VERIFY_WITH_TIMEOUT(find(tree, "srv").isValid(), 15'000);
        QVERIFY(!find(tree, "bin").isValid()); // the same in both
        dialog->view()->expand(find(tree, "srv"));
        QTRY_COMPARE_WITH_TIMEOUT(changeOf(tree, "big", find(tree, "srv")), "removed", 10'000);
        QCOMPARE(changeOf(tree, "new", find(tree, "srv")), "added");
        dialog->swap();
        QTRY_VERIFY_WITH_TIMEOUT(find(tree, "srv").isValid(), 10'000);
        dialog->view()->expand(find(tree, "srv"));
        QTRY_COMPARE_WITH_TIMEOUT(changeOf(tree, "big", find(tree, "srv")), "added", 10'000);
        const QString id = tree->entry(find(tree, "srv")) == nullptr ? QString() : details()->imageKey();
        dialog->choose(id.section(u' ', 0, 0), id.section(u' ', 0, 0));
        QVERIFY(dialog->isPlaceholderShown());
        dialog->close();
    }

    void removingFreesExactlyWhatWasSaid()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        makeImage(image, "dd if=/dev/zero of=/heavy bs=1024 count=3000 2>/dev/null; echo done", "team/heavy");
        details()->tabs()->setCurrentIndex(0);
        select("team/heavy:1");
        QTRY_VERIFY_WITH_TIMEOUT(details()->disk().has_value(), 10'000);
        const api::ImageDisk disk = *details()->disk();
        QVERIFY(disk.frees >= 3000 * 1024);
        const std::int64_t before = stored();
        m_session->client()->removeImage("team/heavy:1", {}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(!hasImage("team/heavy:1"), 10'000);
        const auto freed = [&] { return before - stored(); };
        QTRY_COMPARE_WITH_TIMEOUT(freed(), disk.frees, 10'000);
    }

    void tidiesUpWhatThePreviewSays()
    {
        if (lacksLayers())
            QSKIP("the engine has no layer explorer yet");
        makeImage(image, "dd if=/dev/zero of=/waste bs=1024 count=1000 2>/dev/null; echo done", "team/spare");
        const QString id = keyOf("team/spare:1").section(u' ', 0, 0);
        // The name moves on to another image: this one has none any more.
        m_session->client()->tagImage("team/two:1", "team/spare", "1", this, {});
        QTRY_VERIFY_WITH_TIMEOUT(!keyOf("team/spare:1").startsWith(id), 10'000);
        images()->actions()->run(ImageActions::Prune, {});
        QTRY_VERIFY_WITH_TIMEOUT(openDialog<ui::PruneDialog>() != nullptr, 10'000);
        auto *dialog = openDialog<ui::PruneDialog>();
        QCOMPARE(dialog->chosenKeys(), QStringList(id)); // those with names are listed, and not ticked
        QString sum;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            sum += label->text().startsWith("Frees exactly") ? label->text() : QString();
        QVERIFY(!sum.isEmpty());
        std::optional<std::int64_t> said;
        client::previewImagePrune(*m_session->client(), {}, this, [&](const auto &preview) {
            said = preview ? preview->spaceReclaimed : -1;
        });
        QTRY_VERIFY(said.has_value());
        QVERIFY(*said >= 1000 * 1024);
        const std::int64_t before = stored();
        QTest::mouseClick(dialog->removeButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->images()->find(id + " :") == nullptr, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(before - stored(), *said, 10'000);
        QVERIFY(hasImage("team/three:1"));
    }

    void archivesCanBeDropped()
    {
        m_window->showPage(ui::MainWindow::Images);
        const QString file = m_engine.folder() + "/three.tar";
        images()->actions()->saveTo({keyOf("team/three:1")}, file);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 20'000);
        m_session->client()->removeImage("team/three:1", {.force = true}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(!hasImage("team/three:1"), 10'000);
        drop(file);
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("team/three:1"), 20'000);
    }

    void aRootFileSystemThatIsDroppedCanBeImported()
    {
        QVERIFY(QDir(m_engine.folder()).mkpath("files/etc"));
        QFile motd(m_engine.folder() + "/files/etc/motd");
        QVERIFY(motd.open(QIODevice::WriteOnly));
        motd.write("welcome\n");
        motd.close();
        const QString archive = m_engine.folder() + "/files.tar";
        QCOMPARE(QProcess::execute("tar", {"-C", m_engine.folder() + "/files", "-cf", archive, "."}), 0);
        images()->notice()->dismiss();
        drop(archive);
        QTRY_VERIFY_WITH_TIMEOUT(images()->notice()->text().contains("failed"), 20'000);
        const QPushButton *button = nullptr;
        for (QPushButton *one : images()->notice()->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text().startsWith("Import")) {
                button = one;
                one->click();
                break;
            }
        }
        QVERIFY(button != nullptr);
        auto *dialog = openDialog<ui::ImportDialog>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->fileName(), archive);
        QCOMPARE(dialog->reference(), "files:latest");
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("files:latest"), 20'000);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Images>(argc, argv);
}

#include "tst_images.moc"
