// Entries of a folder as they are shown, the table of them, and the listing against an engine of canned
// answers.
#include "models/files/filelisting.h"
#include "models/files/filemodel.h"

#include "engine/server/router.h"
#include "engine/server/transport/listener.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace quayside;
using namespace quayside::models;
using namespace quayside::server;

namespace
{

FileEntry entryOf(const QString &name, FileEntry::Kind kind, qint64 size, FileEntry::Change change = {})
{
    FileEntry entry{.name = name, .coded = joinCoded("/", name), .kind = kind, .size = size, .mode = 0644};
    entry.change = change;
    return entry;
}

} // namespace

class tst_ModelFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Router m_router;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;

    static Result<Response> list(const Request &request)
    {
        if (request.value("encoded") != "/a%20b")
            return fail(ErrorKind::NotFound, "Could not find the file {}", request.value("encoded"));
        return Response::json(R"({"Path":"/a b","Entries":[
            {"Name":"sub","Type":"folder","Size":0,"Mode":493,"Uid":0,"Gid":0,"User":"root","Modified":7},
            {"Name":"l","Type":"link","Size":3,"Mode":511,"Uid":5,"Gid":6,"Target":"sub","LeadsTo":"folder","Modified":7},
            {"Name":"gone","Type":"file","Size":1,"Mode":420,"Uid":0,"Gid":0,"Modified":7,"Change":"removed"}],
            "Truncated":true,"ReadOnly":true,"ChangesKnown":true})");
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        m_router.add({{"GET", "/quayside/containers/{id}/files", CallHandler(list)}});
        m_listener = std::make_unique<Listener>(m_router);
        const std::string path = m_folder.filePath("made/engine.sock").toStdString();
        const auto opened = m_listener->open(path);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        m_client = std::make_unique<client::EngineClient>(QString::fromStdString(path));
    }

    void tellsModes()
    {
        FileEntry entry = entryOf("f", FileEntry::Kind::File, 1);
        entry.mode = 04751;
        QCOMPARE(entry.modeText(), "-rwsr-x--x");
        entry.kind = FileEntry::Kind::Folder;
        entry.mode = 01666;
        QCOMPARE(entry.modeText(), "drw-rw-rwT");
        QCOMPARE(parseMode("0755").value_or(-1), 0755);
        QCOMPARE(parseMode("4755").value_or(-1), 04755);
        for (const char *wrong : {"", "9", "rwx", "17777", "-1"})
            QVERIFY2(!parseMode(wrong).has_value(), wrong);
        QCOMPARE(octalMode(0644), "0644");
        QCOMPARE(QString::fromStdString(joinCoded("/a", "b c")), "/a/b%20c");
    }

    void sortsFoldersFirstAndFilters()
    {
        FileModel files;
        FileFilterModel shown(&files);
        const QAbstractItemModelTester tester(&files, QAbstractItemModelTester::FailureReportingMode::QtTest),
            other(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
        files.sync({entryOf("b", FileEntry::Kind::File, 5), entryOf("zoo", FileEntry::Kind::Folder, 0),
                    entryOf("a", FileEntry::Kind::File, 9, FileEntry::Change::Added)});
        const auto names = [&] {
            QStringList all;
            for (int row = 0; row < shown.rowCount(); ++row)
                all.append(shown.index(row, 0).data().toString());
            return all;
        };
        shown.sort(FileModel::NameColumn);
        QCOMPARE(names(), QStringList({"zoo", "a", "b"}));
        shown.sort(FileModel::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(names(), QStringList({"zoo", "a", "b"}));
        shown.setOnlyChanges(true);
        QCOMPARE(names(), QStringList({"a"}));
        shown.setOnlyChanges(false);
        shown.setFilterText("B");
        QCOMPARE(names(), QStringList({"b"}));
        shown.setFilterText({});
        shown.setHiddenKeys({"/b"});
        QCOMPARE(names(), QStringList({"zoo", "a"}));
        files.sync({});
        QCOMPARE(names(), QStringList());
    }

    void listsByTheEngine()
    {
        FileListing listing(m_client.get());
        listing.list({.of = {.id = "web"}, .byEngine = true}, "/a%20b");
        QVERIFY(listing.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!listing.isBusy(), 20'000);
        QCOMPARE(listing.folder(), "/a b");
        QCOMPARE(listing.entries().size(), 3);
        QCOMPARE(QString::fromStdString(listing.entries()[0].coded), "/a%20b/sub");
        QCOMPARE(listing.entries()[0].ownerText(), "root:0");
        QVERIFY(listing.entries()[1].opensAsFolder());
        QVERIFY(listing.entries()[2].isGone());
        QVERIFY(listing.isTruncated() && listing.isReadOnly());
        QVERIFY(!listing.remark().isEmpty());
        QCOMPARE(QString::fromStdString(listing.above()), "/");
        listing.list({.of = {.id = "web"}, .byEngine = true}, "/none");
        QTRY_VERIFY_WITH_TIMEOUT(!listing.problem().isEmpty(), 20'000);
        QVERIFY(listing.entries().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ModelFiles)

#include "tst_files.moc"
