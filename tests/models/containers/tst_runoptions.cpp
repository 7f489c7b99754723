#include "models/containers/envfile.h"
#include "models/containers/recreate.h"
#include "models/containers/runline.h"
#include "models/containers/runoptions.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_RunOptions : public QObject
{
    Q_OBJECT

private slots:
    void makesTheRequest()
    {
        const auto parsed = parseRunLine(
            "docker run --name web -p 4000:80 -p 127.0.0.1::81/udp -p 5000-5001:6000-6001 -v /a:/b:ro "
            "-v data:/d -v /anon --tmpfs /t -e A=1 -m 512m --cpus 1.5 --restart on-failure:3 --init "
            "--entrypoint /e -it img cmd arg");
        QVERIFY(parsed.has_value());
        const auto request = toCreateRequest(parsed->options);
        QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
        QCOMPARE(request->image, "img");
        QCOMPARE(request->cmd, (std::vector<std::string>{"cmd", "arg"}));
        QCOMPARE(request->entrypoint->front(), "/e");
        QVERIFY(request->tty && request->openStdin);
        QCOMPARE(request->env.front(), "A=1");
        const auto &ports = request->hostConfig.portBindings;
        QCOMPARE(ports.at("80/tcp").front().hostPort, "4000");
        QCOMPARE(ports.at("81/udp").front().hostIp, "127.0.0.1");
        QCOMPARE(ports.at("81/udp").front().hostPort, "");
        QCOMPARE(ports.at("6000/tcp").front().hostPort, "5000");
        QCOMPARE(ports.at("6001/tcp").front().hostPort, "5001");
        QVERIFY(request->exposedPorts.contains("6001/tcp"));
        QCOMPARE(request->hostConfig.mounts.size(), std::size_t(2));
        QCOMPARE(request->hostConfig.mounts[0].type, "bind");
        QVERIFY(request->hostConfig.mounts[0].readOnly);
        QCOMPARE(request->hostConfig.mounts[1].source, "data");
        QVERIFY(request->volumes.contains("/anon"));
        QVERIFY(request->hostConfig.tmpfs.contains("/t"));
        QCOMPARE(request->hostConfig.memory, 512LL << 20);
        QCOMPARE(request->hostConfig.nanoCpus, 1'500'000'000);
        QCOMPARE(request->hostConfig.restartPolicy.name, "on-failure");
        QCOMPARE(request->hostConfig.restartPolicy.maximumRetryCount, 3);
        QCOMPARE(request->hostConfig.init, std::optional<bool>(true));
    }

    void readsAFileOfVariables()
    {
        qputenv("QUAYSIDE_TEST_OWN", "mine");
        const auto read = parseEnvFile("# why\n\nA=1=2\r\n  B = \"x\"\nQUAYSIDE_TEST_OWN\nC=\n");
        QVERIFY(!read.has_value()); // "B " has a blank
        const auto good = parseEnvFile("# why\n\nA=1=2\r\n  B=\"x\"\nQUAYSIDE_TEST_OWN\nC=\n");
        QVERIFY2(good.has_value(), good ? "" : good.error().message.c_str());
        QCOMPARE(*good, (QList<EnvVariable>{
                            {"A", "1=2"}, {"B", "\"x\""}, {"QUAYSIDE_TEST_OWN", std::nullopt}, {"C", ""}}));
        QVERIFY(QString::fromStdString(parseEnvFile("A=1\n=2").error().message).contains("line 2"));
    }

    void onePortOfARange()
    {
        RunOptions o;
        o.image = "x";
        o.ports = {{"", "8000-8010", "80", "tcp"}};
        const auto request = toCreateRequest(o);
        QVERIFY(request.has_value());
        QCOMPARE(request->hostConfig.portBindings.at("80/tcp").front().hostPort, "8000-8010");
    }

    void refuses_data()
    {
        QTest::addColumn<RunOptions>("options");
        QTest::addColumn<QString>("named");
        RunOptions o;
        QTest::newRow("no image") << o << "image";
        o.image = "x";
        RunOptions bad = o;
        bad.ports = {{"", "0", "80", "tcp"}};
        QTest::newRow("port 0") << bad << "“0”";
        bad.ports = {{"", "1", "70000", "tcp"}};
        QTest::newRow("port too large") << bad << "70000";
        bad.ports = {{"", "10-9", "80", "tcp"}};
        QTest::newRow("range backwards") << bad << "10-9";
        bad.ports = {{"", "10-12", "80-81", "tcp"}};
        QTest::newRow("ranges differ") << bad << "differ";
        bad = o;
        bad.mounts = {{MountOption::Kind::Bind, "relative", "/x", false}};
        QTest::newRow("relative source") << bad << "relative";
        bad.mounts = {{MountOption::Kind::Bind, "/a", "x", false}};
        QTest::newRow("relative target") << bad << "“x”";
        bad = o;
        bad.devices = {":x"};
        QTest::newRow("device") << bad << ":x";
    }
    void refuses()
    {
        QFETCH(RunOptions, options);
        QFETCH(QString, named);
        const auto request = toCreateRequest(options);
        QVERIFY(!request.has_value());
        QVERIFY2(request.error().message.find(named.toStdString()) != std::string::npos,
                 request.error().message.c_str());
    }

    void proposesWhatTheImageOffers()
    {
        api::ImageConfig config;
        config.exposedPorts = {"80/tcp", "53/udp"};
        config.volumes = {"/data"};
        const RunOptions proposal =
            proposalFor("web", config, [](const QString &port) { return "8" + port; });
        QCOMPARE(proposal.ports.size(), 2);
        QCOMPARE(proposal.ports[0], (PortMapping{"", "853", "53", "udp"}));
        QCOMPARE(proposal.ports[1], (PortMapping{"", "880", "80", "tcp"}));
        QCOMPARE(proposal.mounts.value(0).target, "/data");
        QVERIFY(proposal.command.isEmpty());
    }

    void warns_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("warning"); // a word of it; "": none at all
        QTest::newRow("harmless") << "docker run -p 127.0.0.1:80:80 -v /srv:/srv x" << "";
        QTest::newRow("privileged") << "docker run --privileged x" << "Privileged";
        QTest::newRow("host network") << "docker run --network host x" << "Host network";
        QTest::newRow("host pid") << "docker run --pid host x" << "Host processes";
        QTest::newRow("capability") << "docker run --cap-add CAP_SYS_ADMIN x" << "SYS_ADMIN";
        QTest::newRow("all") << "docker run --cap-add all x" << "All capabilities";
        QTest::newRow("seccomp") << "docker run --security-opt seccomp=unconfined x" << "seccomp";
        QTest::newRow("lab") << "docker run --security-opt lab x" << "Lab:";
        QTest::newRow("no lab") << "docker run --security-opt lab=false x" << "";
        QTest::newRow("device") << "docker run --device /dev/kvm x" << "/dev/kvm";
        QTest::newRow("root") << "docker run -v /:/host x" << "whole file system";
        QTest::newRow("socket") << "docker run -v /run/docker.sock:/run/docker.sock x" << "socket";
        QTest::newRow("open port") << "docker run -p 80:80 x" << "other machines";
    }
    void warns()
    {
        QFETCH(QString, line);
        QFETCH(QString, warning);
        const QStringList warnings = isolationWarnings(parseRunLine(line)->options);
        if (warning.isEmpty())
            QCOMPARE(warnings, QStringList());
        else
            QVERIFY2(warnings.join(' ').contains(warning), qPrintable(warnings.join('\n')));
    }

    void comesBackFromAContainer()
    {
        api::ContainerInspect container;
        container.id = "0123456789ab";
        container.name = "/web";
        container.config.image = "team/web:1";
        container.config.hostname = "0123456789ab";
        container.config.cmd = {"serve", "--port", "80"};
        container.config.env = {"PATH=/bin", "A=1"};
        container.hostConfig.portBindings["80/tcp"] = {{"", "4000"}};
        container.hostConfig.memory = 512LL << 20;
        container.hostConfig.memorySwap = 1024LL << 20;
        container.hostConfig.networkMode = "default";
        container.hostConfig.restartPolicy.name = "no";
        container.hostConfig.shmSize = 64LL << 20;
        container.mounts.push_back({.type = "bind", .source = "/a", .destination = "/b", .rw = false});
        api::ImageConfig image;
        image.env = {"PATH=/bin"};
        image.cmd = {"sh"};
        QCOMPARE(toRunLine(optionsOf(container, image)),
                 "docker run -d --name web -p 4000:80 -v /a:/b:ro -e A=1 -m 512m team/web:1 serve --port 80");
    }
};

QTEST_GUILESS_MAIN(tst_RunOptions)
#include "tst_runoptions.moc"
