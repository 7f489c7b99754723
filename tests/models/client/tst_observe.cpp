// What engines answer about running containers, networks and volumes, taken apart.
#include "models/client/diskusage.h"
#include "models/client/files.h"
#include "models/client/observe.h"
#include "models/client/resources.h"
#include "models/client/stats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace quayside;
using namespace quayside::client;

namespace
{

QJsonObject objectOf(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

} // namespace

class tst_Observe : public QObject
{
    Q_OBJECT

private slots:
    void readsASampleOfCgroups1()
    {
        const auto sample = parseStats(R"({"read":"2026-01-02T03:04:05.5Z","preread":"0001-01-01T00:00:00Z",
            "pids_stats":{"current":3},"blkio_stats":{"io_service_bytes_recursive":[
              {"major":8,"minor":0,"op":"Read","value":4096},{"major":8,"minor":0,"op":"Write","value":100},
              {"major":8,"minor":16,"op":"Read","value":4},{"major":8,"minor":0,"op":"Total","value":4196}]},
            "cpu_stats":{"cpu_usage":{"total_usage":500},"system_cpu_usage":10000,"online_cpus":4},
            "memory_stats":{"usage":1000,"limit":18446744073709551615,"stats":{"total_inactive_file":300}},
            "networks":{"eth0":{"rx_bytes":10,"tx_bytes":20},"eth1":{"rx_bytes":1,"tx_bytes":2}}})");
        QVERIFY2(sample.has_value(), sample ? "" : sample.error().message.c_str());
        QCOMPARE(sample->time, 1767323045500LL * 1'000'000);
        QCOMPARE(sample->cpu, 500);
        QCOMPARE(sample->systemCpu, 10000);
        QCOMPARE(sample->cpus, 4);
        QCOMPARE(sample->memory, 700); // as docker stats counts: without what the cache would give back
        QCOMPARE(sample->memoryLimit, INT64_MAX);
        QCOMPARE(sample->received, 11);
        QCOMPARE(sample->sent, 22);
        QCOMPARE(sample->read, 4100);
        QCOMPARE(sample->written, 100);
        QCOMPARE(sample->processes, 3);
    }

    void readsASampleOfCgroups2AndOfNothing()
    {
        const auto second =
            parseStats(R"({"read":"2026-01-02T03:04:05Z","blkio_stats":{"io_service_bytes_recursive":[
              {"op":"read","value":7}]},"memory_stats":{"usage":50,"stats":{"inactive_file":60}}})");
        QVERIFY(second.has_value());
        QCOMPARE(second->read, 7);
        QCOMPARE(second->memory, 50); // the cache cannot be more than all of it
        QCOMPARE(second->received, -1);
        QCOMPARE(second->cpu, -1);
        const auto stopped =
            parseStats(R"({"read":"0001-01-01T00:00:00Z","cpu_stats":{},"memory_stats":{}})");
        QVERIFY(stopped.has_value());
        QCOMPARE(stopped->time, 0);
        QCOMPARE(stopped->memory, -1);
        for (const char *wrong : {"", "[]", "{", "null", "3"})
            QVERIFY2(!parseStats(wrong), wrong);
    }

    void readsPartsAndPressure()
    {
        const auto own = parseStats(R"({"id":"abc","read":"2026-01-02T03:04:05Z","pids_stats":{"limit":77},
            "memory_stats":{"usage":50},"Quayside":{"Memory":{"Anon":1,"File":2,"Shmem":3,"Kernel":4,"Swap":5},
            "Pressure":{"Cpu":{"Some":1.5,"Full":0},"Memory":{"Some":2,"Full":1.25},"Io":{"Some":0,"Full":0}}}})");
        QVERIFY(own.has_value());
        QCOMPARE(own->id, "abc");
        QCOMPARE(own->processLimit, 77);
        QCOMPARE(own->parts.programs, 1);
        QCOMPARE(own->parts.cache, 2);
        QCOMPARE(own->parts.shared, 3);
        QCOMPARE(own->parts.kernel, 4);
        QCOMPARE(own->parts.swap, 5);
        QCOMPARE(own->cpuPressure.some, 1.5);
        QCOMPARE(own->memoryPressure.full, 1.25);
        QCOMPARE(own->ioPressure.some, 0.0);
        // Of another engine: by the kernel's counters; of the page cache, shared memory is a part.
        const auto docker = parseStats(R"({"read":"2026-01-02T03:04:05Z",
            "memory_stats":{"usage":50,"stats":{"anon":10,"file":30,"shmem":5}}})");
        QCOMPARE(docker->parts.programs, 10);
        QCOMPARE(docker->parts.cache, 25);
        QCOMPARE(docker->parts.swap, -1);
        QCOMPARE(docker->cpuPressure.some, -1.0);
    }

    void readsRounds()
    {
        const auto line = parseStatsLine(R"({"Id":"abc","Time":42,"Cpu":7,"SystemCpu":9,"Cpus":2,"Memory":800,
            "MemoryLimit":5000,"Read":11,"Written":5,"Pids":3,"Parts":{"Anon":1,"File":2,"Shmem":3,"Kernel":4,
            "Swap":0},"Pressure":{"Cpu":{"Some":1.5,"Full":0}}})");
        QVERIFY(line.has_value());
        QVERIFY(!line->round);
        QCOMPARE(line->sample.id, "abc");
        QCOMPARE(line->sample.time, 42);
        QCOMPARE(line->sample.cpus, 2);
        QCOMPARE(line->sample.received, -1); // no network of its own
        QCOMPARE(line->sample.written, 5);
        QCOMPARE(line->sample.processes, 3);
        QCOMPARE(line->sample.parts.kernel, 4);
        QCOMPARE(line->sample.cpuPressure.some, 1.5);
        QCOMPARE(line->sample.ioPressure.some, -1.0);
        QCOMPARE(parseStatsLine(R"({"Round":3})")->round, 3);
        for (const char *wrong : {"", "[]", "{", "null", "3"})
            QVERIFY2(!parseStatsLine(wrong), wrong);
    }

    void readsProcesses()
    {
        const auto table = parseProcesses(
            R"({"Titles":["UID","PID","CMD"],"Processes":[["root","12","sh"],["root","13"]]})");
        QVERIFY(table.has_value());
        QCOMPARE(table->titles.size(), 3U);
        QCOMPARE(table->rows.size(), 2U);
        QCOMPARE(table->rows[0][2], "sh");
        QCOMPARE(table->rows[1].size(), 3U); // never fewer cells than titles
        QVERIFY(parseProcesses(R"({"Titles":["PID"],"Processes":null})").has_value());
        QVERIFY(!parseProcesses("{}"));
    }

    void readsChanges()
    {
        const auto changes =
            parseChanges(R"([{"Path":"/etc","Kind":0},{"Path":"/etc/a","Kind":1},{"Path":"/b","Kind":2}])");
        QVERIFY(changes.has_value());
        QCOMPARE(changes->size(), 3U);
        QVERIFY(changes->at(1).kind == PathChangeKind::Added && changes->at(1).path == "/etc/a");
        QVERIFY(changes->at(2).kind == PathChangeKind::Deleted);
        QVERIFY(parseChanges("null")->empty()); // dockerd's way to say: none
        QVERIFY(!parseChanges(R"([{"Path":"/a","Kind":3}])"));
        QVERIFY(!parseChanges(R"([{"Kind":1}])"));
    }

    void writesANetwork()
    {
        const QJsonObject plain = objectOf(encode(NewNetwork{.name = "shop"}));
        QCOMPARE(plain["Name"].toString(), "shop");
        QCOMPARE(plain["Driver"].toString(), "bridge");
        QVERIFY(!plain.contains("IPAM")); // the engine chooses
        NewNetwork network{.name = "a", .subnet = "10.9.0.0/24", .gateway = "10.9.0.1", .internal = true};
        network.labels["x"] = "y";
        const QJsonObject full = objectOf(encode(network));
        const QJsonObject pool = full["IPAM"].toObject()["Config"].toArray().first().toObject();
        QCOMPARE(pool["Subnet"].toString(), "10.9.0.0/24");
        QCOMPARE(pool["Gateway"].toString(), "10.9.0.1");
        QVERIFY(!pool.contains("IPRange"));
        QVERIFY(full["Internal"].toBool());
        QCOMPARE(full["Labels"].toObject()["x"].toString(), "y");
        const QJsonObject connection =
            objectOf(encode(Connection{.container = "c", .aliases = {"db"}, .address = "fd00::5"}));
        QCOMPARE(connection["Container"].toString(), "c");
        QCOMPARE(connection["EndpointConfig"].toObject()["IPAMConfig"].toObject()["IPv6Address"].toString(),
                 "fd00::5");
    }

    void readsVolumeSizes()
    {
        const auto sizes = parseVolumeSizes(
            R"({"LayersSize":9,"Volumes":[{"Name":"a","UsageData":{"Size":12,"RefCount":1}},{"Name":"b","UsageData":null}]})");
        QVERIFY(sizes.has_value());
        QCOMPARE(sizes->at("a"), 12);
        QCOMPARE(sizes->at("b"), -1);
        QVERIFY(parseVolumeSizes("{}")->empty());
        QVERIFY(parseVolumeSizes(R"({"Volumes":null})")->empty());
        QVERIFY(!parseVolumeSizes(R"({"Volumes":[{}]})"));
    }

    // Each part is counted once, what engines do not know (-1) is nothing, and null is an empty list.
    void addsUpWhatLiesOnTheDisk()
    {
        const auto usage = parseDiskUsage(R"({"LayersSize":1000,
            "Images":[{"Size":700,"SharedSize":200,"Containers":0},{"Size":500,"SharedSize":200,"Containers":2}],
            "Containers":[{"State":"running","SizeRw":30},{"State":"exited","SizeRw":7},{"State":"created"}],
            "Volumes":[{"UsageData":{"Size":90,"RefCount":1}},{"UsageData":{"Size":5,"RefCount":0}},
                       {"UsageData":{"Size":-1,"RefCount":-1}},{"UsageData":null}],
            "BuildCache":[{"Size":40,"Shared":true},{"Size":60,"Shared":false}]})");
        QVERIFY(usage);
        QCOMPARE(usage->images, 1000);
        QCOMPARE(usage->containers, 37);
        QCOMPARE(usage->volumes, 95);
        QCOMPARE(usage->buildCache, 60);
        QCOMPARE(usage->total(), 1192);
        QCOMPARE(usage->unusedImages, 500);
        QCOMPARE(usage->stoppedContainers, 7);
        QCOMPARE(usage->unusedVolumes, 5);
        QCOMPARE(usage->volumeCount, 4);
        std::int64_t sum = 0, frees = 0;
        for (const DiskObject &object : usage->objects) {
            sum += object.bytes;
            frees += object.frees();
        }
        QCOMPARE(sum, usage->total());
        QCOMPARE(frees, 500 + 7 + 5 + 60);
        // One that does not say what is shared: the sum stays true, in one part.
        const auto vague = parseDiskUsage(
            R"({"LayersSize":1000,"Images":[{"Size":900,"SharedSize":-1},{"Size":900,"SharedSize":-1}]})");
        QCOMPARE(vague->objects.size(), 1U);
        QCOMPARE(vague->objects.front().bytes, 1000);
        QCOMPARE(parseDiskUsage(R"({"Images":null,"LayersSize":-1})")->total(), 0);
        QVERIFY(!parseDiskUsage("[]"));
        QVERIFY(!parseDiskUsage(""));
        QVERIFY(parseDiskUsage(R"({"Containers":[1,{"State":5,"SizeRw":"x"}]})"));
    }

    void asksForAnImageOfAContainer()
    {
        const std::string target = commitTarget({.container = "abc",
                                                 .repository = "team/web",
                                                 .tag = "2",
                                                 .comment = "a & b",
                                                 .pause = false,
                                                 .changes = {"CMD [\"x\"]", "USER 1"}});
        QVERIFY(target.starts_with("/commit?"));
        QVERIFY(target.contains("container=abc"));
        QVERIFY(target.contains("pause=0"));
        QVERIFY(!target.contains("a & b")); // coded
        QCOMPARE(QString::fromStdString(target).count("changes="), 2);
    }
};

QTEST_GUILESS_MAIN(tst_Observe)
#include "tst_observe.moc"
