// What a container is made of: sections, links, and what is hidden.
#include "models/containers/debugshell.h"
#include "models/containers/setup.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_Setup : public QObject
{
    Q_OBJECT

    static const SetupItem *item(const QList<SetupSection> &sections, SetupSection::Kind kind,
                                 const char *name)
    {
        for (const SetupSection &section : sections) {
            for (const SetupItem &one : section.items) {
                if (section.kind == kind && one.name == QLatin1String(name))
                    return &one;
            }
        }
        return nullptr;
    }

private slots:
    void secrets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("secret");
        QTest::newRow("password") << "POSTGRES_PASSWORD" << "x" << true;
        QTest::newRow("joined") << "DBPASSWORD" << "x" << true;
        QTest::newRow("short") << "MYSQL_PWD" << "x" << true;
        QTest::newRow("token") << "github_token" << "x" << true;
        QTest::newRow("key") << "API_KEY" << "x" << true;
        QTest::newRow("in a url") << "DATABASE_URL" << "postgres://me:pw@db/shop" << true;
        QTest::newRow("a file with it") << "POSTGRES_PASSWORD_FILE" << "/run/secrets/pw" << false;
        QTest::newRow("empty") << "PASSWORD" << "" << false;
        QTest::newRow("the folder") << "PWD" << "/x" << false;
        QTest::newRow("a monkey") << "MONKEY" << "x" << false;
        QTest::newRow("a compass") << "COMPASS" << "x" << false;
        QTest::newRow("author") << "AUTHOR" << "me" << false;
        QTest::newRow("a url without") << "URL" << "http://db:80/x@y" << false;
    }
    void secrets()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QTEST(looksSecret(name, value), "secret");
    }

    void hasSectionsWithLinks()
    {
        using Kind = SetupSection::Kind;
        api::ContainerInspect c;
        c.config.env = {"A=1=2", "TOKEN=t"};
        api::MountPoint volume;
        volume.type = "volume";
        volume.name = "data";
        volume.destination = "/data";
        c.mounts = {volume};
        c.networkSettings.networks["shop"].ipAddress = "172.20.0.2";
        c.networkSettings.networks["shop"].aliases = {"web"};
        c.networkSettings.ports = {{"80/tcp", {{"127.0.0.1", "8080"}}}, {"81/udp", {}}};
        c.hostConfig.readonlyRootfs = true;
        const auto sections = setupOf(c);
        QCOMPARE(item(sections, Kind::Environment, "A")->value, "1=2");
        QVERIFY(item(sections, Kind::Environment, "TOKEN")->secret);
        const SetupItem *mount = item(sections, Kind::Mounts, "/data");
        QVERIFY(mount->link == SetupItem::Link::Volume && mount->target == "data");
        QVERIFY2(mount->value.contains("read only"), qPrintable(mount->value));
        const SetupItem *network = item(sections, Kind::Networks, "shop");
        QVERIFY(network->value.contains("172.20.0.2") && network->value.contains("web"));
        QCOMPARE(item(sections, Kind::Ports, "80/tcp")->target, "http://127.0.0.1:8080");
        QVERIFY(item(sections, Kind::Ports, "81/udp")->link == SetupItem::Link::None);
        QVERIFY(item(sections, Kind::Security, "Its own files") != nullptr);
        for (const SetupSection &section : sections)
            QVERIFY(!section.items.isEmpty() && section.kind != Kind::Labels);
    }

    void saysWhoseItIsWhereItWasHandedOver()
    {
        using Kind = SetupSection::Kind;
        api::ContainerInspect c;
        QVERIFY(item(setupOf(c, {.users = {}, .owner = "alice"}), Kind::Security, "Owner") == nullptr);
        const auto sections = setupOf(c, {.users = {"bob", "1002"}, .owner = "alice"});
        QCOMPARE(item(sections, Kind::Security, "Owner")->value, "alice");
        QCOMPARE(item(sections, Kind::Security, "Handed over to")->value, "bob, 1002");
    }

    void theDebugShellOfALabIsOneToo()
    {
        api::ContainerInspect c;
        c.hostConfig.securityOpt = {"no-new-privileges", "lab"};
        QCOMPARE(debugRequest(c, "0").hostConfig.securityOpt, std::vector<std::string>{"lab"});
        c.hostConfig.securityOpt = {"no-new-privileges"};
        QVERIFY(debugRequest(c, "0").hostConfig.securityOpt.empty());
    }
};

QTEST_GUILESS_MAIN(tst_Setup)
#include "tst_setup.moc"
