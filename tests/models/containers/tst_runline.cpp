#include "models/containers/runline.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

RunOptions everything()
{
    RunOptions o;
    o.image = "team/web:1";
    o.name = "web";
    o.command = {"sh", "-c", "echo it's $HOME; sleep 1"};
    o.entrypoint = "/usr/bin/env";
    o.workingDir = "/srv";
    o.user = "1000:1000";
    o.hostname = "host1";
    o.network = "net1";
    o.stopSignal = "SIGINT";
    o.environment = {{"A", "b c"}, {"EMPTY", ""}, {"FROM_HERE", std::nullopt}};
    o.labels = {{"x", "y=z"}};
    o.ports = {{"", "4000", "80", "tcp"},
               {"127.0.0.1", "", "81", "tcp"},
               {"::1", "53", "53", "udp"},
               {"", "", "90", "tcp"},
               {"", "5000-5002", "6000-6002", "tcp"}};
    o.mounts = {{MountOption::Kind::Bind, "/a b", "/x", true},
                {MountOption::Kind::Volume, "data", "/y", false},
                {MountOption::Kind::Volume, "", "/z", false},
                {MountOption::Kind::Tmpfs, "", "/tmp", true}};
    o.exposed = {"99/udp"};
    o.memory = 512LL << 20;
    o.memorySwap = -1;
    o.cpus = 1.5;
    o.cpuShares = 200;
    o.pidsLimit = 100;
    o.shmSize = 128LL << 20;
    o.restart = "on-failure";
    o.restartRetries = 3;
    o.tty = o.interactive = o.removeWhenEnded = o.init = o.readOnlyRoot = o.privileged = o.publishAll = true;
    o.capAdd = {"NET_ADMIN", "SYS_TIME"};
    o.capDrop = {"ALL"};
    o.securityOptions = {"seccomp=unconfined"};
    o.devices = {"/dev/null:/dev/n:r"};
    o.extraHosts = {"a:1.2.3.4"};
    o.dns = {"1.1.1.1"};
    o.pidMode = o.ipcMode = o.usernsMode = "host";
    return o;
}

} // namespace

class tst_RunLine : public QObject
{
    Q_OBJECT

private slots:
    void printsTheShortForm()
    {
        RunOptions o;
        o.image = "friendlyhello";
        o.ports = {{"", "4000", "80", "tcp"}};
        QCOMPARE(toRunLine(o), "docker run -d -p 4000:80 friendlyhello");
        QCOMPARE(toRunLine({}), "docker run -d IMAGE");
    }

    void roundTrip()
    {
        const QString line = toRunLine(everything());
        const auto parsed = parseRunLine(line);
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
        QVERIFY(parsed->ignored.isEmpty());
        QCOMPARE(toRunLine(parsed->options), line);
        QVERIFY(parsed->options == everything());
    }

    void readsEveryForm_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("same"); // as printed
        QTest::newRow("joined short flags") << "docker run -it busybox sh" << "docker run -dit busybox sh";
        QTest::newRow("value glued on") << "docker run -p80:80 -eA=1 x" << "docker run -d -p 80:80 -e A=1 x";
        QTest::newRow("short with equals") << "docker run -m=1g x" << "docker run -d -m 1g x";
        QTest::newRow("long with equals")
            << "docker run --name=a --publish=1:2 x" << "docker run -d --name a -p 1:2 x";
        QTest::newRow("boolean with a value")
            << "docker run --rm=true --init=false x" << "docker run -d --rm x";
        QTest::newRow("sudo, container run, prompt") << "$ sudo docker container run x" << "docker run -d x";
        QTest::newRow("podman") << "podman run --rm x y" << "docker run -d --rm x y";
        QTest::newRow("line goes on") << "docker run \\\n  --name a \\\n  x" << "docker run -d --name a x";
        QTest::newRow("mount") << "docker run --mount type=bind,src=/a,dst=/b,readonly x"
                               << "docker run -d -v /a:/b:ro x";
        QTest::newRow("flags after the image belong to the command")
            << "docker run x -p 1:2" << "docker run -d x -p 1:2";
        QTest::newRow("two dashes end the flags") << "docker run -- x" << "docker run -d x";
        QTest::newRow("health check")
            << "docker run --health-cmd 'curl -f localhost' --health-interval=90s "
               "--health-timeout 1.5s --health-start-period 500ms --health-retries 2 x"
            << "docker run -d --health-cmd 'curl -f localhost' --health-interval 1m30s "
               "--health-timeout 1s500ms --health-start-period 500ms --health-retries 2 x";
        QTest::newRow("no health check")
            << "docker run --no-healthcheck x" << "docker run -d --no-healthcheck x";
        QTest::newRow("network")
            << "docker run --network n --net-alias a --network-alias b --ip 10.0.0.2 x"
            << "docker run -d --network n --network-alias a --network-alias b --ip 10.0.0.2 x";
        QTest::newRow("kernel")
            << "docker run --ulimit nofile=1:2 --sysctl net.a=1 --group-add video --cpuset-cpus 0-1 "
               "--memory-reservation=64m --oom-score-adj 100 --stop-timeout 3 --log-driver local --log-opt "
               "max-size=1m --dns-search a.b --dns-option ndots:2 x"
            << "docker run -d --stop-timeout 3 --memory-reservation 64m --cpuset-cpus 0-1 --ulimit "
               "nofile=1:2 "
               "--oom-score-adj 100 --log-driver local --log-opt max-size=1m --dns-search a.b --dns-option "
               "ndots:2 "
               "--group-add video --sysctl net.a=1 x";
        QTest::newRow("no entry point")
            << "docker run --entrypoint '' x" << "docker run -d --entrypoint '' x";
        QTest::newRow("net is network") << "docker run --net host x" << "docker run -d --network host x";
        QTest::newRow("letters up to one with a value")
            << "docker run -dp 80:80 x" << "docker run -d -p 80:80 x";
    }
    void readsEveryForm()
    {
        QFETCH(QString, line);
        const auto parsed = parseRunLine(line);
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
        QTEST(toRunLine(parsed->options), "same");
    }

    void saysWhatIsNotOffered()
    {
        const auto parsed = parseRunLine("docker run --gpus all --uts host -q x");
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->ignored, QStringList({"--gpus all", "--uts host", "--quiet"}));
        QCOMPARE(parsed->options.image, "x");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named"); // what the message names
        QTest::newRow("something else") << "git clone x" << "docker run";
        QTest::newRow("other command") << "docker ps" << "docker run";
        QTest::newRow("no image") << "docker run -d" << "image";
        QTest::newRow("unknown flag") << "docker run --frob x" << "--frob";
        QTest::newRow("unknown letter") << "docker run -Z x" << "-Z";
        QTest::newRow("no value") << "docker run --name" << "--name";
        QTest::newRow("not a size") << "docker run -m lots x" << "lots";
        QTest::newRow("not a number") << "docker run --cpus many x" << "many";
        QTest::newRow("not a policy") << "docker run --restart often x" << "often";
        QTest::newRow("open quote") << "docker run 'x" << "quote";
        QTest::newRow("empty") << "" << "docker run";
    }
    void refuses()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const auto parsed = parseRunLine(line);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidArgument);
        QVERIFY2(parsed.error().message.find(named.toStdString()) != std::string::npos,
                 parsed.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(tst_RunLine)
#include "tst_runline.moc"
