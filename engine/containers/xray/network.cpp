// A container's network: its own interfaces, what they lead to outside, and who listens.
#include "engine/containers/xray/sockets.h"
#include "engine/containers/xray/subject.h"
#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/nftables.h"
#include "engine/networks/names.h"
#include "engine/networks/rules.h"

#include <algorithm>
#include <fcntl.h>

namespace quayside::containers
{

namespace
{

namespace network = isolation::network;

Result<> addInterfaces(api::XrayNetwork &found, std::vector<network::Link> &links)
{
    TRY(auto open, network::Links::open());
    TRY(links, open.list());
    TRY(const auto addresses, open.addresses());
    TRY(const auto routes, open.routes());
    const auto nameOf = [&links](int index) {
        const auto link = std::ranges::find(links, index, &network::Link::index);
        return link == links.end() ? std::string() : link->name;
    };
    for (const auto &link : links) {
        auto &interface = found.interfaces.emplace_back();
        interface.index = link.index;
        interface.name = link.name;
        interface.kind = link.kind;
        interface.mac = link.mac;
        interface.mtu = link.mtu;
        interface.up = link.up;
        for (const auto &address : addresses)
            if (address.index == link.index)
                interface.addresses.push_back(address.address.text());
    }
    for (const auto &route : routes)
        found.routes.push_back(
            {route.destination.text(), route.gateway ? route.gateway->text() : "", nameOf(route.index)});
    return {};
}

// The other end of each veth, where it is in the engine's namespace.
Result<> addPeers(api::XrayNetwork &found, const std::vector<network::Link> &inside)
{
    TRY(auto open, network::Links::open());
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i].kind != "veth" || inside[i].peer == 0)
            continue;
        const auto outside = open.find(inside[i].peer);
        if (!outside || outside->kind != "veth" || outside->peer != inside[i].index)
            continue;
        found.interfaces[i].peer = outside->name;
        if (outside->master != 0)
            if (const auto bridge = open.find(outside->master))
                found.interfaces[i].bridge = bridge->name;
    }
    return {};
}

const api::XrayInterface *withAddress(const api::XrayNetwork &found, const std::string &address)
{
    for (const auto &interface : found.interfaces)
        for (const auto &own : interface.addresses)
            if (own.starts_with(address + "/"))
                return &interface;
    return nullptr;
}

const api::XraySocket *listenerOf(const api::XrayNetwork &found, const networks::PortBinding &port,
                                  const std::string &target)
{
    for (const auto &socket : found.sockets) {
        const bool all = socket.address == "0.0.0.0" || socket.address == "::";
        if (socket.port == port.containerPort && socket.protocol == port.protocol &&
            (all || socket.address == target))
            return &socket;
    }
    return nullptr;
}

api::XrayPublished published(const api::XrayNetwork &found, const networks::Endpoint &endpoint,
                             const networks::PortBinding &port, const std::vector<PortElement> &elements)
{
    const bool v6 = port.hostAddress.contains(':');
    api::XrayPublished way{.protocol = port.protocol,
                           .hostAddress = port.hostAddress,
                           .targetAddress = v6 ? endpoint.ipv6Address : endpoint.ipv4Address,
                           .hostPort = port.hostPort,
                           .targetPort = port.containerPort};
    const std::string everywhere = v6 ? "::" : "0.0.0.0";
    const std::string wanted = port.hostAddress == everywhere ? "" : port.hostAddress;
    for (const auto &element : elements) {
        if (element.v6 != v6 || element.protocol != port.protocol || element.hostPort != port.hostPort ||
            element.hostAddress != wanted)
            continue;
        way.translated = true;
        way.targetAddress = element.target; // as the kernel has it
        way.targetPort = element.targetPort;
        way.rule = std::format("{} {}{} : {} . {}", element.protocol, wanted.empty() ? "" : wanted + " . ",
                               element.hostPort, element.target, element.targetPort);
    }
    if (const auto *interface = withAddress(found, way.targetAddress)) {
        way.interface = interface->name;
        way.veth = interface->peer;
        way.bridge = interface->bridge;
    }
    if (const auto *listener = listenerOf(found, port, way.targetAddress))
        way.listener = *listener;
    return way;
}

Result<> addPublished(const Subject &subject, api::XrayNetwork &found)
{
    const auto &endpoints = subject.state.endpoints;
    if (std::ranges::all_of(endpoints, [](const auto &endpoint) { return endpoint.ports.empty(); }))
        return {};
    network::Nft nft;
    TRY(const auto listing, nft.query(networks::listTableDocument(found.table)));
    TRY(const auto elements, parsePortMaps(listing));
    for (const auto &endpoint : endpoints)
        for (const auto &port : endpoint.ports)
            found.published.push_back(published(found, endpoint, port, elements));
    return {};
}

} // namespace

Result<api::XrayNetwork> readNetwork(const Subject &subject, const std::vector<api::XrayProcess> &processes,
                                     const std::string &table, const std::optional<Fd> &containerFolder)
{
    api::XrayNetwork found{.table = table};
    const Fd netns(::openat(subject.proc.get(), "ns/net", O_RDONLY | O_CLOEXEC));
    if (!netns)
        return failErrno(errno, "opening the network namespace of process {}", subject.pid);
    std::vector<network::Link> links;
    CHECK(network::inNamespace(netns, [&] { return addInterfaces(found, links); }));
    if (!subject.host) {
        const Fd self(::open("/proc/self", O_PATH | O_DIRECTORY | O_CLOEXEC));
        const bool hosts = self && namespaceInode(self, "net") == namespaceInode(subject.proc, "net");
        if (!hosts)
            CHECK(addPeers(found, links));
        found.sockets = readSockets(subject, processes, hosts);
        CHECK(addPublished(subject, found));
    }
    if (containerFolder) // the very file that is mounted on /etc/resolv.conf
        found.nameServers = parseNameServers(readText(*containerFolder, "resolv.conf").value_or(""));
    return found;
}

} // namespace quayside::containers
