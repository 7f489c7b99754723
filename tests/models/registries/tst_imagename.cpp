#include "models/registries/imagename.h"

#include <QTest>

using namespace quayside::models;

class tst_ImageName : public QObject
{
    Q_OBJECT

private slots:
    void takesNamesApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("registry");
        QTest::addColumn<QString>("repository");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("digest");
        QTest::newRow("short") << "python" << "docker.io" << "library/python" << "" << "";
        QTest::newRow("tag") << "python:3-slim" << "docker.io" << "library/python" << "3-slim" << "";
        QTest::newRow("user") << "alice/web:1" << "docker.io" << "alice/web" << "1" << "";
        QTest::newRow("hub, written out") << "docker.io/alice/web" << "docker.io" << "alice/web" << "" << "";
        QTest::newRow("hub's old name") << "index.docker.io/web" << "docker.io" << "library/web" << "" << "";
        QTest::newRow("port") << "localhost:5000/a/b" << "localhost:5000" << "a/b" << "" << "";
        QTest::newRow("port and tag") << "localhost:5000/a/b:2" << "localhost:5000" << "a/b" << "2" << "";
        QTest::newRow("host") << "quay.io/team/tools:v1" << "quay.io" << "team/tools" << "v1" << "";
        QTest::newRow("IPv6") << "[::1]:5000/a:1" << "[::1]:5000" << "a" << "1" << "";
        QTest::newRow("digest") << "quay.io/a@sha256:12" << "quay.io" << "a" << "" << "sha256:12";
        QTest::newRow("both") << "a:1@sha256:12" << "docker.io" << "library/a" << "1" << "sha256:12";
        QTest::newRow("nothing") << "" << "docker.io" << "" << "" << "";
        QTest::newRow("only a registry") << "localhost:5000/" << "localhost:5000" << "" << "" << "";
    }
    void takesNamesApart()
    {
        QFETCH(QString, text);
        const ImageName name = parseImageName(text);
        QTEST(name.registry, "registry");
        QTEST(name.repository, "repository");
        QTEST(name.tag, "tag");
        QTEST(name.digest, "digest");
    }

    void knowsWhatIsAName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QString digest = QStringLiteral("@sha256:") + QString(64, u'a');
        for (const QString &text :
             {QString("a"), QString("python:3-slim"), QString("localhost:5000/a_b/c-d.e:V1"),
              QString("a" + digest), QString("quay.io/a__b:1" + digest), QString("  blank:1 ")})
            QTest::newRow(qPrintable(text)) << text << true;
        for (const QString &text : {QString(), QString(":1"), QString("a:"), QString("A"), QString("a b"),
                                    QString("-a"), QString("a/"), QString("a//b"), QString("a@sha256:12"),
                                    QString("a:b:c"), QString("ho_st.x/a"), QString("a:.x"), QString("a@")})
            QTest::newRow(qPrintable("not " + text)) << text << false;
        QTest::newRow("too long") << QString(2000, u'a') << false;
    }
    void knowsWhatIsAName()
    {
        QFETCH(QString, text);
        QTEST(isImageName(text), "good");
    }

    void findsTheRegistryOfAnAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("registry");
        QTest::addColumn<bool>("good");
        QTest::newRow("hub") << "https://index.docker.io/v1/" << "docker.io" << true;
        QTest::newRow("host") << " HTTPS://Registry.Example.org/ " << "registry.example.org" << true;
        QTest::newRow("port") << "localhost:5000" << "localhost:5000" << true;
        QTest::newRow("IPv6") << "[::1]:5000" << "[::1]:5000" << true;
        QTest::newRow("nothing") << "https://" << "" << false;
        QTest::newRow("blank") << "a b" << "a b" << false;
        QTest::newRow("login within") << "https://user:pw@host/" << "user:pw@host" << false;
        QTest::newRow("option") << "-x" << "-x" << false;
    }
    void findsTheRegistryOfAnAddress()
    {
        QFETCH(QString, address);
        QTEST(registryOf(address), "registry");
        QTEST(isRegistry(registryOf(address)), "good");
    }

    void knowsARangeOfAddresses()
    {
        for (const char *good :
             {"10.0.0.0/8", "10.1.2.3/8", "192.168.1.0/24", "0.0.0.0/0", "fd00::/8", "FD00::1/128", "::/0"})
            QVERIFY2(isNetwork(QString::fromLatin1(good)), good);
        for (const char *bad :
             {"", "10.0.0.0", "10/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.256/8", "fd00::/129", "lan/8",
              "10.0.0.0/8/8", "10.0.0.0/255.0.0.0", "registry.example.org:5000", "a b/8"})
            QVERIFY2(!isNetwork(QString::fromLatin1(bad)), bad);
    }

    void writesNamesAsPeopleDo()
    {
        QCOMPARE(parseImageName("docker.io/library/python:3").shownRepository(), "python");
        QCOMPARE(parseImageName("alice/web").shownRepository(), "alice/web");
        QCOMPARE(parseImageName("localhost:5000/a").shownRepository(), "localhost:5000/a");
        QCOMPARE(dockerKeyOf("docker.io"), "https://index.docker.io/v1/");
        QCOMPARE(dockerKeyOf("quay.io"), "quay.io");
        QCOMPARE(shownRegistry("docker.io"), "Docker Hub");
    }
};

QTEST_GUILESS_MAIN(tst_ImageName)
#include "tst_imagename.moc"
