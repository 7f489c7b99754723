// What is asked of a person before a build, and what is remembered of it.
#include "models/builds/buildwanted.h"
#include "models/builds/dockerfilefacts.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace quayside::models;

class tst_BuildForm : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("quayside");
        QCoreApplication::setApplicationName("quayside-buildform-test");
        QSettings().clear();
    }
    void cleanupTestCase() { QSettings().clear(); }

    void readsPairs()
    {
        QString wrong;
        using Pairs = QMap<QString, QString>;
        QCOMPARE(parsePairs("A=1\n\n  B_2=x=y \nC=", PairNames::Arguments),
                 (Pairs{{"A", "1"}, {"B_2", "x=y"}, {"C", ""}}));
        QCOMPARE(parsePairs("org.example.a-b=c d", PairNames::Labels), (Pairs{{"org.example.a-b", "c d"}}));
        for (const char *text : {"A", "=1", "1A=2", "org.example=1", "A B=1"}) {
            QVERIFY2(!parsePairs(text, PairNames::Arguments, &wrong), text);
            QCOMPARE(wrong, text);
        }
        for (const char *text : {"a", "=b", "a b=c", "\"a\"=b"})
            QVERIFY2(!parsePairs(text, PairNames::Labels), text);
    }

    void remembersBuildsWithoutSecrets()
    {
        BuildWanted wanted{.folder = "/srv/app",
                           .dockerfile = "docker/Dockerfile.dev",
                           .name = "app:1",
                           .target = "test",
                           .arguments = {{"TOKEN", "hunter2"}},
                           .labels = {{"a.b", "c"}},
                           .secrets = {{"id", "/run/keys/token"}},
                           .sshAgent = true,
                           .network = "none",
                           .platform = "linux/arm64",
                           .noCache = true,
                           .pull = true};
        QVERIFY(!recallBuild("1f"));
        rememberBuild("1f", wanted);
        const auto recalled = recallBuild("1f");
        QVERIFY(recalled);
        wanted.arguments["TOKEN"].clear();
        QCOMPARE(recalled->arguments, wanted.arguments);
        QVERIFY(*recalled == wanted);
        QSettings settings;
        settings.sync();
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY(kept.contains("app"));
        QVERIFY(!kept.contains("hunter2"));
    }

    void knowsTheBuildsOfAFile()
    {
        QSettings().clear();
        rememberBuild("1", {.folder = "/srv/app"});
        rememberBuild("2", {.folder = "/srv/other"});
        rememberBuild("3", {.folder = "/srv/app"});
        rememberBuild("4", {.folder = "/srv/app", .dockerfile = "Dockerfile.dev"});
        QCOMPARE(rememberedBuildsOf("/srv/app", "Dockerfile"), QStringList({"3", "1"}));
        QCOMPARE(rememberedBuildsOf("/srv/app", "Dockerfile.dev"), QStringList({"4"}));
        QVERIFY(rememberedBuildsOf("/srv", "Dockerfile").isEmpty());
    }

    void forgetsTheOldest()
    {
        for (int build = 0; build < 105; ++build)
            rememberBuild(QString::number(build), {.folder = QStringLiteral("/f%1").arg(build % 12)});
        QVERIFY(recallBuild("104"));
        QVERIFY(recallBuild("5"));
        QVERIFY(!recallBuild("4"));
        const QStringList folders = recentFolders();
        QCOMPARE(folders.size(), 10);
        QCOMPARE(folders.first(), "/f8");
    }

    void knowsStagesAndArguments()
    {
        const DockerfileFacts facts =
            factsOf("ARG BASE=busybox\nFROM golang:1.22 AS Build\nARG WHO\nARG WHO\n"
                    "FROM $BASE\nARG \\\n  MODE=x\nFROM scratch AS last\n");
        QCOMPARE(facts.problem, "");
        QCOMPARE(facts.stages.size(), 3);
        QCOMPARE(facts.stages[0].name, "Build");
        QCOMPARE(facts.stages[0].base, "golang:1.22");
        QCOMPARE(facts.stages[1].name, "1");
        QCOMPARE(facts.stages[2].name, "last");
        QCOMPARE(facts.arguments, QStringList({"BASE", "WHO", "MODE"}));
    }

    void saysWhatIsWrong()
    {
        const DockerfileFacts facts = factsOf("FROM busybox AS a\nRUNN true\nFROM a AS b\n");
        QVERIFY2(facts.problem.contains("line 2"), qPrintable(facts.problem));
        QCOMPARE(facts.stages.size(), 2); // what makes sense is there
        QVERIFY(!factsOf("").problem.isEmpty());
        QVERIFY(factsOf(QByteArray("\0\xff\xfe FROM", 9)).stages.isEmpty());
    }

    void opensRegularFilesOnly()
    {
        QTemporaryDir folder;
        QVERIFY(!readDockerfile(folder.filePath("Dockerfile")).exists);
        QVERIFY(!readDockerfile(folder.path()).exists);
        const QByteArray fifo = QFile::encodeName(folder.filePath("fifo"));
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        QVERIFY(!readDockerfile(folder.filePath("fifo")).exists); // and it does not wait
        QFile large(folder.filePath("large"));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(5 << 20));
        QVERIFY(readDockerfile(folder.filePath("large")).problem.contains("larger"));
    }
};

QTEST_GUILESS_MAIN(tst_BuildForm)

#include "tst_buildform.moc"
