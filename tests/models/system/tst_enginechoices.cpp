#include "models/system/enginechoices.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_EngineChoices : public QObject
{
    Q_OBJECT

private slots:
    void readsAddresses()
    {
        QCOMPARE(EngineChoices::parse("unix:///run/docker.sock").value(), "/run/docker.sock");
        QCOMPARE(EngineChoices::parse("  /run/a b.sock ").value(), "/run/a b.sock");
        QCOMPARE(EngineChoices::parse("ssh://host").value(), "ssh://host/run/quayside/engine.sock");
        for (const QString wrong : {"", "http://host:2375", "run/docker.sock", "unix://"}) {
            const auto path = EngineChoices::parse(wrong);
            QVERIFY2(!path, qPrintable(wrong));
            QVERIFY(path.error().message.contains(wrong.toStdString()));
        }
        const auto tooLong = EngineChoices::parse('/' + QString(107, 'x'));
        QVERIFY(!tooLong);
        QVERIFY(tooLong.error().message.contains("107"));
    }

    void listsEachOnceAndOursAlways()
    {
        QTemporaryDir folder;
        const QString docker = folder.filePath("docker.sock"), podman = folder.filePath("me/podman.sock");
        EngineChoices::Places places;
        places.candidates = {docker, folder.filePath("var/docker.sock"), podman};
        places.runtimeFolder = folder.filePath("me");
        places.dockerHost = "tcp://elsewhere:2375"; // not encrypted: left out
        QCOMPARE(EngineChoices::all(places, {}).size(), 1);
        QCOMPARE(EngineChoices::all(places, {}).first().kind, EngineAddress::Kind::Quayside);

        QDir(folder.path()).mkdir("me");
        QVERIFY(QFile::link(folder.path(), folder.filePath("var"))); // as /var/run is /run
        for (const QString &path : {docker, podman}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        places.dockerHost = "unix://" + docker;
        const QList<EngineAddress> all = EngineChoices::all(places, {docker, "/gone/my.sock"});
        QCOMPARE(all.size(), 4);
        QCOMPARE(all[1], (EngineAddress{EngineAddress::Kind::Docker, docker, false, false}));
        QCOMPARE(all[2], (EngineAddress{EngineAddress::Kind::Podman, podman, true, false}));
        QCOMPARE(all[3], (EngineAddress{EngineAddress::Kind::Other, "/gone/my.sock", false, true}));
        QVERIFY(EngineChoices::title(all[2]).contains("Podman"));
    }
};

QTEST_GUILESS_MAIN(tst_EngineChoices)
#include "tst_enginechoices.moc"
