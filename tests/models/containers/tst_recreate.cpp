// Other options for a container that is there: what is asked of the engine, and what it costs.
#include "models/containers/recreate.h"
#include "models/containers/recreateplan.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_Recreate : public QObject
{
    Q_OBJECT

    // With much that the form has no word for.
    static Recreation shop()
    {
        Recreation r;
        r.image.env = {"PATH=/bin"};
        r.image.cmd = {"serve"};
        r.image.exposedPorts = {"80/tcp"};
        api::ContainerInspect &c = r.container;
        c.id = "0123456789abcdef";
        c.name = "/web";
        c.config.image = "shop:1";
        c.config.hostname = "0123456789ab";
        c.config.env = {"PATH=/bin", "A=1"};
        c.config.cmd = {"serve"};
        c.config.exposedPorts = {"80/tcp"};
        c.config.domainname = "example.org";
        c.hostConfig.networkMode = "shop";
        c.hostConfig.portBindings = {{"80/tcp", {{"127.0.0.1", "8080"}}}};
        c.hostConfig.memory = 64 << 20;
        c.hostConfig.memorySwap = 128 << 20;
        c.hostConfig.cgroupParent = "special.slice";
        c.hostConfig.restartPolicy.name = "always";
        c.hostConfig.binds = {"/srv/files:/files:ro,rslave"};
        c.mounts = {mount("bind", "", "/srv/files", "/files", false),
                    mount("volume", "data", "", "/data", true),
                    mount("volume", std::string(64, 'a'), "", "/anon", true)};
        api::Mount data;
        data.type = "volume";
        data.source = "data";
        data.target = "/data";
        data.volumeOptions =
            api::MountVolumeOptions{.noCopy = true, .labels = {}, .driverConfig = {}, .subpath = {}};
        c.hostConfig.mounts = {data};
        c.config.volumes = {"/anon"};
        api::EndpointSettings shopNetwork, other;
        shopNetwork.aliases = {"shop-web", "0123456789ab"};
        shopNetwork.ipAddress = "172.20.0.3";
        other.ipamConfig = api::EndpointIPAMConfig{"172.21.0.9", "", {}};
        c.networkSettings.networks = {{"shop", shopNetwork}, {"other", other}};
        c.state.running = true;
        r.before = optionsOf(c, r.image);
        r.after = r.before;
        return r;
    }
    static api::MountPoint mount(const char *type, const std::string &name, const char *source,
                                 const char *target, bool rw)
    {
        api::MountPoint point;
        point.type = type;
        point.name = name;
        point.source = source;
        point.destination = target;
        point.rw = rw;
        return point;
    }

private slots:
    void nothingIsLostThatTheFormDoesNotKnow()
    {
        Recreation r = shop();
        r.after.ports[0].hostPort = "9090";
        const auto request = recreateRequest(r);
        QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
        QCOMPARE(request->hostConfig.portBindings.at("80/tcp").front().hostPort, "9090");
        QCOMPARE(request->hostConfig.portBindings.at("80/tcp").front().hostIp, "127.0.0.1");
        QCOMPARE(request->hostConfig.cgroupParent, "special.slice");
        QCOMPARE(request->domainname, "example.org");
        QCOMPARE(request->hostConfig.binds, (std::vector<std::string>{"/srv/files:/files:ro,rslave"}));
        QCOMPARE(request->hostConfig.mounts.size(), std::size_t(2)); // data, and what has no name
        QVERIFY(request->hostConfig.mounts[0].volumeOptions->noCopy);
        QCOMPARE(request->networkingConfig.endpointsConfig.at("other").ipamConfig->ipv4Address, "172.21.0.9");
        QCOMPARE(request->networkingConfig.endpointsConfig.at("shop").aliases,
                 (std::vector<std::string>{"shop-web"}));
        QVERIFY(request->networkingConfig.endpointsConfig.at("shop").ipAddress.empty());
        QCOMPARE(request->env, (std::vector<std::string>{"A=1"})); // the image's own is the image's
        QVERIFY(request->cmd.empty());
        QVERIFY(request->hostname.empty()); // it was the old id
    }

    void whatIsChangedIsChanged()
    {
        Recreation r = shop();
        r.after.environment = {{"B", "2"}};
        r.after.command = {"serve", "--all"};
        r.after.memory = 512 << 20;
        r.after.network = "new";
        r.after.aliases = {};
        r.after.mounts.removeFirst();      // the folder
        r.after.mounts[0].readOnly = true; // data
        r.after.mounts.append({MountOption::Kind::Bind, "/etc", "/host", true});
        const auto request = recreateRequest(r);
        QVERIFY(request.has_value());
        QCOMPARE(request->env, (std::vector<std::string>{"B=2"}));
        QCOMPARE(request->cmd, (std::vector<std::string>{"serve", "--all"}));
        QCOMPARE(request->hostConfig.memory, 512LL << 20);
        QCOMPARE(request->hostConfig.memorySwap, 0); // the default, not the old one's
        QCOMPARE(request->hostConfig.networkMode, "new");
        QVERIFY(!request->networkingConfig.endpointsConfig.contains("shop"));
        QVERIFY(request->networkingConfig.endpointsConfig.contains("other"));
        QVERIFY(request->hostConfig.binds.empty());
        QStringList targets;
        for (const api::Mount &one : request->hostConfig.mounts)
            targets.append(QString::fromStdString(one.target + (one.readOnly ? ":ro" : "")));
        targets.sort();
        QCOMPARE(targets, QStringList({"/anon", "/data:ro", "/host:ro"}));
    }

    void volumesWithoutANameGoAlongOrNot()
    {
        Recreation r = shop();
        r.after.environment = {};
        const auto along = recreateRequest(r);
        QCOMPARE(along->hostConfig.mounts.back().source, std::string(64, 'a'));
        QVERIFY(along->volumes.empty());
        r.takeVolumes = false;
        const auto fresh = recreateRequest(r);
        QCOMPARE(fresh->volumes, std::set<std::string>{"/anon"});
        QCOMPARE(fresh->hostConfig.mounts.size(), std::size_t(1));
    }

    void masksFollowPrivilege()
    {
        Recreation r = shop();
        r.container.hostConfig.maskedPaths = {"/proc/kcore"};
        r.after.environment = {};
        QVERIFY(recreateRequest(r)->hostConfig.maskedPaths.has_value());
        r.after.privileged = true;
        QVERIFY(!recreateRequest(r)->hostConfig.maskedPaths.has_value());
    }

    void thePlanSaysWhatItCosts()
    {
        Recreation r = shop();
        QVERIFY(planOf(r).kind == RecreatePlan::Kind::Nothing);
        r.after.ports[0].hostPort = "9090";
        r.changedFiles = 3;
        RecreatePlan plan = planOf(r);
        QVERIFY(plan.kind == RecreatePlan::Kind::Recreate);
        QCOMPARE(plan.added, QStringList{"-p 127.0.0.1:9090:80"});
        QCOMPARE(plan.removed, QStringList{"-p 127.0.0.1:8080:80"});
        const QString kept = plan.kept.join(u'\n'), lost = plan.lost.join(u'\n');
        for (const char *what :
             {"web", "shop:1", "/srv/files", "data", "/anon", "network shop", "network other"})
            QVERIFY2(kept.contains(what), what);
        QVERIFY2(lost.contains("3 file"), qPrintable(lost));
        QVERIFY(plan.anonymousVolumes && !lost.contains("/anon"));
        r.takeVolumes = false;
        QVERIFY(planOf(r).lost.join(u'\n').contains("/anon"));
        r.container.hostConfig.autoRemove = true;
        QVERIFY(planOf(r).lost.join(u'\n').contains("--rm"));
    }

    void countsWhatGoesWithItsLayer()
    {
        using Kind = client::PathChangeKind;
        const std::vector<client::PathChange> changes = {
            {"/etc", Kind::Modified}, {"/etc/passwd", Kind::Modified}, {"/data", Kind::Added},
            {"/srv", Kind::Modified}, {"/new", Kind::Added},           {"/new/file", Kind::Added},
            {"/gone", Kind::Deleted}};
        api::ContainerInspect c;
        c.mounts = {mount("volume", "data", "", "/data", true), mount("bind", "", "/x", "/srv/x", true)};
        QCOMPARE(countLost(c, changes), 3); // passwd, file, gone
        QCOMPARE(countLost(c, {}), 0);
    }

    void limitsAloneNeedNoNewContainer()
    {
        Recreation r = shop();
        r.after.memory = 0;
        r.after.restart = "no";
        QVERIFY(planOf(r).kind == RecreatePlan::Kind::Live);
        const client::LimitsUpdate update = liveUpdate(r.before, r.after);
        QCOMPARE(update.memory, std::optional<std::int64_t>(-1)); // 0 would change nothing
        QCOMPARE(update.memorySwap, std::optional<std::int64_t>(-1));
        QCOMPARE(update.restartPolicy, std::optional<std::string>("no"));
        QVERIFY(!update.nanoCpus && !update.pids);
        r.limitsAway = false; // of this engine a limit goes with the container only
        QVERIFY(planOf(r).kind == RecreatePlan::Kind::Recreate);
        r.after.memory = 1 << 30;
        QVERIFY(planOf(r).kind == RecreatePlan::Kind::Live);
        QCOMPARE(liveUpdate(r.before, r.after).memorySwap, std::optional<std::int64_t>(2LL << 30));
        r.after.environment = {};
        QVERIFY(planOf(r).kind == RecreatePlan::Kind::Recreate);
    }

    void readsBackAllThatTheFormHas()
    {
        RunOptions o;
        o.image = "x";
        o.name = "n";
        o.health = {.off = false,
                    .command = "true",
                    .interval = 5'000'000'000,
                    .timeout = 0,
                    .startPeriod = 0,
                    .retries = 4};
        o.stopTimeout = 7;
        o.stopSignal = "SIGINT";
        o.logDriver = "local";
        o.logOptions = {{"max-size", "1m"}};
        o.sysctls = {{"net.a", "1"}};
        o.ulimits = {"core=0", "nofile=1:2"};
        o.groupAdd = {"video"};
        o.dnsSearch = {"a.b"};
        o.dnsOptions = {"ndots:2"};
        o.cpusetCpus = "0-1";
        o.memoryReservation = 1 << 20;
        o.oomScoreAdj = 5;
        o.exposed = {"81", "82/udp"};
        o.network = "net";
        o.aliases = {"a"};
        o.ip = "10.0.0.5";
        const auto request = toCreateRequest(o);
        QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
        api::ContainerInspect c;
        c.id = "feed";
        c.name = "/n";
        c.config = *request;
        c.hostConfig = request->hostConfig;
        c.hostConfig.shmSize = 64 << 20;
        c.networkSettings.networks = request->networkingConfig.endpointsConfig;
        RunOptions back = optionsOf(c, {});
        QCOMPARE(back.health.command, o.health.command);
        QVERIFY(back == o);
    }

    void readsDurations()
    {
        QCOMPARE(parseDuration("1m30s"), std::optional<qint64>(90'000'000'000));
        QCOMPARE(parseDuration("30"), std::optional<qint64>(30'000'000'000));
        QCOMPARE(parseDuration("1.5s"), std::optional<qint64>(1'500'000'000));
        for (const char *bad : {"", "x", "1m30", "5 s", "-1s"})
            QVERIFY2(!parseDuration(bad), bad);
        QCOMPARE(durationOption(3'661'500'000'000), "1h1m1s500ms");
        QCOMPARE(durationOption(0), "");
    }
};

QTEST_GUILESS_MAIN(tst_Recreate)
#include "tst_recreate.moc"
