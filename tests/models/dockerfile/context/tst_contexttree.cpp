// The tree of a build's folder: rows, states, lines added and removed, changes on the disk.
#include "models/dockerfile/context/contexttree.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside::models;
using State = ContextEntry::State;

class tst_ContextTree : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ContextTree> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void write(const QString &name, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QByteArray read(const QString &name)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    void open(const QString &dockerfile = QStringLiteral("Dockerfile"))
    {
        QSignalSpy looked(m_tree.get(), &ContextTree::looked);
        m_tree->setContext(m_folder->path(), dockerfile);
        QVERIFY(looked.wait(10'000));
    }
    [[nodiscard]] State stateOf(const std::string &path) const
    {
        const QModelIndex index = m_tree->find(path);
        return index.isValid() ? State(index.data(ContextTree::StateRole).toInt()) : State(-1);
    }
    [[nodiscard]] QString textOf(const std::string &path, int column) const
    {
        const QModelIndex index = m_tree->find(path);
        return index.siblingAtColumn(column).data().toString();
    }
    [[nodiscard]] QStringList names(const QModelIndex &parent = {}) const
    {
        QStringList list;
        for (int row = 0; row < m_tree->rowCount(parent); ++row)
            list.append(m_tree->index(row, 0, parent).data().toString());
        return list;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_tree = std::make_unique<ContextTree>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_tree.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_tree.reset();
        m_folder.reset();
    }

    void showsFoldersFirst()
    {
        write("b", "12");
        write("a", QByteArray(2048, 'x'));
        write("z/inside", "123");
        open();
        QCOMPARE(names(), QStringList({"z", "a", "b"}));
        QCOMPARE(names(m_tree->find("z")), QStringList({"inside"}));
        QCOMPARE(textOf("a", ContextTree::SizeColumn), "2.0 KiB");
        QCOMPARE(m_tree->path(m_tree->find("z/inside")), "z/inside");
        QVERIFY(m_tree->summary().contains("2.0 KiB"));
        QCOMPARE(m_tree->find("a").siblingAtColumn(1).data(ContextTree::ShareRole).toDouble(), 1.0);
        m_tree->sort(ContextTree::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(names(), QStringList({"a", "z", "b"}));
        m_tree->sort(ContextTree::NameColumn, Qt::DescendingOrder);
        QCOMPARE(names(), QStringList({"z", "b", "a"}));
    }

    void keepsChosenRowsWhenItIsSorted()
    {
        write("a", "1");
        write("b", "12");
        open();
        const QPersistentModelIndex chosen(m_tree->find("b"));
        m_tree->sort(ContextTree::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(chosen.data().toString(), "b");
        QCOMPARE(chosen.row(), 0);
    }

    void namesTheRule()
    {
        write(".dockerignore", "\n*.log\n");
        write("x.log", "1");
        open();
        QCOMPARE(stateOf("x.log"), State::Excluded);
        QCOMPARE(textOf("x.log", ContextTree::RuleColumn), "*.log (line 2)");
        QCOMPARE(m_tree->ruleLine(m_tree->find("x.log")), 2);
        QVERIFY(m_tree->find("x.log").data(Qt::ToolTipRole).toString().contains(".dockerignore"));
    }

    void leavesOutAndIncludesAgain()
    {
        write("big/file", "1234");
        open();
        QCOMPARE(m_tree->exclude("big"), "");
        QCOMPARE(read(".dockerignore"), "big\n"); // it is made
        QTRY_COMPARE(stateOf("big"), State::Excluded);
        QCOMPARE(m_tree->include("big"), "");
        QCOMPARE(read(".dockerignore"), "");
        QTRY_COMPARE(stateOf("big"), State::Included);
    }

    void changesTheFileThatHolds()
    {
        write("Dockerfile", "FROM scratch\n");
        write("Dockerfile.dockerignore", "# mine\n");
        write(".dockerignore", "other\n");
        write("a", "1");
        open(m_folder->filePath("Dockerfile")); // absolute
        QCOMPARE(m_tree->exclude("a"), "");
        QCOMPARE(read("Dockerfile.dockerignore"), "# mine\na\n");
        QCOMPARE(read(".dockerignore"), "other\n");
    }

    void refusesToTouchWhatItCannotRead()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(".dockerignore"));
        write("a", "1");
        open();
        QVERIFY(m_tree->problem().contains(".dockerignore"));
        QVERIFY(m_tree->exclude("a").contains(".dockerignore"));
        write("Dockerfile.dockerignore", "[a\n");
        QTRY_VERIFY(m_tree->problem().contains("Line 1"));
        QVERIFY(m_tree->exclude("a").contains("line 1"));
        QCOMPARE(read("Dockerfile.dockerignore"), "[a\n");
    }

    void followsTheDisk()
    {
        write("src/a", "1");
        open();
        QVERIFY(m_tree->isLive());
        write("src/b", "12"); // in a folder below
        QTRY_VERIFY(m_tree->find("src/b").isValid());
        QFile file(m_folder->filePath("src/a")); // written in place
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write("23456789");
        file.close();
        QTRY_COMPARE(m_tree->contents().entries[m_tree->entryOf(m_tree->find("src/a"))].size, 9U);
        write("new/c", "1"); // a folder that was not there, and a file in it after it is known
        QTRY_VERIFY(m_tree->find("new/c").isValid());
        write("new/d", "1");
        QTRY_VERIFY(m_tree->find("new/d").isValid());
        QVERIFY(QDir(m_folder->filePath("src")).removeRecursively());
        QTRY_VERIFY(!m_tree->find("src").isValid());
    }

    void staysAsItIsWhereNothingChanges()
    {
        write("a", "1");
        open();
        QSignalSpy reset(m_tree.get(), &QAbstractItemModel::modelReset),
            looked(m_tree.get(), &ContextTree::looked);
        m_tree->refresh();
        QVERIFY(looked.wait(10'000));
        QCOMPARE(reset.size(), 0);
    }

    void opensWhatIsLeftOut()
    {
        write(".dockerignore", "out\n");
        write("out/file", "1");
        open();
        const QModelIndex out = m_tree->find("out");
        QVERIFY(m_tree->hasChildren(out)); // perhaps
        QCOMPARE(m_tree->rowCount(out), 0);
        QVERIFY(m_tree->canFetchMore(out));
        m_tree->fetchMore(out);
        QTRY_COMPARE(m_tree->rowCount(m_tree->find("out")), 1);
        QCOMPARE(stateOf("out/file"), State::Excluded);
        QCOMPARE(m_tree->include("out/file"), "");
        QTRY_COMPARE(stateOf("out"), State::Partly);
    }

    void showsAnotherFolder()
    {
        write("a", "1");
        open();
        QTemporaryDir other;
        m_tree->setContext(other.path(), {});
        QCOMPARE(m_tree->rowCount(), 0); // at once
        QTRY_VERIFY(!m_tree->isLoading());
        QCOMPARE(m_tree->rowCount(), 0);
        m_tree->setContext({}, {});
        QVERIFY(m_tree->contents().entries.empty());
        m_tree->setContext(other.filePath("missing"), {});
        QTRY_VERIFY(!m_tree->problem().isEmpty());
    }

    void mayGoWhileItLooks()
    {
        write("a", "1");
        m_tree->setContext(m_folder->path(), {});
        QVERIFY(m_tree->isLoading());
        m_tester.reset();
        m_tree.reset();
        QTest::qWait(50); // the other thread tells somebody who is gone
    }
};

QTEST_GUILESS_MAIN(tst_ContextTree)

#include "tst_contexttree.moc"
