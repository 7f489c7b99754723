// The implementation of Networks on this host.
#pragma once

#include "engine/isolation/network/nftables.h"
#include "engine/isolation/network/watcher.h"
#include "engine/networks/addresspool.h"
#include "engine/networks/hostbridge.h"
#include "engine/networks/names.h"
#include "engine/networks/networkrecord.h"
#include "engine/networks/networks.h"
#include "engine/networks/portreservations.h"
#include "engine/networks/rules.h"

#include <atomic>
#include <map>
#include <mutex>

namespace quayside::networks
{

class HostNetworks final : public Networks
{
public:
    static Result<std::unique_ptr<HostNetworks>> open(const Options &options, Records &records,
                                                      api::EventSink sink);
    ~HostNetworks() override; // leaves the containers connected

    [[nodiscard]] std::vector<api::Network> list() const override;
    Result<api::Network> inspect(const std::string &nameOrId) const override;
    Result<Endpoint> reserve(const EndpointRequest &request) override;
    Result<> connect(const Endpoint &endpoint, const Fd &netns) override;
    void release(const std::string &containerId) override;
    Result<> adopt(const std::string &containerId, const Endpoint &endpoint) override;
    void sweep() override;
    [[nodiscard]] std::vector<std::string> warnings() const override;
    [[nodiscard]] std::vector<std::string> nameServers() const override;

private:
    // The one network with a bridge, so far; `host` and `none` have nothing but their record.
    struct Network {
        NetworkRecord record;
        BridgeSettings settings;
        int bridge = 0; // interface index
        std::unique_ptr<AddressPool> pool4, pool6;
        [[nodiscard]] bool bridged() const { return record.driver == "bridge"; }
    };
    struct Held {
        Endpoint endpoint;
        bool connected = false;
    };
    // Rules that were asked for and a way to the kernel: one at a time, so that they go there in order.
    struct Rules {
        std::mutex mutex;
        TableRules wanted;
        isolation::network::NftTable table;
        std::set<std::uint16_t> changedUdpPorts; // whose old flows are still to be forgotten
        bool current = false;                    // the table is of this engine's making
    };

    HostNetworks(Names names, api::EventSink sink) : m_names(std::move(names)), m_sink(std::move(sink)) {}
    Result<> load(Records &records);
    Result<> prepareBridge(Records &records, Network &network);
    Result<> prepareTable();
    Result<> startWatcher();

    [[nodiscard]] Result<const Network *> find(const std::string &nameOrId) const;
    [[nodiscard]] const Network *byId(const std::string &id) const;
    [[nodiscard]] api::Network describe(const Network &network) const;
    Result<> takeAddresses(Network &network, const EndpointRequest &request, Endpoint &endpoint);
    void giveBackAddresses(const Endpoint &endpoint);

    Result<> publish(const Endpoint &endpoint);
    void unpublish(const Endpoint &endpoint);
    void removeLater(const std::string &interface);
    void restNftLater();
    void forgetFlowsLater(const std::vector<PortRule> &changed); // holds m_rules.mutex
    void forgetFlows();
    void emit(const char *action, const std::string &containerId, const Endpoint &endpoint) const;

    void restore(isolation::network::Watcher::Changes changes);
    Result<> restoreBridges();
    void restoreTable();
    void checkFirewalls();
    void reattach(Links &links, const Network &network);

    const Names m_names;
    const api::EventSink m_sink;
    std::mutex m_restoring;     // one looks and mends at a time; taken before the others
    mutable std::mutex m_mutex; // of all that follows, but what has its own
    std::vector<Network> m_networks;
    std::map<std::string, std::vector<Held>> m_held; // by container
    PortReservations m_ports;                        // by endpoint
    std::vector<std::string> m_hostWarnings, m_firewallWarnings;
    isolation::network::Nft m_nft;
    std::atomic<bool> m_nftWillRest = false;
    Rules m_rules;
    std::unique_ptr<isolation::network::Watcher> m_watcher; // last: its thread uses all of the above
};

// What the ports of an endpoint are in the table.
Result<std::vector<PortRule>> portRules(const Endpoint &endpoint);

} // namespace quayside::networks
