#include "models/learn/xraynodes.h"

#include "models/common/text.h"
#include "models/images/instruction.h"

#include <algorithm>
#include <map>
#include <set>

namespace quayside::models
{

namespace
{

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString joined(const QStringList &parts)
{
    QStringList some = parts;
    some.removeAll(QString());
    return some.join(QStringLiteral(" · "));
}

} // namespace

QString XrayNodes::namespaceName(const QString &type)
{
    if (type == u"user")
        return tr("users");
    if (type == u"mnt")
        return tr("mounts");
    if (type == u"pid")
        return tr("processes");
    if (type == u"net")
        return tr("network");
    if (type == u"ipc")
        return tr("shared memory (ipc)");
    if (type == u"uts")
        return tr("host name (uts)");
    if (type == u"cgroup")
        return tr("control groups");
    if (type == u"time")
        return tr("clocks (time)");
    return type;
}

QString XrayNodes::sharingText(const api::XrayNamespace &space)
{
    if (space.inode == 0)
        return tr("not told");
    if (space.sharing == "host")
        return tr("the host's");
    if (space.sharing != "containers")
        return tr("its own");
    QStringList names;
    for (const std::string &name : space.sharedWith)
        names.append(text(name));
    return tr("shared with %1").arg(names.join(QStringLiteral(", ")));
}

QString XrayNodes::stateText(const QString &letter)
{
    if (letter == u"R")
        return tr("running");
    if (letter == u"S" || letter == u"I")
        return tr("sleeping");
    if (letter == u"D")
        return tr("waiting for a device");
    if (letter == u"Z")
        return tr("ended, not fetched");
    if (letter == u"T" || letter == u"t")
        return tr("stopped");
    return letter;
}

QString XrayNodes::layerName(const api::XrayLayer &layer)
{
    return layer.upper ? tr("the container's own") : instructionText(layer.createdBy, {});
}

QString XrayNodes::fileText(const api::XrayFile &file, const std::vector<api::XrayLayer> &layers)
{
    const QString path = text(file.path);
    if (!file.mount.empty())
        return tr("%1 comes from no layer: something is mounted on %2.").arg(path, text(file.mount));
    const auto seen = std::ranges::find_if(file.layers, &api::XrayFileLayer::seen);
    if (file.layers.empty())
        return tr("%1 is in none of the layers.").arg(path);
    if (seen == file.layers.end())
        return tr("%1 has been removed: it is still in a layer below, and hidden.").arg(path);
    const auto layer = std::ranges::find(layers, seen->index, &api::XrayLayer::index);
    const QString where = layer == layers.end() ? QString::number(seen->index) : layerName(*layer);
    const auto merged = std::ranges::count_if(file.layers, &api::XrayFileLayer::seen);
    if (merged > 1)
        return tr("%1 is a folder, merged from %n layer(s).", nullptr, int(merged)).arg(path);
    return tr("%1 comes from layer %2: %3").arg(path).arg(seen->index).arg(where);
}

static QList<XrayNode> idNodes(const api::XrayNamespace &space, const QString &key)
{
    QList<XrayNode> nodes;
    for (const auto &[map, what] :
         {std::pair(&space.uids, XrayNodes::tr("user ids")), {&space.gids, XrayNodes::tr("group ids")}})
        for (const api::XrayIdRange &range : *map)
            nodes.append(
                {QStringLiteral("%1/%2/%3").arg(key, map == &space.uids ? u"u" : u"g").arg(range.inside),
                 what,
                 XrayNodes::tr("%1 to %2 here are %3 to %4 on the host")
                     .arg(range.inside)
                     .arg(range.inside + range.count - 1)
                     .arg(range.outside)
                     .arg(range.outside + range.count - 1),
                 QStringLiteral("ns/ids"),
                 {}});
    if (space.ownerUid >= 0)
        nodes.append({key + QStringLiteral("/owner"),
                      XrayNodes::tr("made by"),
                      XrayNodes::tr("user %1 of the host").arg(space.ownerUid),
                      QStringLiteral("ns/ids"),
                      {}});
    return nodes;
}

XrayNode XrayNodes::namespaces(const api::Xray &xray)
{
    XrayNode all{QStringLiteral("ns"), tr("Namespaces"), {}, QStringLiteral("ns"), {}};
    int own = 0;
    for (const api::XrayNamespace &space : xray.namespaces) {
        const QString key = QStringLiteral("ns/") + text(space.type);
        XrayNode node{key,
                      namespaceName(text(space.type)),
                      joined({sharingText(space), QString::number(space.inode)}),
                      key,
                      {},
                      idNodes(space, key)};
        own += space.sharing == "host" ? 0 : 1;
        if (space.type == "uts" && !xray.hostName.empty())
            node.children.append(
                {key + QStringLiteral("/name"), tr("host name"), text(xray.hostName), key, {}});
        for (const api::XrayNested &nested : space.nested)
            node.children.append({key + QStringLiteral("/in/%1").arg(nested.inode),
                                  tr("a room within"),
                                  joined({QString::number(nested.inode),
                                          tr("%n process(es)", nullptr, int(nested.pids.size()))}),
                                  QStringLiteral("ns/nested"),
                                  {}});
        for (const auto &[clock, seconds] : space.offsets)
            node.children.append(
                {key + u'/' + text(clock), text(clock), tr("shifted by %1 s").arg(text(seconds)), key, {}});
        all.children.append(node);
    }
    all.value = tr("%n of its own", nullptr, own);
    return all;
}

XrayNode XrayNodes::process(const api::XrayProcess &process)
{
    const QString role = text(process.role), arguments = text(process.arguments);
    XrayNode node{QStringLiteral("proc/%1").arg(process.pid),
                  arguments,
                  {},
                  role.isEmpty() ? QStringLiteral("process") : QStringLiteral("process/") + role,
                  arguments};
    node.value = joined(
        {process.insidePid > 0 ? tr("%1 here, %2 on the host").arg(process.insidePid).arg(process.pid)
                               : tr("%1 on the host, none here").arg(process.pid),
         process.insideUid < 0 ? tr("user %1 of the host").arg(process.uid)
                               : tr("user %1 here, %2 on the host").arg(process.insideUid).arg(process.uid),
         stateText(text(process.state)),
         process.threads > 1 ? tr("%n thread(s)", nullptr, int(process.threads)) : QString(),
         Text::size(process.memoryBytes)});
    return node;
}

using ByParent = std::map<std::int64_t, std::vector<const api::XrayProcess *>>;

static void addProcesses(const ByParent &children, std::int64_t parent, XrayNode &to, int depth)
{
    constexpr int deepest = 32; // no chain of processes is worth more indentation
    const auto found = children.find(parent);
    if (found == children.end())
        return;
    for (const api::XrayProcess *process : found->second) {
        XrayNode node = XrayNodes::process(*process);
        if (depth < deepest)
            addProcesses(children, process->pid, node, depth + 1);
        to.children.append(node);
        if (depth == deepest)
            addProcesses(children, process->pid, to, depth);
    }
}

XrayNode XrayNodes::processes(const api::Xray &xray)
{
    XrayNode all{QStringLiteral("proc"),
                 tr("Processes"),
                 QString::number(xray.processCount),
                 QStringLiteral("process"),
                 {}};
    std::set<std::int64_t> known;
    std::int64_t inside = 0;
    for (const api::XrayProcess &process : xray.processes) {
        known.insert(process.pid);
        inside += process.role == "stage" ? 0 : 1;
    }
    ByParent children;
    for (const api::XrayProcess &process : xray.processes)
        children[known.contains(process.parent) ? process.parent : 0].push_back(&process);
    addProcesses(children, 0, all, 0);
    if (inside < xray.processCount)
        all.children.append(
            {QStringLiteral("proc/more"),
             tr("and more"),
             tr("%n process(es) that are not listed", nullptr, int(xray.processCount - inside)),
             QStringLiteral("process"),
             {}});
    return all;
}

XrayNode XrayNodes::layers(const api::Xray &xray)
{
    XrayNode all{QStringLiteral("layer"),
                 tr("Layers"),
                 QString::number(xray.layers.size()),
                 QStringLiteral("layer"),
                 {}};
    for (auto layer = xray.layers.rbegin(); layer != xray.layers.rend(); ++layer) {
        const QString made = layerName(*layer);
        XrayNode node{
            QStringLiteral("layer/%1").arg(layer->index), tr("%1: %2").arg(layer->index).arg(made),
            joined({layer->size < 0 ? QString() : Text::size(layer->size), Text::shortId(text(layer->id))}),
            layer->upper ? QStringLiteral("layer/upper") : QStringLiteral("layer/image"), made};
        all.children.append(node);
    }
    if (xray.file)
        all.children.append({QStringLiteral("layer/file"), tr("chosen file"),
                             fileText(*xray.file, xray.layers), QStringLiteral("layer"),
                             fileText(*xray.file, xray.layers)});
    return all;
}

static QString purposeText(const api::XrayMount &mount)
{
    const QString purpose = text(mount.purpose);
    const QString of = text(mount.of);
    if (purpose == u"root")
        return XrayNodes::tr("the layers");
    if (purpose == u"volume")
        return XrayNodes::tr("volume %1").arg(of);
    if (purpose == u"bind")
        return XrayNodes::tr("folder %1 of the host").arg(of);
    if (purpose == u"image")
        return XrayNodes::tr("image %1").arg(of);
    if (purpose == u"tmpfs" || purpose == u"shm")
        return XrayNodes::tr("in memory");
    if (purpose == u"file")
        return XrayNodes::tr("written by the engine");
    if (purpose == u"masked")
        return XrayNodes::tr("hidden");
    if (purpose == u"read-only")
        return XrayNodes::tr("cannot be written");
    if (purpose == u"device")
        return XrayNodes::tr("a device");
    if (purpose == u"host")
        return XrayNodes::tr("the host's");
    return purpose.isEmpty() ? XrayNodes::tr("mounted inside") : QString();
}

XrayNode XrayNodes::mounts(const std::vector<api::XrayMount> &mounts)
{
    XrayNode all{
        QStringLiteral("mount"), tr("Mounts"), QString::number(mounts.size()), QStringLiteral("mount"), {}};
    for (const api::XrayMount &mount : mounts) {
        XrayNode node{QStringLiteral("mount/%1").arg(mount.id),
                      text(mount.target),
                      {},
                      QStringLiteral("mount/") + text(mount.purpose),
                      {}};
        node.value = joined({purposeText(mount), text(mount.type),
                             mount.readOnly && mount.purpose != "read-only" ? tr("read-only") : QString(),
                             mount.idmapped ? tr("ids shifted") : QString(),
                             mount.propagation == "private" ? QString() : text(mount.propagation)});
        node.tip =
            tr("%1 from %2, options %3").arg(text(mount.target), text(mount.source), text(mount.options));
        all.children.append(node);
    }
    return all;
}

QList<XrayNode> XrayNodes::of(const api::Xray &xray)
{
    return {namespaces(xray),       processes(xray),      cgroup(xray.cgroup),
            layers(xray),           mounts(xray.mounts),  capabilities(xray.security),
            seccomp(xray.security), network(xray.network)};
}

} // namespace quayside::models
