// What an X-ray says in words, and that each word is explained.
#include "models/learn/capabilities.h"
#include "models/learn/explanation.h"
#include "models/learn/syscallgroups.h"
#include "models/learn/xraybeside.h"
#include "models/learn/xraynodes.h"
#include "models/learn/xraytree.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

api::Xray sample()
{
    api::Xray xray;
    xray.namespaces = {
        {.type = "user",
         .inode = 11,
         .hostInode = 1,
         .sharing = "own",
         .ownerUid = 0,
         .uids = {{0, 100000, 65536}},
         .nested = {{.inode = 15, .userInode = 11, .pids = {72}}}},
        {.type = "net", .inode = 12, .hostInode = 2, .sharing = "containers", .sharedWith = {"web"}},
        {.type = "time", .inode = 3, .hostInode = 3, .sharing = "host"}};
    xray.processes = {
        {.pid = 70, .insidePid = 0, .parent = 60, .arguments = "quayside-stage", .role = "stage"},
        {.pid = 71,
         .insidePid = 1,
         .parent = 70,
         .uid = 100000,
         .arguments = "httpd -f",
         .state = "S",
         .threads = 1,
         .role = "init"},
        {.pid = 72,
         .insidePid = 2,
         .parent = 71,
         .uid = 100033,
         .insideUid = 33,
         .arguments = "worker",
         .state = "R",
         .threads = 4}};
    xray.processCount = 2;
    xray.cgroup = {.version = 2,
                   .paths = {{"", "/quayside/x"}},
                   .files = {{"memory", "memory.max", "67108864"}},
                   .memoryBytes = 1 << 20,
                   .memoryLimit = 64 << 20,
                   .cpuQuotaUs = 50000,
                   .cpuPeriodUs = 100000,
                   .pids = 3,
                   .pidsLimit = -1,
                   .events = {{"memory.oom_kill", 2}},
                   .pressure = {{"cpu", "some", 1.5, 0.5, 0, 9}}};
    xray.layers = {{.index = 0, .id = "aa", .size = 1000, .createdBy = "COPY . /"},
                   {.index = 1, .id = "bb", .upper = true}};
    xray.mounts = {{.id = 1,
                    .target = "/",
                    .type = "overlay",
                    .propagation = "private",
                    .idmapped = true,
                    .purpose = "root"},
                   {.id = 2,
                    .target = "/data",
                    .type = "ext4",
                    .propagation = "private",
                    .purpose = "volume",
                    .of = "facts"}};
    xray.security = {.effective = {"CAP_CHOWN"},
                     .bounding = {"CAP_CHOWN"},
                     .missing = {"CAP_SYS_ADMIN"},
                     .seccompMode = 2,
                     .seccompProfile = "default",
                     .denied = {"mount", "reboot", "brandnew"},
                     .conditional = {"clone"}};
    xray.network.interfaces = {{.index = 2,
                                .name = "eth0",
                                .up = true,
                                .addresses = {"172.31.0.2/16"},
                                .peer = "v1",
                                .bridge = "b0"}};
    xray.network.routes = {{"0.0.0.0/0", "172.31.0.1", "eth0"}};
    xray.network.sockets = {
        {.protocol = "tcp", .address = "::", .port = 80, .pid = 71, .insidePid = 1, .command = "httpd"}};
    xray.network.published = {{.protocol = "tcp",
                               .hostAddress = "0.0.0.0",
                               .targetAddress = "172.31.0.2",
                               .hostPort = 4000,
                               .targetPort = 80,
                               .translated = true,
                               .rule = "tcp 4000 : 172.31.0.2 . 80",
                               .bridge = "b0",
                               .veth = "v1",
                               .interface = "eth0",
                               .listener = xray.network.sockets.front()}};
    xray.network.nameServers = {"127.0.0.11"};
    return xray;
}

// The host that the sample runs on.
api::Xray computer()
{
    api::Xray host;
    host.hostName = "desk";
    host.namespaces = {{.type = "user", .inode = 1, .hostInode = 1, .sharing = "host"},
                       {.type = "net", .inode = 2, .hostInode = 2, .sharing = "host"},
                       {.type = "time", .inode = 3, .hostInode = 3, .sharing = "host"}};
    host.processes = {{.pid = 1, .arguments = "/sbin/init", .role = "init"},
                      {.pid = 60, .parent = 1, .arguments = "quayside-engine", .role = "engine"},
                      {.pid = 70, .parent = 60, .arguments = "quayside-stage"},
                      {.pid = 80, .parent = 1, .uid = 1000, .arguments = "bash"},
                      {.pid = 81, .parent = 80, .uid = 1000, .arguments = "vim"}};
    host.processCount = 30;
    host.cgroup = {.version = 2, .paths = {{"", "/"}}, .memoryBytes = 2LL << 30, .memoryLimit = 4LL << 30};
    host.mounts = {{.id = 900, .source = "/dev/vda", .target = "/", .type = "ext4", .purpose = "host"},
                   {.id = 901, .source = "proc", .target = "/proc", .type = "proc", .purpose = "host"}};
    host.security = {.effective = {"CAP_CHOWN", "CAP_SYS_ADMIN"},
                     .bounding = {"CAP_CHOWN", "CAP_SYS_ADMIN"},
                     .seccompProfile = "unconfined"};
    host.network.interfaces = {{.index = 1, .name = "eth0", .up = true, .addresses = {"10.0.0.5/24"}},
                               {.index = 2, .name = "b0", .up = true, .addresses = {"172.31.0.1/16"}}};
    return host;
}

QString hostOf(const XrayTree &tree, const char *key)
{
    return tree.find(QLatin1StringView(key)).siblingAtColumn(XrayTree::HostColumn).data().toString();
}

QString valueOf(const XrayTree &tree, const char *key)
{
    return tree.find(QLatin1StringView(key)).siblingAtColumn(XrayTree::ValueColumn).data().toString();
}

void topicsOf(const QList<XrayNode> &nodes, QStringList &topics)
{
    for (const XrayNode &node : nodes) {
        topics.append(node.topic);
        topicsOf(node.children, topics);
    }
}

} // namespace

class Learn : public QObject
{
    Q_OBJECT

private slots:
    void everyCapabilityHasASentence()
    {
        // capabilities(7), as of Linux 5.9: numbers 0 to 40.
        const char *names[] = {"CHOWN",
                               "DAC_OVERRIDE",
                               "DAC_READ_SEARCH",
                               "FOWNER",
                               "FSETID",
                               "KILL",
                               "SETGID",
                               "SETUID",
                               "SETPCAP",
                               "LINUX_IMMUTABLE",
                               "NET_BIND_SERVICE",
                               "NET_BROADCAST",
                               "NET_ADMIN",
                               "NET_RAW",
                               "IPC_LOCK",
                               "IPC_OWNER",
                               "SYS_MODULE",
                               "SYS_RAWIO",
                               "SYS_CHROOT",
                               "SYS_PTRACE",
                               "SYS_PACCT",
                               "SYS_ADMIN",
                               "SYS_BOOT",
                               "SYS_NICE",
                               "SYS_RESOURCE",
                               "SYS_TIME",
                               "SYS_TTY_CONFIG",
                               "MKNOD",
                               "LEASE",
                               "AUDIT_WRITE",
                               "AUDIT_CONTROL",
                               "SETFCAP",
                               "MAC_OVERRIDE",
                               "MAC_ADMIN",
                               "SYSLOG",
                               "WAKE_ALARM",
                               "BLOCK_SUSPEND",
                               "AUDIT_READ",
                               "PERFMON",
                               "BPF",
                               "CHECKPOINT_RESTORE"};
        QCOMPARE(std::size(names), std::size_t(Capabilities::count));
        for (const char *name : names)
            QVERIFY2(!Capabilities::sentence("CAP_" + std::string(name)).isEmpty(), name);
        QCOMPARE(Capabilities::sentence("CAP_NONE"), QString());
    }

    void systemCallsAreInOneGroupEach()
    {
        const auto groups = SyscallGroups::of({"mount", "umount2", "reboot", "brandnew"});
        QCOMPARE(groups.size(), 3);
        QCOMPARE(groups[0].key, "mounts");
        QCOMPARE(groups[0].calls, (QStringList{"mount", "umount2"}));
        QCOMPARE(groups[1].key, "machine");
        QCOMPARE(groups[2].calls, QStringList{"brandnew"});
        QVERIFY(SyscallGroups::of({}).isEmpty());
    }

    void saysItInWords()
    {
        XrayTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.sync(XrayNodes::of(sample()));
        QCOMPARE(tree.rowCount(), 8);
        QVERIFY(valueOf(tree, "ns/user").contains("its own"));
        QVERIFY(valueOf(tree, "ns/net").contains("shared with web"));
        QVERIFY(valueOf(tree, "ns/time").contains("the host's"));
        QCOMPARE(valueOf(tree, "ns/user/in/15"), "15 · 1 process(es)");
        QCOMPARE(valueOf(tree, "ns/user/u/0"), "0 to 65535 here are 100000 to 165535 on the host");
        QCOMPARE(tree.find("proc/72").parent(), tree.find("proc/71"));
        QVERIFY(valueOf(tree, "proc/72").contains("2 here, 72 on the host"));
        QVERIFY(valueOf(tree, "proc/72").contains("user 33 here, 100033 on the host"));
        QCOMPARE(valueOf(tree, "cg/memory"), "1.0 MiB of 64.0 MiB");
        QCOMPARE(valueOf(tree, "cg/pids"), "3, no limit");
        QCOMPARE(valueOf(tree, "cg/cpu"), "50 ms in each 100 ms: 0.5 processors");
        QVERIFY(valueOf(tree, "mount/2").contains("volume facts"));
        QVERIFY(valueOf(tree, "mount/1").contains("ids shifted"));
        QCOMPARE(valueOf(tree, "way/tcp/0.0.0.0:4000/rule"), "tcp 4000 : 172.31.0.2 . 80");
        QCOMPARE(valueOf(tree, "way/tcp/0.0.0.0:4000/process"), "httpd, process 1 here, 71 on the host");
        QCOMPARE(tree.find("ns/user").data(Qt::AccessibleTextRole).toString(), "users: its own · 11");
    }

    void onlyWhatChangesIsTold()
    {
        XrayTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        api::Xray xray = sample();
        tree.sync(XrayNodes::of(xray));
        QSignalSpy changed(&tree, &XrayTree::dataChanged), reset(&tree, &XrayTree::modelReset);
        QSignalSpy inserted(&tree, &XrayTree::rowsInserted), removed(&tree, &XrayTree::rowsRemoved);
        const QPersistentModelIndex worker = tree.find("proc/72");
        tree.sync(XrayNodes::of(xray));
        QCOMPARE(changed.count() + inserted.count() + removed.count(), 0);
        xray.cgroup.memoryBytes = 2 << 20;
        tree.sync(XrayNodes::of(xray));
        QCOMPARE(changed.count(), 1);
        xray.processes.insert(xray.processes.begin() + 2,
                              {.pid = 75, .insidePid = 5, .parent = 71, .arguments = "new"});
        std::swap(xray.mounts[0], xray.mounts[1]);
        tree.sync(XrayNodes::of(xray));
        QCOMPARE(inserted.count(), 1);
        QVERIFY(worker.isValid());
        QCOMPARE(worker.row(), 1);
        QCOMPARE(tree.find("mount/2").row(), 0);
        xray.processes.erase(xray.processes.begin() + 2, xray.processes.end());
        tree.sync(XrayNodes::of(xray));
        QCOMPARE(removed.count(), 2);
        QVERIFY(!worker.isValid());
        QCOMPARE(reset.count(), 0);
    }

    void keysThatComeTwiceDoNoHarm()
    {
        XrayTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const XrayNode one{"a", "1", {}, {}, {}}, two{"a", "2", {}, {}, {}}, three{"b", "3", {}, {}, {}};
        for (const QList<XrayNode> &nodes :
             {QList{one, two, three}, QList{three, one}, QList{one, two}, QList<XrayNode>()}) {
            tree.sync(nodes);
            QCOMPARE(tree.rowCount(), nodes.size());
            for (int row = 0; row < nodes.size(); ++row)
                QCOMPARE(tree.index(row, 0).data().toString(), nodes[row].name);
        }
    }

    void theHostStandsBesideEachLine()
    {
        XrayTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        api::Xray xray = sample();
        xray.hostName = "web";
        xray.namespaces.push_back({.type = "uts", .inode = 14, .hostInode = 4, .sharing = "own"});
        api::Xray host = computer();
        host.namespaces.push_back({.type = "uts", .inode = 4, .hostInode = 4, .sharing = "host"});
        tree.sync(XrayNodes::of(xray));
        QCOMPARE(hostOf(tree, "ns/user"), QString());
        tree.sync(XrayBeside::of(xray, host));
        QCOMPARE(tree.rowCount(), 8);
        QCOMPARE(hostOf(tree, "ns/user"), "≠ 1");
        QCOMPARE(hostOf(tree, "ns/time"), "= 3");
        QVERIFY(valueOf(tree, "ns/time").contains("the host's"));
        QCOMPARE(hostOf(tree, "ns/uts/name"), "≠ desk");
        QCOMPARE(hostOf(tree, "ns/user/u/0"), "≠ each number is itself");
        QCOMPARE(hostOf(tree, "cg/memory"), "≠ 2.0 GiB of 4.0 GiB");
        QCOMPARE(hostOf(tree, "cg/path/"), "≠ /");
        QCOMPARE(hostOf(tree, "cap/given/CAP_CHOWN"), "= given");
        QCOMPARE(hostOf(tree, "cap/missing/CAP_SYS_ADMIN"), "≠ given");
        QCOMPARE(hostOf(tree, "capset/effective"), "≠ all 2");
        QCOMPARE(hostOf(tree, "seccomp"), "≠ not filtered");
        QCOMPARE(hostOf(tree, "seccomp/nnp"), "= not set");
        QCOMPARE(hostOf(tree, "mount/1"), "≠ ext4 · /dev/vda");
        QCOMPARE(hostOf(tree, "mount/2"), QString());
        QCOMPARE(hostOf(tree, "mount/others"), "1");
        QCOMPARE(hostOf(tree, "mount/host/901"), "proc");
        QCOMPARE(hostOf(tree, "net/if/eth0"), "≠ the other end: v1");
        QCOMPARE(hostOf(tree, "host/net/if/b0"), "172.31.0.1/16");
        QCOMPARE(tree.find("ns/user").data(Qt::AccessibleTextRole).toString(),
                 "users: its own · 11, on the host another: 1");
        tree.sync(XrayNodes::of(xray)); // and it is gone again
        QCOMPARE(hostOf(tree, "ns/user"), QString());
        QVERIFY(!tree.find("proc/others").isValid());
    }

    void itsProcessesAreFoundAmongTheHosts()
    {
        XrayTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.sync(XrayBeside::of(sample(), computer()));
        const char *way[] = {"proc/72", "proc/71", "proc/70", "proc/60", "proc/1", "proc"};
        for (int at = 0; at + 1 < int(std::size(way)); ++at)
            QCOMPARE(tree.find(QLatin1StringView(way[at])).parent(),
                     tree.find(QLatin1StringView(way[at + 1])));
        QVERIFY(valueOf(tree, "proc/72").contains("2 here, 72 on the host"));
        QCOMPARE(hostOf(tree, "proc/72"), "= process 72 of user 100033");
        QCOMPARE(valueOf(tree, "proc/1"), "not seen from inside");
        QCOMPARE(hostOf(tree, "proc/60"), "process 60 of user 0");
        QCOMPARE(hostOf(tree, "proc"), "30 in all");
        QCOMPARE(tree.find("proc/81").parent(), tree.find("proc/80"));
        QCOMPARE(tree.find("proc/80").parent(), tree.find("proc/others"));
        // 30 without two of the container, its stage, and the two above it.
        QCOMPARE(hostOf(tree, "proc/others"), "25");
        QCOMPARE(hostOf(tree, "proc/others/more"), "23 that are not listed");
        // The host tells nothing: the container's stand there all the same.
        api::Xray silent = computer();
        silent.processes.clear();
        tree.sync(XrayBeside::of(sample(), silent));
        QCOMPARE(tree.find("proc/70").parent(), tree.find("proc"));
    }

    void aSharedNetworkIsTheSame()
    {
        api::Xray xray = sample();
        xray.namespaces[1] = {.type = "net", .inode = 2, .hostInode = 2, .sharing = "host"};
        xray.network = computer().network;
        XrayTree tree;
        tree.sync(XrayBeside::of(xray, computer()));
        QCOMPARE(hostOf(tree, "net/if/eth0"), "= 10.0.0.5/24");
        QVERIFY(!tree.find("net/others").isValid());
    }

    void whatIsOfTheHostIsExplainedToo()
    {
        QStringList topics;
        topicsOf(XrayBeside::of(sample(), computer()), topics);
        QVERIFY(topics.contains("host/process/engine"));
        QVERIFY(topics.contains("host/mount"));
        for (const QString &topic : topics)
            QVERIFY2(!Explanations::of(topic).title.isEmpty(), qPrintable(topic));
        for (const char *topic :
             {"ns", "ns/user", "ns/mnt", "ns/pid", "ns/net", "ns/ipc", "ns/uts", "ns/cgroup", "ns/time",
              "process", "process/init", "cgroup/memory", "layer", "mount/proc", "cap/CAP_CHOWN",
              "seccomp/mounts", "security/nnp", "net/interface"}) {
            const Explanation about = Explanations::ofHost(topic);
            QVERIFY2(!about.title.isEmpty() && about.text.endsWith(u'.'), topic);
            QVERIFY2(about.text.count(". ") >= 1, topic); // two sentences
            QVERIFY2(!about.lesson.isEmpty(), topic);
        }
        QVERIFY(Explanations::ofHost("hop/rule").title.isEmpty());
        QVERIFY(Explanations::ofHost("host/ns/user").title.isEmpty());
    }

    void everythingIsExplainedInTwoSentences()
    {
        QStringList topics{"ns/host", "ns/mnt",    "ns/pid",         "ns/ipc",
                           "ns/uts",  "ns/cgroup", "layer/whiteout", "process/exec"};
        topicsOf(XrayNodes::of(sample()), topics);
        for (const QString &topic : topics) {
            const Explanation about = Explanations::of(topic);
            QVERIFY2(!about.title.isEmpty() && !about.text.isEmpty(), qPrintable(topic));
            QVERIFY2(about.text.size() > 20 && about.text.endsWith(u'.'),
                     qPrintable(topic + ": " + about.text));
            QVERIFY2(!about.lesson.isEmpty(), qPrintable(topic));
        }
        QCOMPARE(Explanations::of("mount/unheard-of").title, Explanations::of("mount").title);
        QVERIFY(Explanations::of("nothing").title.isEmpty());
        QVERIFY(Explanations::of("cap/CAP_SYS_ADMIN").text.contains("Mount"));
    }

    void saysWhereAFileComesFrom()
    {
        const auto layers = sample().layers;
        api::XrayFile file{.path = "/a", .layers = {{1, "whiteout"}, {0, "file", 5}}};
        QVERIFY(XrayNodes::fileText(file, layers).contains("removed"));
        file.layers = {{1, "file", 5, true}, {0, "file", 5}};
        QVERIFY(XrayNodes::fileText(file, layers).contains("layer 1"));
        file.mount = "/a";
        QVERIFY(XrayNodes::fileText(file, layers).contains("no layer"));
        file = {.path = "/b"};
        QVERIFY(XrayNodes::fileText(file, layers).contains("none"));
        file = {.path = "/etc", .layers = {{1, "folder", 0, true}, {0, "folder", 0, true}}};
        QVERIFY(XrayNodes::fileText(file, layers).contains("2"));
    }
};

QTEST_GUILESS_MAIN(Learn)
#include "tst_learn.moc"
