// What a step of a launch has changed, out of two X-rays.
#include "models/learn/launch/launchchanges.h"

#include "models/learn/explanation.h"
#include "models/learn/xraytree.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

api::Xray look()
{
    api::Xray xray;
    xray.namespaces = {{.type = "mnt", .inode = 20, .hostInode = 2, .sharing = "own"},
                       {.type = "cgroup", .inode = 3, .hostInode = 3, .sharing = "host"}};
    xray.processes = {{.pid = 69, .arguments = "quayside-stage", .role = "stage"},
                      {.pid = 70,
                       .insidePid = 1,
                       .uid = 65534,
                       .insideUid = -1,
                       .arguments = "quayside-stage",
                       .role = "init"}};
    xray.cgroup = {.version = 2, .paths = {{"", "/"}}, .memoryBytes = 100};
    xray.mounts = {{.id = 1, .source = "/dev/vda", .root = "/", .target = "/", .type = "ext4"},
                   {.id = 2, .source = "proc", .root = "/", .target = "/proc", .type = "proc"}};
    xray.security.effective = xray.security.bounding = {"CAP_CHOWN", "CAP_SYS_ADMIN"};
    xray.security.seccompProfile = "default";
    xray.security.denied = {"reboot"}; // by the profile; the kernel has no filter yet
    return xray;
}

const XrayNode *find(const QList<XrayNode> &nodes, const QString &key)
{
    for (const XrayNode &node : nodes) {
        if (node.key == key)
            return &node;
        if (const XrayNode *below = find(node.children, key))
            return below;
    }
    return nullptr;
}

QStringList namesOf(const QList<XrayNode> &nodes)
{
    QStringList names;
    for (const XrayNode &node : nodes)
        names.append(node.name);
    return names;
}

} // namespace

class tst_LaunchChanges : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsNoChange()
    {
        api::Xray after = look();
        after.cgroup.memoryBytes = 5000; // moves by itself
        after.processes[1].memoryBytes = 77;
        for (api::XrayMount &mount : after.mounts)
            mount.id += 100; // a copied table numbers anew
        const api::Xray before = look();
        QCOMPARE(namesOf(LaunchChanges::between(&before, after)), QStringList());
    }

    void theFirstLookSaysWhatTheProcessIs()
    {
        const auto nodes = LaunchChanges::between(nullptr, look());
        QCOMPARE(namesOf(nodes), (QStringList{"Process", "Namespaces", "Control group"}));
        QVERIFY(find(nodes, "ns/mnt")->name.startsWith("+ "));
        QVERIFY(find(nodes, "ns/mnt")->value.contains("its own"));
        QCOMPARE(find(nodes, "ns/cgroup"), nullptr); // the host's still
        QVERIFY(find(nodes, "process/pid")->value.contains("1 here, 70"));
    }

    void namespacesAndIds()
    {
        const api::Xray before = look();
        api::Xray after = look();
        after.namespaces[1] = {.type = "cgroup", .inode = 30, .hostInode = 3, .sharing = "own"};
        after.processes[1].uid = 100000;
        after.processes[1].insideUid = 0;
        after.cgroup.paths = {{"", "/quayside/x"}};
        const auto nodes = LaunchChanges::between(&before, after);
        QCOMPARE(namesOf(nodes), (QStringList{"Process", "Namespaces", "Control group"}));
        QCOMPARE(find(nodes, "ns/cgroup")->value, "the host's · 3 → its own · 30");
        QCOMPARE(find(nodes, "ns/mnt"), nullptr);
        QCOMPARE(find(nodes, "process/user")->value,
                 "user 65534 of the host, nobody here → user 0 here, 100000 on the host");
        QCOMPARE(find(nodes, "cg/path/")->value, "/ → /quayside/x");
    }

    void theHostName()
    {
        api::Xray before = look();
        before.namespaces.push_back({.type = "uts", .inode = 40, .hostInode = 4, .sharing = "own"});
        before.hostName = "desk"; // a new namespace begins with a copy
        api::Xray after = before;
        after.hostName = "stepped";
        const auto nodes = LaunchChanges::between(&before, after);
        QCOMPARE(namesOf(nodes), QStringList{"Namespaces"});
        QCOMPARE(find(nodes, "ns/uts/name")->value, "desk → stepped");
    }

    void aLimitIsNoGroupOfTheSameName()
    {
        api::Xray before = look();
        before.cgroup = {.version = 1, .paths = {{"pids", "/x"}}, .pidsLimit = 2048};
        api::Xray after = before;
        QCOMPARE(namesOf(LaunchChanges::between(&before, after)), QStringList());
        after.cgroup.pidsLimit = 20;
        const auto nodes = LaunchChanges::between(&before, after);
        QCOMPARE(find(nodes, "cg/pids")->value, "2048 → 20");
        QCOMPARE(find(nodes, "cg/path/pids"), nullptr);
    }

    void mountsThatComeAndGo()
    {
        const api::Xray before = look();
        api::Xray after = look();
        after.mounts = {
            {.id = 1, .source = "overlay", .root = "/", .target = "/", .type = "overlay", .purpose = "root"},
            {.id = 5, .source = "proc", .root = "/", .target = "/proc", .type = "proc", .readOnly = true},
            {.id = 6, .source = "tmpfs", .root = "/", .target = "/dev", .type = "tmpfs"}};
        const auto nodes = LaunchChanges::between(&before, after);
        QCOMPARE(nodes.size(), 1);
        QCOMPARE(nodes.first().value, "3 more, 1 less");
        QCOMPARE(namesOf(nodes.first().children), (QStringList{"+ /", "+ /dev", "/proc", "− /"}));
        QVERIFY(nodes.first().children[2].value.contains("→"));
        // No two with the same key, or the tree would lose one: the old root's id is the new one's.
        XrayTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.sync(nodes);
        QCOMPARE(tree.rowCount(tree.find("mount")), 4);
    }

    void aHostHasManyMounts()
    {
        api::Xray before = look();
        for (int i = 0; i < 500; ++i)
            before.mounts.push_back({.id = 10 + i, .target = "/mnt/" + std::to_string(i), .type = "ext4"});
        const auto nodes = LaunchChanges::between(&before, look());
        QCOMPARE(nodes.first().children.size(), 61);
        QCOMPARE(nodes.first().children.last().name, "and 440 more");
    }

    void capabilitiesAndTheFilter()
    {
        const api::Xray before = look();
        api::Xray after = look();
        after.security.effective = {"CAP_CHOWN"};
        after.security.ambient = {"CAP_CHOWN"};
        after.security.seccompMode = 2;
        after.security.noNewPrivileges = true;
        const auto nodes = LaunchChanges::between(&before, after);
        QCOMPARE(namesOf(nodes), (QStringList{"Capabilities", "System calls"}));
        QCOMPARE(find(nodes, "capset/effective")->value, "2 → 1");
        QCOMPARE(namesOf(find(nodes, "capset/effective")->children), QStringList{"− CAP_SYS_ADMIN"});
        QCOMPARE(namesOf(find(nodes, "capset/ambient")->children), QStringList{"+ CAP_CHOWN"});
        QCOMPARE(find(nodes, "capset/bounding"), nullptr);
        QCOMPARE(find(nodes, "seccomp/nnp")->value, "not set → set");
        QVERIFY(namesOf(find(nodes, "seccomp")->children).join(' ').contains("+ "));
    }

    void everyLineIsExplained()
    {
        const api::Xray before = look();
        api::Xray after = look();
        after.mounts.clear();
        after.security.effective.clear();
        after.security.seccompMode = 2;
        after.network.interfaces = {{.index = 2, .name = "eth0", .up = true}};
        after.processes[1].uid = 5;
        QList<XrayNode> ahead = LaunchChanges::between(&before, after);
        QVERIFY(ahead.size() >= 5);
        while (!ahead.isEmpty()) {
            const XrayNode node = ahead.takeFirst();
            QVERIFY2(!Explanations::of(node.topic).title.isEmpty(), qPrintable(node.key + ' ' + node.topic));
            ahead += node.children;
        }
    }
};

QTEST_GUILESS_MAIN(tst_LaunchChanges)
#include "tst_launchchanges.moc"
