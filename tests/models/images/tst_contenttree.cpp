#include "models/images/contenttree.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace quayside;
using namespace quayside::models;

namespace
{

api::ImageEntry entry(const std::string &name, const std::string &type = "file", std::int64_t size = 0,
                      const std::string &change = "unchanged")
{
    api::ImageEntry made;
    made.name = name;
    made.type = type;
    made.size = size;
    made.change = change;
    return made;
}

// Answers when told to; what is cancelled is not answered.
class Engine
{
public:
    std::map<std::string, std::vector<api::ImageEntry>> folders;
    std::vector<std::string> asked;

    ContentTree::Fetch fetch()
    {
        return [this](const std::string &path, QObject *context, client::Done<api::ImageFolder> done) {
            asked.push_back(path);
            auto *operation = new Waiting(context);
            m_waiting.push_back({path, operation, std::move(done)});
            return client::Call(operation);
        };
    }
    void answer(bool truncated = false)
    {
        for (auto &waiting : std::exchange(m_waiting, {})) {
            if (!waiting.operation)
                continue;
            delete waiting.operation.data();
            const auto found = folders.find(waiting.path);
            if (found == folders.end())
                waiting.done(fail(ErrorKind::NotFound, "no {}", waiting.path));
            else
                waiting.done(api::ImageFolder{waiting.path, found->second, truncated});
        }
    }

private:
    struct Waiting : client::Operation {
        using Operation::Operation;
        void abort() override { delete this; }
    };
    struct Question {
        std::string path;
        QPointer<Waiting> operation;
        client::Done<api::ImageFolder> done;
    };
    std::vector<Question> m_waiting;
};

QStringList names(const ContentTree &tree, const QModelIndex &parent = {})
{
    QStringList names;
    for (int row = 0; row < tree.rowCount(parent); ++row)
        names.append(tree.index(row, 0, parent).data().toString());
    return names;
}

Engine system()
{
    Engine engine;
    engine.folders["/"] = {entry("bin", "link"), entry("etc", "folder", 300), entry("Readme", "file", 20),
                           entry("var", "folder", 900)};
    engine.folders["/etc"] = {entry("hosts", "file", 120, "changed"), entry("ssl", "folder", 180, "added")};
    engine.folders["/etc/ssl"] = {entry("key", "file", 180, "added")};
    engine.folders["/var"] = {};
    return engine;
}

} // namespace

class tst_ContentTree : public QObject
{
    Q_OBJECT

private slots:
    void asksForAFolderWhenItIsOpened()
    {
        Engine engine = system();
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false); // it would open every folder
        QSignalSpy came(&tree, &ContentTree::folderCame);
        tree.setSource(engine.fetch());
        QCOMPARE(engine.asked, std::vector<std::string>{"/"});
        QVERIFY(tree.isLoading());
        QCOMPARE(tree.rowCount(), 0);
        engine.answer();
        QVERIFY(!tree.isLoading());
        QCOMPARE(came.last().first().toString(), "/");
        QCOMPARE(names(tree), QStringList({"etc", "var", "bin", "Readme"}));
        const QModelIndex etc = tree.index(0, 0);
        QVERIFY(tree.hasChildren(etc) && tree.canFetchMore(etc) && tree.rowCount(etc) == 0);
        tree.fetchMore(etc);
        QVERIFY(!tree.canFetchMore(etc)); // once
        engine.answer();
        QCOMPARE(engine.asked.back(), "/etc");
        QCOMPARE(names(tree, etc), QStringList({"ssl", "hosts"}));
        QCOMPARE(tree.path(tree.index(1, 0, etc)), "/etc/hosts");
        QVERIFY(!tree.hasChildren(tree.index(1, 0, etc)));
    }

    void anEmptyFolderLosesItsMark()
    {
        Engine engine = system();
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        tree.setSource(engine.fetch());
        engine.answer();
        const QModelIndex var = tree.index(1, 0);
        tree.fetchMore(var);
        QVERIFY(tree.hasChildren(var));
        engine.answer();
        QVERIFY(!tree.hasChildren(var));
        QVERIFY(!tree.isEmpty());
    }

    void anotherSourceEndsWhatIsUnderWay()
    {
        Engine first = system(), second;
        second.folders["/"] = {entry("only")};
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        tree.setSource(first.fetch());
        tree.setSource(second.fetch());
        first.answer();
        QCOMPARE(tree.rowCount(), 0);
        second.answer();
        QCOMPARE(names(tree), QStringList("only"));
        tree.setSource(first.fetch());
        tree.clear();
        first.answer();
        QCOMPARE(tree.rowCount(), 0);
        QVERIFY(!tree.isLoading());
    }

    void whatCannotBeReadIsSaidAndAskedAgain()
    {
        Engine engine = system();
        engine.folders.erase("/etc");
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        QSignalSpy failed(&tree, &ContentTree::failed);
        tree.setSource(engine.fetch());
        engine.answer();
        const QPersistentModelIndex etc = tree.index(0, 0);
        tree.fetchMore(etc);
        engine.answer();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(tree.rowCount(etc), 1);
        QVERIFY(tree.index(0, 0, etc).data().toString().contains("no /etc"));
        QVERIFY(tree.entry(tree.index(0, 0, etc)) == nullptr);
        QVERIFY(!tree.flags(tree.index(0, 0, etc)).testFlag(Qt::ItemIsSelectable));
        engine.folders["/etc"] = {entry("hosts")};
        tree.retry();
        engine.answer();
        QCOMPARE(names(tree, etc), QStringList("hosts"));
    }

    void theRootMayFailToo()
    {
        Engine engine;
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        QSignalSpy failed(&tree, &ContentTree::failed);
        tree.setSource(engine.fetch());
        engine.answer();
        QCOMPARE(failed.count(), 1);
        QVERIFY(!tree.isEmpty()); // nobody knows
        engine.folders["/"] = {};
        tree.retry();
        engine.answer();
        QVERIFY(tree.isEmpty());
    }

    void saysThatThereAreMore()
    {
        Engine engine = system();
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        tree.setSource(engine.fetch());
        engine.answer(true);
        QCOMPARE(tree.rowCount(), 5);
        for (const int column : {ContentTree::NameColumn, ContentTree::SizeColumn}) {
            for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                tree.sort(column, order);
                QVERIFY(!tree.index(4, 0).data(ContentTree::NoteRole).toString().isEmpty());
            }
        }
    }

    void sortsAndKeepsWhatIsChosen()
    {
        Engine engine = system();
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        tree.setSource(engine.fetch());
        engine.answer();
        tree.fetchMore(tree.index(0, 0));
        engine.answer();
        const QPersistentModelIndex hosts = tree.index(1, 0, tree.index(0, 0));
        QCOMPARE(tree.path(hosts), "/etc/hosts");
        tree.sort(ContentTree::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(names(tree), QStringList({"var", "etc", "Readme", "bin"}));
        QCOMPARE(tree.path(hosts), "/etc/hosts");
        QCOMPARE(hosts.parent().row(), 1);
        tree.sort(ContentTree::NameColumn, Qt::DescendingOrder);
        QCOMPARE(names(tree), QStringList({"var", "etc", "Readme", "bin"}));
        tree.sort(ContentTree::NameColumn, Qt::AscendingOrder);
        QCOMPARE(names(tree), QStringList({"etc", "var", "bin", "Readme"}));
    }

    void revealsStepByStep()
    {
        Engine engine = system();
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        QSignalSpy revealed(&tree, &ContentTree::revealed);
        tree.setSource(engine.fetch());
        tree.reveal("/etc/ssl/key");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(revealed.count(), 0);
            engine.answer();
        }
        QCOMPARE(revealed.count(), 1);
        QCOMPARE(tree.path(revealed.last().first().toModelIndex()), "/etc/ssl/key");
        tree.reveal("/etc/ssl/nothing/there"); // as far as there is a way
        QCOMPARE(tree.path(revealed.last().first().toModelIndex()), "/etc/ssl");
        tree.reveal("/Readme/under/a/file");
        QCOMPARE(tree.path(revealed.last().first().toModelIndex()), "/Readme");
    }

    void namesThatAreNoTextLeadBack()
    {
        Engine engine;
        api::ImageEntry odd = entry("\xEF\xBF\xBD", "folder");
        odd.encoded = "/%FF";
        engine.folders["/"] = {odd, entry("a b%", "folder")};
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        tree.setSource(engine.fetch());
        engine.answer();
        QCOMPARE(tree.codedPath(tree.index(1, 0)), "/%FF");
        QCOMPARE(tree.codedPath(tree.index(0, 0)), "/a%20b%25");
        tree.fetchMore(tree.index(1, 0));
        QCOMPARE(engine.asked.back(), "/%FF");
    }

    void showsWhatWasFound()
    {
        ContentTree tree(ContentTree::Of::Image);
        QAbstractItemModelTester tester(&tree);
        tester.setUseFetchMore(false);
        api::FoundEntries found;
        found.found = {entry("hosts"), entry("ssl", "folder")};
        found.found[0].path = "/etc/hosts";
        found.found[1].path = "/etc/ssl";
        found.truncated = true;
        tree.showFound(found);
        QCOMPARE(tree.rowCount(), 3);
        QCOMPARE(tree.path(tree.index(1, 0)), "/etc/hosts");
        QVERIFY(!tree.hasChildren(tree.index(0, 0))); // flat
        QVERIFY(tree.entry(tree.index(2, 0)) == nullptr);
    }

    void tellsReaders()
    {
        Engine engine;
        engine.folders["/"] = {entry("hosts", "file", 2048, "removed")};
        ContentTree tree(ContentTree::Of::Image);
        tree.setSource(engine.fetch());
        engine.answer();
        QCOMPARE(tree.index(0, 0).data(Qt::AccessibleTextRole).toString(), "hosts, file, 2.0 KiB, removed");
    }

    void onlyComparisonsHaveTheOtherSize()
    {
        QCOMPARE(ContentTree(ContentTree::Of::Image).columnCount(), int(ContentTree::OtherSizeColumn));
        QCOMPARE(ContentTree(ContentTree::Of::Comparison).columnCount(), int(ContentTree::ColumnCount));
    }

    void permissions_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << 0644 << "rw-r--r--";
        QTest::newRow("none") << 0 << "---------";
        QTest::newRow("su") << 04755 << "rwsr-xr-x";
        QTest::newRow("set-group-id without x") << 02644 << "rw-r-Sr--";
        QTest::newRow("tmp") << 01777 << "rwxrwxrwt";
    }
    void permissions()
    {
        QFETCH(int, mode);
        QTEST(permissionText(mode), "text");
    }

    void theLargestAnswerIsNoFreeze()
    {
        Engine engine;
        constexpr int most = 10'000; // the engine cuts off what is more
        for (int i = 0; i < most; ++i)
            engine.folders["/"].push_back(entry("file-" + std::to_string(i * 7919 % most), "file", i));
        ContentTree tree(ContentTree::Of::Image);
        tree.setSource(engine.fetch());
        QElapsedTimer timer;
        timer.start();
        engine.answer();
        tree.sort(ContentTree::SizeColumn, Qt::DescendingOrder);
        const qint64 took = timer.elapsed();
        QCOMPARE(tree.rowCount(), most);
        QCOMPARE(tree.entry(tree.index(0, 0))->size, most - 1);
        QVERIFY2(took < 2000, qPrintable(QString::number(took))); // some 50 on a quiet machine
    }
};

QTEST_GUILESS_MAIN(tst_ContentTree)
#include "tst_contenttree.moc"
