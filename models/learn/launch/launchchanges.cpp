#include "models/learn/launch/launchchanges.h"

#include "models/common/text.h"
#include "models/learn/capabilities.h"
#include "models/learn/xraynodes.h"

#include <algorithm>
#include <map>

namespace quayside::models
{

namespace
{

constexpr qsizetype mostListed = 60; // of one kind; a host has hundreds of mounts

QString wordOf(const std::string &value)
{
    return QString::fromStdString(value);
}

XrayNode marked(const char16_t *mark, XrayNode node)
{
    node.name = QStringLiteral("%1 %2").arg(QStringView(mark), node.name);
    return node;
}

XrayNode turned(XrayNode node, const QString &before)
{
    node.tip = QStringLiteral("%1\n→ %2").arg(before, node.value);
    node.value = before.isEmpty()       ? node.value
                 : node.value.isEmpty() ? QStringLiteral("%1 →").arg(before)
                                        : QStringLiteral("%1 → %2").arg(before, node.value);
    return node;
}

const XrayNode *childOf(const XrayNode &node, const QString &key)
{
    const auto found = std::ranges::find(node.children, key, &XrayNode::key);
    return found == node.children.end() ? nullptr : &*found;
}

// What differs below two nodes of the same thing.
QList<XrayNode> differing(const XrayNode &before, const XrayNode &after)
{
    QList<XrayNode> nodes;
    for (const XrayNode &old : before.children) {
        if (childOf(after, old.key) == nullptr)
            nodes.append(marked(u"−", old));
    }
    for (const XrayNode &now : after.children) {
        const XrayNode *old = childOf(before, now.key);
        if (old == nullptr) {
            nodes.append(marked(u"+", now));
            continue;
        }
        XrayNode node = old->value == now.value ? now : turned(now, old->value);
        node.children = differing(*old, now);
        if (old->value != now.value || !node.children.isEmpty())
            nodes.append(node);
    }
    return nodes;
}

XrayNode headline(const char *key, const QString &name, QList<XrayNode> children = {})
{
    const QString id = QLatin1StringView(key);
    return {id, name, {}, id, {}, std::move(children)};
}

// Without a filter in the kernel, the profile that was asked for refuses nothing yet.
api::XraySecurity inForce(api::XraySecurity security)
{
    if (security.seccompMode == 0) {
        security.seccompProfile = "unconfined";
        security.denied.clear();
        security.conditional.clear();
    }
    return security;
}

const api::XrayProcess *firstOf(const api::Xray &xray)
{
    const auto found = std::ranges::find(xray.processes, "init", &api::XrayProcess::role);
    return found == xray.processes.end() ? nullptr : &*found;
}

// The same mount in two tables: ids are given anew when a mount namespace is copied.
QString placeOf(const api::XrayMount &mount)
{
    return QStringList{wordOf(mount.target), wordOf(mount.type), wordOf(mount.source), wordOf(mount.root)}
        .join(QChar(0));
}

using Places = std::map<QString, QList<const api::XrayMount *>>;

Places placesOf(const std::vector<api::XrayMount> &mounts)
{
    Places places;
    for (const api::XrayMount &mount : mounts)
        places[placeOf(mount)].append(&mount);
    return places;
}

XrayNode mountNode(const api::XrayMount &mount)
{
    return XrayNodes::mounts({mount}).children.constFirst();
}

// Its id may be that of another mount by now.
XrayNode goneNode(const api::XrayMount &mount)
{
    XrayNode node = mountNode(mount);
    node.key.prepend(QStringLiteral("gone/"));
    return node;
}

} // namespace

XrayNode LaunchChanges::namespaces(const api::Xray *before, const api::Xray &after)
{
    XrayNode all = headline("ns", tr("Namespaces"));
    if (before != nullptr) {
        all.children = differing(XrayNodes::namespaces(*before), XrayNodes::namespaces(after));
        return all;
    }
    api::Xray own;
    std::ranges::copy_if(after.namespaces, std::back_inserter(own.namespaces),
                         [](const api::XrayNamespace &space) { return space.sharing != "host"; });
    for (const XrayNode &node : XrayNodes::namespaces(own).children)
        all.children.append(marked(u"+", node));
    return all;
}

XrayNode LaunchChanges::process(const api::Xray *before, const api::Xray &after)
{
    XrayNode all = headline("process", tr("Process"));
    const api::XrayProcess *now = firstOf(after), *old = before == nullptr ? nullptr : firstOf(*before);
    if (now == nullptr)
        return all;
    const auto facts = [](const api::XrayProcess &process) {
        XrayNode node;
        const auto add = [&node](const char *key, const QString &name, const QString &value) {
            const QString topic = QStringLiteral("process/init");
            node.children.append(
                {QStringLiteral("process/") + QLatin1StringView(key), name, value, topic, {}});
        };
        add("pid", tr("number"), tr("%1 here, %2 on the host").arg(process.insidePid).arg(process.pid));
        add("user", tr("user"),
            process.insideUid < 0
                ? tr("user %1 of the host, nobody here").arg(process.uid)
                : tr("user %1 here, %2 on the host").arg(process.insideUid).arg(process.uid));
        add("command", tr("program"),
            wordOf(process.arguments.empty() ? process.command : process.arguments));
        return node;
    };
    all.children = differing(old == nullptr ? XrayNode() : facts(*old), facts(*now));
    return all;
}

XrayNode LaunchChanges::cgroup(const api::Xray *before, const api::Xray &after)
{
    const auto facts = [](const api::XrayCgroup &cgroup) {
        XrayNode node;
        const auto add = [&node](const QString &key, const QString &name, const QString &value) {
            node.children.append({QStringLiteral("cg/") + key, name, value, QStringLiteral("cgroup"), {}});
        };
        for (const api::XrayCgroupPath &path : cgroup.paths)
            add(QStringLiteral("path/") + wordOf(path.controllers),
                path.controllers.empty() ? tr("group") : wordOf(path.controllers), wordOf(path.path));
        if (cgroup.memoryLimit >= 0)
            add(QStringLiteral("memory"), tr("memory limit"), Text::size(cgroup.memoryLimit));
        if (cgroup.cpuQuotaUs >= 0)
            add(QStringLiteral("cpu"), tr("processor time"),
                tr("%1 ms in each %2 ms")
                    .arg(double(cgroup.cpuQuotaUs) / 1000)
                    .arg(double(cgroup.cpuPeriodUs) / 1000));
        if (cgroup.pidsLimit >= 0)
            add(QStringLiteral("pids"), tr("processes at most"), QString::number(cgroup.pidsLimit));
        return node;
    };
    const XrayNode old = before == nullptr ? XrayNode() : facts(before->cgroup);
    return headline("cgroup", tr("Control group"), differing(old, facts(after.cgroup)));
}

XrayNode LaunchChanges::mounts(const api::Xray &before, const api::Xray &after)
{
    const Places old = placesOf(before.mounts), now = placesOf(after.mounts);
    QList<XrayNode> gone, made;
    for (const auto &[place, mounts] : old) {
        const auto found = now.find(place);
        for (qsizetype i = found == now.end() ? 0 : found->second.size(); i < mounts.size(); ++i)
            gone.append(marked(u"−", goneNode(*mounts[i])));
    }
    for (const auto &[place, mounts] : now) {
        const auto found = old.find(place);
        const qsizetype had = found == old.end() ? 0 : found->second.size();
        for (qsizetype i = had; i < mounts.size(); ++i)
            made.append(marked(u"+", mountNode(*mounts[i])));
        for (qsizetype i = 0; i < std::min(had, mounts.size()); ++i)
            if (const QString was = mountNode(*found->second[i]).value; was != mountNode(*mounts[i]).value)
                made.append(turned(mountNode(*mounts[i]), was));
    }
    XrayNode all = headline("mount", tr("Mounts"));
    all.value = tr("%1 more, %2 less", "mounts").arg(made.size()).arg(gone.size());
    for (auto *list : {&made, &gone}) {
        if (const qsizetype more = list->size() - mostListed; more > 0) {
            list->resize(mostListed);
            list->append({list == &made ? QStringLiteral("mount/made") : QStringLiteral("mount/gone"),
                          tr("and %n more", nullptr, int(more)),
                          {},
                          QStringLiteral("mount"),
                          {}});
        }
        all.children += *list;
    }
    return all;
}

XrayNode LaunchChanges::capabilities(const api::XraySecurity &before, const api::XraySecurity &after)
{
    XrayNode all = headline("cap", tr("Capabilities"));
    const auto compare = [&all](const char *key, const QString &name, const std::vector<std::string> &old,
                                const std::vector<std::string> &now) {
        XrayNode node{QStringLiteral("capset/") + QLatin1StringView(key),
                      name,
                      QString::number(now.size()),
                      QStringLiteral("cap/sets"),
                      {}};
        const auto add = [&node](const std::vector<std::string> &of, const std::vector<std::string> &without,
                                 const char16_t *mark) {
            for (const std::string &one : of) {
                const QString said = wordOf(one);
                if (!std::ranges::contains(without, one))
                    node.children.append(marked(mark, {node.key + u'/' + said,
                                                       said,
                                                       Capabilities::sentence(one),
                                                       QStringLiteral("cap/") + said,
                                                       {}}));
            }
        };
        add(now, old, u"+");
        add(old, now, u"−");
        if (!node.children.isEmpty())
            all.children.append(turned(node, QString::number(old.size())));
    };
    compare("effective", tr("effective"), before.effective, after.effective);
    compare("permitted", tr("permitted"), before.permitted, after.permitted);
    compare("bounding", tr("bounding"), before.bounding, after.bounding);
    compare("inheritable", tr("inheritable"), before.inheritable, after.inheritable);
    compare("ambient", tr("ambient"), before.ambient, after.ambient);
    return all;
}

QList<XrayNode> LaunchChanges::between(const api::Xray *before, const api::Xray &after)
{
    QList<XrayNode> all = {process(before, after), namespaces(before, after), cgroup(before, after)};
    if (before != nullptr) {
        all.append(mounts(*before, after));
        all.append(capabilities(before->security, after.security));
        all.append(headline("seccomp", tr("System calls"),
                            differing(XrayNodes::seccomp(inForce(before->security)),
                                      XrayNodes::seccomp(inForce(after.security)))));
        all.append(
            headline("net", tr("Network"),
                     differing(XrayNodes::network(before->network), XrayNodes::network(after.network))));
    }
    all.removeIf([](const XrayNode &node) { return node.children.isEmpty(); });
    return all;
}

} // namespace quayside::models
