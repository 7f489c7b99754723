// Values, progress, the shelf and its list.
#include "models/learn/lessons/lessonmodel.h"
#include "models/learn/lessons/madethings.h"
#include "models/learn/lessons/valuepath.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

const QByteArray json = R"({"State": {"Status": "running", "Pid": 12, "OOM": false, "Nothing": null},
 "Ports": {"80/tcp": [{"HostPort": "4000"}]}, "Share": 0.5, "Big": 67108864,
 "Namespaces": [{"Type": "pid", "Inode": 7}, {"Type": "net", "Inode": 8}]})";

QStringList at(const QString &path)
{
    return valuesAt(QJsonDocument::fromJson(json).object(), path);
}

QByteArray lessonText(const QByteArray &id)
{
    return "---\nid: " + id + "\ntitle: T " + id +
           "\nsummary: S.\norder: 1\nminutes: 4\nsteps: [{}, {}]\n---\n## One\n\nx\n\n## =Two\n\ny\n";
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class tst_ModelsLessons : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("quayside");
        QCoreApplication::setApplicationName("quayside-lessons-test");
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void findsValues()
    {
        QCOMPARE(at("State.Status"), QStringList("running"));
        QCOMPARE(at(".State.Pid"), QStringList("12"));
        QCOMPARE(at("State.OOM"), QStringList("false"));
        QCOMPARE(at("State.Nothing"), QStringList(""));
        QCOMPARE(at("State.Missing"), QStringList());
        QCOMPARE(at("Ports[\"80/tcp\"].0.HostPort"), QStringList("4000"));
        QCOMPARE(at("Share"), QStringList("0.5"));
        QCOMPARE(at("Big"), QStringList("67108864"));
        QCOMPARE(at("Namespaces.1.Inode"), QStringList("8"));
        QCOMPARE(at("Namespaces.-1.Inode"), QStringList("8"));
        QCOMPARE(at("Namespaces.5.Inode"), QStringList());
        QCOMPARE(at("Namespaces.*.Inode"), (QStringList{"7", "8"}));
        QCOMPARE(at("Namespaces[Type=net].Inode"), QStringList("8"));
        QCOMPARE(at("Namespaces[Type=uts].Inode"), QStringList());
        QCOMPARE(at("Namespaces.#"), QStringList("2"));
        QCOMPARE(at("Ports.[").size(), 0);
    }

    void comparesValues()
    {
        QVERIFY(fits({.is = "5"}, {"5"}, {}));
        QVERIFY(!fits({.is = "5"}, {"6"}, {}));
        QVERIFY(fits({.is = "5"}, {"4", "5"}, {})); // one of several
        QVERIFY(!fits({.is = "5"}, {}, {}));
        QVERIFY(fits({.isNot = "5"}, {"6"}, {}));
        QVERIFY(!fits({.isNot = "5"}, {}, {})); // what is not there is nothing else either
        QVERIFY(fits({.matches = "^b"}, {"a\nb"}, {}));
        QVERIFY(!fits({.matches = "^c"}, {"a\nb"}, {}));
        QVERIFY(fits({.atLeast = 3, .atMost = 4}, {"3.5"}, {}));
        QVERIFY(!fits({.atLeast = 3}, {"many"}, {}));
        QVERIFY(!fits({.atMost = 3}, {"4"}, {}));
        ValueTest same;
        same.equals = ValueTest::Other{};
        QVERIFY(fits(same, {"a"}, {"a"}));
        QVERIFY(!fits(same, {"a"}, {"b"}));
        QVERIFY(!fits(same, {}, {}));
        ValueTest other;
        other.differs = ValueTest::Other{};
        QVERIFY(fits(other, {"a"}, {"b"}));
        QVERIFY(!fits(other, {"a"}, {"a"}));
        QVERIFY(!fits(other, {"a"}, {}));
    }

    void keepsProgress()
    {
        LessonProgress progress;
        const Lesson lesson = LessonFile::parse(lessonText("one"), "one.md").lesson;
        QCOMPARE(LessonProgress::doneSteps(lesson), 0);
        QSignalSpy changed(&progress, &LessonProgress::changed);
        progress.addAttempt("one", 0);
        progress.addAttempt("one", 0);
        progress.markDone("one", 0);
        progress.addAttempt("one", 0); // afterwards: practice
        QCOMPARE(changed.size(), 1);
        QCOMPARE(LessonProgress::step("one", 0).attempts, 2);
        const QDateTime when = LessonProgress::step("one", 0).done;
        QVERIFY(when.isValid());
        progress.markDone("one", 0);
        QCOMPARE(LessonProgress::step("one", 0).done, when); // the first time
        QCOMPARE(LessonProgress::doneSteps(lesson), 1);
        QVERIFY(!LessonProgress::sitting("one"));
        progress.setSitting("one", {QDateTime::currentDateTimeUtc(), "/run/x.sock", 1});
        QCOMPARE(LessonProgress::sitting("one")->step, 1);
        QCOMPARE(LessonProgress::sitting("one")->engine, "/run/x.sock");
        progress.endSitting("one");
        QVERIFY(!LessonProgress::sitting("one"));
        QCOMPARE(LessonProgress::doneSteps(lesson), 1);
    }

    void exportsProgress()
    {
        LessonProgress progress;
        const QList<Lesson> lessons{LessonFile::parse(lessonText("one"), "one.md").lesson};
        progress.addAttempt("one", 1);
        progress.markDone("one", 0);
        const QStringList lines = QString::fromUtf8(LessonProgress::toCsv(lessons)).split("\r\n");
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], "lesson,title,step,step title,done,attempts");
        QVERIFY(lines[1].startsWith("\"one\",\"T one\",1,\"One\",20"));
        QCOMPARE(lines[2], "\"one\",\"T one\",2,\"'=Two\",,1"); // no formula of a table
        const QJsonDocument document = QJsonDocument::fromJson(LessonProgress::toJson(lessons));
        QCOMPARE(document[0]["lesson"].toString(), "one");
        QVERIFY(document[0]["steps"][1]["done"].isNull());
        QCOMPARE(document[0]["steps"][1]["attempts"].toInt(), 1);
    }

    void readsAFolderAndFollowsIt()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath("one.md"), lessonText("one"));
        writeFile(folder.filePath("README.md"), "Not a lesson.");
        Shelf shelf;
        const qsizetype builtIn = shelf.lessons().size();
        QVERIFY(builtIn > 0);
        LessonProgress progress;
        LessonModel model(&shelf, &progress, Lesson::Shelf::Lessons);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shelf.setFolder(folder.path());
        QCOMPARE(shelf.mistakes().size(), 0);
        QVERIFY(shelf.find("one") != nullptr);
        QVERIFY(model.find("one") != nullptr);
        QCOMPARE(model.find("one")->state(), LessonRow::State::New);
        progress.markDone("one", 0);
        QCOMPARE(model.find("one")->state(), LessonRow::State::Begun);
        progress.markDone("one", 1);
        QCOMPARE(model.find("one")->state(), LessonRow::State::Done);
        QVERIFY(model.holds(model.rowOf("one"), {.key = "state", .value = "done"}));
        writeFile(folder.filePath("two.md"), "broken");
        QTRY_COMPARE_WITH_TIMEOUT(shelf.mistakes().size(), 1, 20'000);
        writeFile(folder.filePath("two.md"), lessonText("two"));
        QTRY_VERIFY_WITH_TIMEOUT(shelf.find("two") != nullptr, 20'000);
        writeFile(folder.filePath("one-more.md"), lessonText("one-more"));
        QTRY_COMPARE_WITH_TIMEOUT(shelf.mistakes().size(), 1, 20'000); // its things would be those of "one"
        writeFile(folder.filePath("pid-namespace.md"), lessonText("pid-namespace"));
        QTRY_COMPARE_WITH_TIMEOUT(shelf.mistakes().size(), 2, 20'000);
        Shelf next; // remembered
        QCOMPARE(next.folder(), folder.path());
        QVERIFY(next.find("two") != nullptr);
        shelf.setFolder({});
        QCOMPARE(shelf.lessons().size(), builtIn);
        QCOMPARE(shelf.mistakes().size(), 0);
        shelf.setFolder(folder.path() + "/gone");
        QCOMPARE(shelf.mistakes().size(), 1);
    }

    void tellsWhatIsItsOwn()
    {
        client::EngineClient client("/nowhere");
        Lesson lesson;
        lesson.id = "layers";
        const MadeThings things(&client, lesson, {"layers", "layers-two", "other"}, false);
        QVERIFY(things.isOwn("learn-layers-box"));
        QVERIFY(!things.isOwn("learn-layers"));
        QVERIFY(!things.isOwn("learn-layersbox"));
        QVERIFY(!things.isOwn("learn-layers-two-box"));
        QVERIFY(!things.isOwn("my-learn-layers-box"));
        QVERIFY(things.isOwnImage("learn-layers:1"));
        QVERIFY(things.isOwnImage("learn-layers-mine:latest"));
        QVERIFY(!things.isOwnImage("learn-layers-two:1"));
        QVERIFY(!things.isOwnImage("learn-layersx:1"));
        QVERIFY(!things.isOwnImage("busybox:latest"));
    }
};

QTEST_GUILESS_MAIN(tst_ModelsLessons)
#include "tst_lessons.moc"
