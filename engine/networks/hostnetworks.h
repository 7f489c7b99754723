// The implementation of Networks on this host.
#pragma once

#include "engine/isolation/network/watcher.h"
#include "engine/networks/addresspool.h"
#include "engine/networks/containerlink.h"
#include "engine/networks/dns/directory.h"
#include "engine/networks/dns/server.h"
#include "engine/networks/hostbridge.h"
#include "engine/networks/hosttable.h"
#include "engine/networks/names.h"
#include "engine/networks/networkrecord.h"
#include "engine/networks/networks.h"
#include "engine/networks/networkspec.h"
#include "engine/networks/portreservations.h"

#include <map>
#include <memory>
#include <mutex>

namespace quayside::networks
{

class HostNetworks final : public Networks
{
public:
    static Result<std::unique_ptr<HostNetworks>> open(const Options &options, Records &records,
                                                      api::EventSink sink);
    ~HostNetworks() override; // leaves the containers connected

    // hostnetworks.cpp
    [[nodiscard]] std::vector<api::Network> list(const Peer &peer) const override;
    Result<api::Network> inspect(const Peer &peer, const std::string &nameOrId) const override;
    [[nodiscard]] std::vector<std::string> warnings() const override;
    [[nodiscard]] std::vector<std::string> nameServers() const override;
    // creation.cpp
    Result<api::NetworkCreateResponse> create(const Peer &peer,
                                              const api::NetworkCreateRequest &request) override;
    Result<> remove(const Peer &peer, const std::string &nameOrId) override;
    // endpoints.cpp
    Result<std::vector<Endpoint>> reserve(const ContainerRequest &request) override;
    Result<> connect(const std::string &containerId, const Fd &netns) override;
    void release(const std::string &containerId) override;
    Result<> adopt(const ContainerRequest &request, const std::vector<Endpoint> &endpoints,
                   const Fd &netns) override;
    // attachment.cpp
    Result<std::vector<Endpoint>> attach(const ContainerRequest &request, const Fd &netns) override;
    Result<std::vector<Endpoint>> detach(const std::string &containerId, const std::string &networkId,
                                         const Fd &netns) override;
    std::vector<Endpoint> rename(const std::string &containerId, const std::string &name) override;
    // restoration.cpp
    void sweep() override;
    // portcheck.cpp
    Result<api::PortCheck> checkPort(const PortCheckRequest &request, const Fd &netns) override;
    Result<> repair() override;

private:
    struct Network {
        NetworkRecord record;
        BridgeOptions options;                  // of a bridge
        MacvlanOptions macvlan;                 // of a macvlan
        std::optional<BridgeSettings> settings; // of a bridge
        int bridge = 0;                         // interface index
        std::unique_ptr<AddressPool> pool4, pool6;
        std::string problem; // why its bridge could not be made; "": it is there
        bool removing = false;

        [[nodiscard]] bool bridged() const { return settings.has_value(); }
        [[nodiscard]] BridgeRules rules() const;                   // of a bridge
        [[nodiscard]] bool whole(const BridgesThere &there) const; // so is one without a bridge
    };
    using NetworkPtr = std::shared_ptr<Network>;
    // What a container holds.
    struct Held {
        ContainerRequest container; // without endpoints and ports
        std::vector<Endpoint> endpoints;
        bool connected = false;
    };

    // A published port, and what the engine knows of the way to it.
    struct PortWay {
        api::PortCheck &check;
        const Endpoint &endpoint;
        const PortBinding &binding;
        const std::string &bridge;
        int bridgeIndex = 0;
        const std::string &problem;
        bool held = false;
        std::uint32_t viewer = 0;
    };
    void look(const PortWay &way, const Fd &netns);

    HostNetworks(Names names, Records &records, api::EventSink sink);

    // hostnetworks.cpp. m_mutex held.
    [[nodiscard]] Result<NetworkPtr> find(const Peer &peer, const std::string &nameOrId) const;
    [[nodiscard]] NetworkPtr byId(const std::string &id) const;
    [[nodiscard]] api::Network describe(const Peer &peer, const Network &network) const;
    [[nodiscard]] std::vector<std::string> holders(const Peer &peer, const std::string &networkId) const;
    [[nodiscard]] std::vector<std::string> bridges() const; // interfaces
    void emit(const char *action, const std::string &containerId, const Endpoint &endpoint) const;
    void emit(const char *action, const NetworkRecord &record) const;

    // creation.cpp
    Result<> chooseSubnets(const Peer &peer, NetworkSpec &spec, const HostState &host) const;
    Result<> settle(Network &network, std::uint32_t uplinkMtu) const; // pools and settings from its record
    Result<> bringUp(Network &network);
    void takeDown(const Network &network);

    // endpoints.cpp. m_mutex held.
    Result<Endpoint> takeEndpoint(const ContainerRequest &container, const EndpointRequest &request,
                                  const std::vector<Endpoint> &others);
    Result<> takeAddresses(Network &network, const EndpointRequest &request, Endpoint &endpoint);
    Result<> takeMac(const Network &network, const EndpointRequest &request, Endpoint &endpoint) const;
    Result<> takePorts(const ContainerRequest &container, std::vector<Endpoint> &endpoints);
    void giveBackAddresses(const Endpoint &endpoint);
    [[nodiscard]] ContainerLink linkOf(const Endpoint &endpoint) const;

    Result<> mend(const Held &held, const Fd &netns); // m_mutex not held
    void removeLater(const std::string &interface);

    // naming.cpp
    enum class When { Now, Later };
    [[nodiscard]] std::vector<dns::Entry>
    entriesOf(const std::vector<Endpoint> &endpoints) const; // m_mutex held
    Result<dns::Server *> nameServer();
    void tellNames(const std::string &containerId, const std::vector<Endpoint> &endpoints);
    void forgetNames(const std::string &containerId);
    Result<> serveNames(const ContainerRequest &container, const std::vector<Endpoint> &endpoints,
                        const Fd &netns, When when);

    // restoration.cpp
    Result<> load();
    Result<> prepareDefault(Network &network, const HostState &host, const BridgesThere &there);
    Result<> prepare(Network &network, std::uint32_t uplinkMtu, const BridgesThere &there);
    Result<> startWatcher();
    void restore(isolation::network::Watcher::Changes changes);
    Result<> restoreBridges();
    void checkFirewalls();
    Result<> mendBridges(const BridgesThere &there);              // m_mutex held
    void reattach(Links &links, const BridgesThere &there) const; // m_mutex held
    void removeLeftovers();

    const Names m_names;
    Records &m_records;
    const api::EventSink m_sink;
    std::mutex m_changing;      // one makes or removes a network at a time; the first of all to be taken
    std::mutex m_restoring;     // one looks and mends at a time; taken before the next
    mutable std::mutex m_mutex; // of all that follows, but what has its own
    std::vector<NetworkPtr> m_networks;
    std::map<std::string, Held> m_held; // by container
    PortReservations m_ports;           // by container
    std::vector<std::string> m_hostWarnings, m_firewallWarnings;
    HostTable m_table;
    dns::Directory m_directory;
    std::mutex m_startingDns;
    std::unique_ptr<dns::Server> m_dns;                     // none until a container needs it
    std::unique_ptr<isolation::network::Watcher> m_watcher; // last: its thread uses all of the above
};

// What the ports of endpoints are in the table.
Result<std::vector<PortRule>> portRules(const std::vector<Endpoint> &endpoints);

} // namespace quayside::networks
