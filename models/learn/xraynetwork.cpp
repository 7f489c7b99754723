// The container's network, as words.
#include "models/learn/xraynodes.h"

namespace quayside::models
{

namespace
{

QString said(const std::string &value)
{
    return QString::fromStdString(value);
}

QString listOf(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list.append(said(value));
    return list.join(QStringLiteral(", "));
}

QString endOf(const std::string &address, std::int64_t port)
{
    return address.find(':') == std::string::npos ? QStringLiteral("%1:%2").arg(said(address)).arg(port)
                                                  : QStringLiteral("[%1]:%2").arg(said(address)).arg(port);
}

QString ownerOf(const api::XraySocket &socket)
{
    return socket.pid == 0 ? XrayNodes::tr("no process of the container")
                           : XrayNodes::tr("%1, process %2 here, %3 on the host")
                                 .arg(said(socket.command))
                                 .arg(socket.insidePid)
                                 .arg(socket.pid);
}

XrayNode wayOf(const api::XrayPublished &way)
{
    const QString host = endOf(way.hostAddress, way.hostPort);
    const QString target = endOf(way.targetAddress, way.targetPort);
    XrayNode node{QStringLiteral("way/%1/%2").arg(said(way.protocol), host),
                  XrayNodes::tr("way to %1 (%2)").arg(host, said(way.protocol)),
                  target,
                  QStringLiteral("hop"),
                  {}};
    const auto hop = [&node](const char *name, const QString &title, const QString &value) {
        node.children.append({node.key + u'/' + QLatin1StringView(name), title, value,
                              QStringLiteral("hop/") + QLatin1StringView(name), value});
    };
    hop("host", XrayNodes::tr("published port"), host);
    hop("rule", XrayNodes::tr("address translation"),
        way.translated ? said(way.rule) : XrayNodes::tr("no rule: it is missing"));
    if (!way.bridge.empty())
        hop("bridge", XrayNodes::tr("bridge"), said(way.bridge));
    if (!way.veth.empty())
        hop("veth", XrayNodes::tr("pair"),
            XrayNodes::tr("%1 outside is %2 inside").arg(said(way.veth), said(way.interface)));
    hop("process", XrayNodes::tr("process"),
        way.listener ? ownerOf(*way.listener) : XrayNodes::tr("nobody listens"));
    return node;
}

} // namespace

XrayNode XrayNodes::network(const api::XrayNetwork &network)
{
    XrayNode all{QStringLiteral("net"),
                 tr("Network"),
                 tr("%n interface(s)", nullptr, int(network.interfaces.size())),
                 QStringLiteral("net"),
                 {}};
    for (const api::XrayPublished &way : network.published)
        all.children.append(wayOf(way));
    for (const api::XrayInterface &interface : network.interfaces) {
        QString value = listOf(interface.addresses);
        if (!interface.peer.empty())
            value += QStringLiteral(" · ") +
                     tr("other end %1, on %2").arg(said(interface.peer), said(interface.bridge));
        if (!interface.up)
            value += QStringLiteral(" · ") + tr("off");
        all.children.append({QStringLiteral("net/if/") + said(interface.name), said(interface.name), value,
                             QStringLiteral("net/interface"),
                             tr("%1, MTU %2").arg(said(interface.mac)).arg(interface.mtu)});
    }
    for (const api::XrayRoute &route : network.routes)
        all.children.append(
            {QStringLiteral("net/route/%1/%2").arg(said(route.destination), said(route.interface)),
             tr("to %1").arg(said(route.destination)),
             route.gateway.empty() ? tr("directly, by %1").arg(said(route.interface))
                                   : tr("through %1, by %2").arg(said(route.gateway), said(route.interface)),
             QStringLiteral("net/route"),
             {}});
    for (const api::XraySocket &socket : network.sockets)
        all.children.append(
            {QStringLiteral("net/socket/%1/%2")
                 .arg(said(socket.protocol), endOf(socket.address, socket.port)),
             tr("listens at %1 (%2)").arg(endOf(socket.address, socket.port), said(socket.protocol)),
             ownerOf(socket),
             QStringLiteral("net/socket"),
             {}});
    all.children.append({QStringLiteral("net/dns"),
                         tr("name servers"),
                         listOf(network.nameServers),
                         QStringLiteral("net/dns"),
                         {}});
    return all;
}

} // namespace quayside::models
