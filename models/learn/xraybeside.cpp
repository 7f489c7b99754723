#include "models/learn/xraybeside.h"

#include "models/common/text.h"
#include "models/learn/xraynodes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace quayside::models
{

using Against = XrayNode::Against;

namespace
{

QString saidOf(const std::string &value)
{
    return QString::fromStdString(value);
}

Against against(bool same)
{
    return same ? Against::Same : Against::Other;
}

void setHost(XrayNode &node, const QString &host, Against is)
{
    node.host = host;
    node.against = host.isEmpty() ? Against::NotCompared : is;
}

const api::XrayNamespace *spaceOf(const api::Xray &xray, const char *type)
{
    const auto found = std::ranges::find(xray.namespaces, type, &api::XrayNamespace::type);
    return found == xray.namespaces.end() ? nullptr : &*found;
}

bool isShared(const api::Xray &xray, const char *type)
{
    const api::XrayNamespace *space = spaceOf(xray, type);
    return space != nullptr && space->sharing == "host";
}

XrayNode onlyThere(const QString &key, const QString &name, const QString &topic, const QString &host)
{
    XrayNode node{key, name, XrayBeside::tr("not seen from inside"), topic, {}};
    node.host = host;
    return node;
}

// The same lines of both, by key: what they say is compared.
void compare(XrayNode &node, const XrayNode &host)
{
    for (XrayNode &child : node.children) {
        const auto there = std::ranges::find(host.children, child.key, &XrayNode::key);
        if (there == host.children.end())
            continue;
        setHost(child, there->value, against(child.value == there->value));
        compare(child, *there);
    }
}

// ---- processes

QString hostProcessText(const api::XrayProcess &process)
{
    return XrayBeside::tr("process %1 of user %2").arg(process.pid).arg(process.uid);
}

// Processes by their parents, as lines below each other.
class ProcessForest
{
public:
    void add(const api::XrayProcess &process, XrayNode node)
    {
        m_known.insert(process.pid);
        m_children[process.parent].emplace_back(process.pid, std::move(node));
    }
    [[nodiscard]] QList<XrayNode> trees() const
    {
        QList<XrayNode> trees;
        for (const auto &[parent, children] : m_children)
            if (!m_known.contains(parent))
                addBelow(parent, trees, 0);
        return trees;
    }

private:
    void addBelow(std::int64_t parent, QList<XrayNode> &to, int depth) const
    {
        constexpr int deepest = 32; // no chain of processes is worth more indentation
        const auto found = m_children.find(parent);
        if (found == m_children.end())
            return;
        for (const auto &[pid, node] : found->second) {
            XrayNode tree = node;
            if (depth < deepest)
                addBelow(pid, tree.children, depth + 1);
            to.append(tree);
            if (depth == deepest)
                addBelow(pid, to, depth);
        }
    }
    std::set<std::int64_t> m_known;
    std::map<std::int64_t, std::vector<std::pair<std::int64_t, XrayNode>>> m_children;
};

const api::XrayProcess *processOf(const std::vector<api::XrayProcess> &processes, std::int64_t pid)
{
    const auto found = std::ranges::find(processes, pid, &api::XrayProcess::pid);
    return found == processes.end() ? nullptr : &*found;
}

// The host's processes from which the container's come.
std::set<std::int64_t> ancestorsOf(const api::Xray &xray, const api::Xray &host)
{
    std::set<std::int64_t> ancestors;
    for (const api::XrayProcess &process : xray.processes)
        for (const api::XrayProcess *above = processOf(host.processes, process.parent);
             above != nullptr && processOf(xray.processes, above->pid) == nullptr &&
             ancestors.insert(above->pid).second;)
            above = processOf(host.processes, above->parent);
    return ancestors;
}

XrayNode hostProcess(const api::XrayProcess &process)
{
    const QString role = saidOf(process.role);
    XrayNode node =
        onlyThere(QStringLiteral("proc/%1").arg(process.pid),
                  saidOf(process.arguments.empty() ? process.command : process.arguments),
                  role.isEmpty() ? QStringLiteral("host/process") : QStringLiteral("host/process/") + role,
                  hostProcessText(process));
    node.tip = node.name;
    return node;
}

XrayNode othersOf(const api::Xray &xray, const api::Xray &host, const std::set<std::int64_t> &ancestors)
{
    ProcessForest forest;
    std::int64_t listed = 0;
    for (const api::XrayProcess &process : host.processes)
        if (!ancestors.contains(process.pid) && processOf(xray.processes, process.pid) == nullptr) {
            forest.add(process, hostProcess(process));
            ++listed;
        }
    const auto stages = std::ranges::count(xray.processes, "stage", &api::XrayProcess::role);
    const std::int64_t all =
        std::max(listed, host.processCount - xray.processCount - stages - std::int64_t(ancestors.size()));
    XrayNode others = onlyThere(QStringLiteral("proc/others"), XrayBeside::tr("all others of the host"),
                                QStringLiteral("host/process"), QString::number(all));
    others.children = forest.trees();
    if (listed < all)
        others.children.append(
            onlyThere(QStringLiteral("proc/others/more"), XrayBeside::tr("and more"),
                      QStringLiteral("host/process/more"),
                      XrayBeside::tr("%n that are not listed", nullptr, int(all - listed))));
    return others;
}

// ---- mounts

QString hostMountText(const api::XrayMount &mount)
{
    QStringList parts{saidOf(mount.type), saidOf(mount.source)};
    parts.removeAll(QString());
    if (parts.size() == 2 && parts[0] == parts[1])
        parts.removeLast();
    if (mount.readOnly)
        parts.append(XrayBeside::tr("read-only"));
    return parts.join(QStringLiteral(" · "));
}

// Of several at one place the last one is seen.
std::map<std::string, const api::XrayMount *> byTarget(const std::vector<api::XrayMount> &mounts)
{
    std::map<std::string, const api::XrayMount *> places;
    for (const api::XrayMount &mount : mounts)
        places[mount.target] = &mount;
    return places;
}

QString setText(const std::vector<std::string> &names, const api::XraySecurity &security)
{
    return names.empty() ? XrayBeside::tr("none")
           : security.missing.empty() && names.size() == security.bounding.size()
               ? XrayBeside::tr("all %1").arg(names.size())
               : XrayBeside::tr("%1 of %2")
                     .arg(names.size())
                     .arg(security.bounding.size() + security.missing.size());
}

} // namespace

XrayNode XrayBeside::namespaces(const api::Xray &xray, const api::Xray &host)
{
    XrayNode all = XrayNodes::namespaces(xray);
    all.host = tr("those of the computer");
    for (std::size_t i = 0; i < xray.namespaces.size(); ++i) {
        const api::XrayNamespace &space = xray.namespaces[i];
        XrayNode &node = all.children[qsizetype(i)];
        const api::XrayNamespace *there = spaceOf(host, space.type.c_str());
        const std::int64_t inode = there == nullptr ? space.hostInode : there->inode;
        if (inode == 0)
            continue;
        setHost(node, QString::number(inode), against(inode == space.inode));
        for (XrayNode &child : node.children) {
            if (child.key.endsWith(u"/name"))
                setHost(child, saidOf(host.hostName), against(host.hostName == xray.hostName));
            else if (child.topic == u"ns/ids" && !child.key.endsWith(u"/owner") && inode != space.inode)
                setHost(child, tr("each number is itself"), Against::Other);
        }
    }
    return all;
}

XrayNode XrayBeside::processes(const api::Xray &xray, const api::Xray &host)
{
    XrayNode all = XrayNodes::processes(xray);
    const auto more = std::ranges::find(all.children, QStringLiteral("proc/more"), &XrayNode::key);
    const QList<XrayNode> rest = more == all.children.end() ? QList<XrayNode>() : QList{*more};
    all.host = tr("%n in all", "processes", int(host.processCount));
    ProcessForest forest;
    const std::set<std::int64_t> ancestors = ancestorsOf(xray, host);
    for (const api::XrayProcess &process : host.processes)
        if (ancestors.contains(process.pid))
            forest.add(process, hostProcess(process));
    for (const api::XrayProcess &process : xray.processes) {
        XrayNode node = XrayNodes::process(process);
        setHost(node, hostProcessText(process), Against::Same);
        forest.add(process, node);
    }
    all.children = forest.trees() + rest;
    all.children.append(othersOf(xray, host, ancestors));
    return all;
}

XrayNode XrayBeside::cgroup(const api::Xray &xray, const api::Xray &host)
{
    XrayNode all = XrayNodes::cgroup(xray.cgroup);
    compare(all, XrayNodes::cgroup(host.cgroup));
    all.host = tr("the root of all groups");
    for (XrayNode &child : all.children) {
        // A root has neither a weight nor a quota, and its figures move by themselves.
        if (child.key == u"cg/shares" || child.key == u"cg/throttled" || child.key == u"cg/cpu")
            setHost(child, tr("none"), child.key == u"cg/throttled" ? Against::NotCompared : Against::Other);
        else if (child.key == u"cg/used" || child.key.startsWith(u"cg/psi/"))
            child.against = Against::NotCompared;
    }
    return all;
}

XrayNode XrayBeside::layers(const api::Xray &xray)
{
    XrayNode all = XrayNodes::layers(xray);
    all.host = tr("none: its files lie on its disks");
    return all;
}

XrayNode XrayBeside::mounts(const api::Xray &xray, const api::Xray &host)
{
    XrayNode all = XrayNodes::mounts(xray.mounts);
    if (host.mounts.empty()) {
        all.host = tr("not told");
        return all;
    }
    all.host = QString::number(host.mounts.size());
    const auto there = byTarget(host.mounts);
    const auto here = byTarget(xray.mounts);
    const bool shared = isShared(xray, "mnt");
    for (std::size_t i = 0; i < xray.mounts.size(); ++i)
        if (const auto found = there.find(xray.mounts[i].target); found != there.end())
            setHost(all.children[qsizetype(i)], hostMountText(*found->second), against(shared));
    QList<XrayNode> only;
    for (const api::XrayMount &mount : host.mounts)
        if (!here.contains(mount.target))
            only.append(onlyThere(QStringLiteral("mount/host/%1").arg(mount.id), saidOf(mount.target),
                                  QStringLiteral("host/mount"), hostMountText(mount)));
    if (!only.isEmpty()) {
        XrayNode others = onlyThere(QStringLiteral("mount/others"), tr("only on the host"),
                                    QStringLiteral("host/mount"), QString::number(only.size()));
        others.children = only;
        all.children.append(others);
    }
    return all;
}

XrayNode XrayBeside::capabilities(const api::Xray &xray, const api::Xray &host)
{
    XrayNode all = XrayNodes::capabilities(xray.security);
    const api::XraySecurity &here = xray.security, &there = host.security;
    all.host = setText(there.bounding, there);
    const auto count = [](XrayNode &group, std::size_t own, std::size_t hosts) {
        setHost(group, QString::number(hosts), against(own == hosts));
    };
    for (XrayNode &group : all.children) {
        const bool given = group.key == u"cap/given";
        for (XrayNode &child : group.children) {
            const bool has = std::ranges::contains(there.bounding, child.name.toStdString());
            setHost(child, has ? tr("given") : tr("not given"), against(has == given));
        }
        if (given)
            count(group, here.bounding.size(), there.bounding.size());
        else if (group.key == u"cap/missing")
            count(group, here.missing.size(), there.missing.size());
        for (const auto &[name, own, hosts] : {std::tuple("effective", &here.effective, &there.effective),
                                               {"permitted", &here.permitted, &there.permitted},
                                               {"inheritable", &here.inheritable, &there.inheritable},
                                               {"ambient", &here.ambient, &there.ambient}})
            if (group.key == QStringLiteral("capset/") + QLatin1StringView(name))
                setHost(group, setText(*hosts, there), against(*own == *hosts));
    }
    return all;
}

XrayNode XrayBeside::seccomp(const api::Xray &xray, const api::Xray &host)
{
    XrayNode all = XrayNodes::seccomp(xray.security);
    const bool filtered = host.security.seccompMode != 0, own = xray.security.seccompMode != 0;
    setHost(all, filtered ? tr("filtered") : tr("not filtered"), against(filtered == own));
    for (XrayNode &child : all.children) {
        if (child.key == u"seccomp/nnp")
            setHost(child, host.security.noNewPrivileges ? tr("set") : tr("not set"),
                    against(host.security.noNewPrivileges == xray.security.noNewPrivileges));
        else if (child.key == u"seccomp/label")
            setHost(child, host.security.label.empty() ? tr("none") : saidOf(host.security.label),
                    against(host.security.label == xray.security.label));
        else if (child.key == u"seccomp/masked" || child.key == u"seccomp/readonly")
            setHost(child, tr("none"), against(child.value.isEmpty()));
        else if (!filtered)
            setHost(child, tr("allowed"), Against::Other);
    }
    return all;
}

XrayNode XrayBeside::network(const api::Xray &xray, const api::Xray &host)
{
    XrayNode all = XrayNodes::network(xray.network), there = XrayNodes::network(host.network);
    compare(all, there);
    all.host = there.value;
    const bool shared = isShared(xray, "net");
    std::set<QString> here;
    for (XrayNode &child : all.children) {
        here.insert(child.key);
        // What has the same name in another network is another thing, whatever it says.
        if (child.against != Against::NotCompared)
            child.against = against(shared);
        if (child.key == u"net/dns")
            setHost(child, {}, Against::NotCompared);
    }
    for (const api::XrayInterface &interface : xray.network.interfaces)
        if (!interface.peer.empty())
            for (XrayNode &child : all.children)
                if (child.key == QStringLiteral("net/if/") + saidOf(interface.name))
                    setHost(child, tr("the other end: %1").arg(saidOf(interface.peer)), Against::Other);
    XrayNode others =
        onlyThere(QStringLiteral("net/others"), tr("only on the host"), QStringLiteral("host/net"), {});
    for (const XrayNode &node : there.children)
        if (!here.contains(node.key))
            others.children.append(onlyThere(QStringLiteral("host/") + node.key, node.name,
                                             QStringLiteral("host/net"), node.value));
    others.host = QString::number(others.children.size());
    if (!others.children.isEmpty())
        all.children.append(others);
    return all;
}

QList<XrayNode> XrayBeside::of(const api::Xray &xray, const api::Xray &host)
{
    return {namespaces(xray, host), processes(xray, host),    cgroup(xray, host),  layers(xray),
            mounts(xray, host),     capabilities(xray, host), seccomp(xray, host), network(xray, host)};
}

} // namespace quayside::models
