#include "models/system/enginecontexts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside::models;

class tst_EngineContexts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    void write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void writeContext(const QString &digest, const QByteArray &name, const QByteArray &host)
    {
        write("contexts/meta/" + digest + "/meta.json",
              R"({"Name":")" + name + R"(","Metadata":{},"Endpoints":{"docker":{"Host":")" + host +
                  R"(","SkipTLSVerify":false}}})");
    }

private slots:
    void readsDockersContexts()
    {
        writeContext("a1", "far", "ssh://me@box");
        writeContext("a2", "secured", "tcp://box:2376");
        write("contexts/tls/a2/docker/ca.pem", "x");
        writeContext("a3", "open", "tcp://box:2375"); // not encrypted: left out
        writeContext("a4", "alone", "unix:///run/user/1/docker.sock");
        write("contexts/meta/a5/meta.json", "no json");
        const QList<EngineAddress> found = dockerContexts(m_folder.path());
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0].name, "alone");
        QCOMPARE(found[0].socketPath, "/run/user/1/docker.sock");
        QCOMPARE(found[1].socketPath, "ssh://me@box/var/run/docker.sock");
        QCOMPARE(found[2].socketPath,
                 "tcp://box:2376?certificates=" + m_folder.filePath("contexts/tls/a2/docker"));
        QVERIFY(dockerContexts(m_folder.filePath("none")).isEmpty());
        QVERIFY(dockerContexts({}).isEmpty());
        QCOMPARE(EngineChoices::title(found[1]), "far on me@box");
    }

    void readsPodmansConnections()
    {
        // (moc takes two slashes for a comment, in raw strings as well.)
        write("podman-connections.json", QByteArray(R"({"Connection":{"Default":"box","Connections":{"box":{
                  "URI":"ssh:@@core@box:22/run/user/1000/podman/podman.sock","Identity":"/keys/id"}}}})")
                                             .replace("@@", "//"));
        write("containers.conf", "[engine]\nactive_service = \"old\"\n[engine.service_destinations]\n"
                                 "  [engine.service_destinations.old]\n    uri = \"unix:///run/p.sock\"\n"
                                 "  [engine.service_destinations.\"far away\"]\n"
                                 "    uri = \"ssh://me@far/run/p.sock\"\n    identity = \"/k\"\n[network]\n");
        const QList<EngineAddress> found = podmanConnections(
            {m_folder.filePath("podman-connections.json"), m_folder.filePath("containers.conf"), "/none"});
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0].socketPath, "ssh://core@box:22/run/user/1000/podman/podman.sock?identity=/keys/id");
        QCOMPARE(found[1].socketPath, "/run/p.sock");
        QCOMPARE(found[2].name, "far away");
        QCOMPARE(found[2].socketPath, "ssh://me@far/run/p.sock?identity=/k");
        QCOMPARE(found[2].kind, EngineAddress::Kind::Podman);
    }
};

QTEST_GUILESS_MAIN(tst_EngineContexts)
#include "tst_enginecontexts.moc"
