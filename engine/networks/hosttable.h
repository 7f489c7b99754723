// The engine's nftables table on this host: what should be in it, and the way there and back.
#pragma once

#include "engine/isolation/network/nftables.h"
#include "engine/networks/rules.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace quayside::networks
{

// Thread-safe: changes go to the kernel one at a time, in the order in which they were asked for.
class HostTable
{
public:
    // Runs a task later, on a thread of somebody else's; not before `open`.
    using Later = std::function<void(std::chrono::milliseconds, std::function<void()>)>;
    HostTable(std::string name, Later later);
    ~HostTable(); // the containers run on, and so do their rules

    // Makes the table. One that a dead engine left serves its containers until restore() makes it anew.
    Result<> open(std::vector<BridgeRules> bridges);
    Result<> addBridge(const BridgeRules &bridge);
    void removeBridge(const std::string &interface);

    // `whose`: for the error.
    Result<> publish(const std::vector<PortRule> &ports, const std::string &whose);
    // Not an error where some are gone already.
    void unpublish(const std::vector<PortRule> &ports);
    // Published already by a dead engine: restore() sees to it.
    void adopt(const std::vector<PortRule> &ports);

    // What is there in the kernel right now.
    struct Found {
        bool portsThere = false, whole = false;
        std::string problem; // why it cannot be read; "": it can
    };
    Found find(const std::vector<PortRule> &ports);
    // Looks whether all is there, and makes the table anew where something is missing.
    void restore();

    // Of the host's network namespace; for other programs' chains too.
    [[nodiscard]] isolation::network::Nft &nft() { return m_nft; }
    // An idle engine keeps no connection to nftables, a busy one does not make it anew for each port.
    void restLater();

private:
    Result<> change(const std::string &document);                // holds m_mutex
    void remake();                                               // holds m_mutex
    void forgetFlowsLater(const std::vector<PortRule> &changed); // holds m_mutex
    void forgetFlows();

    const Later m_later;
    isolation::network::Nft m_nft;
    std::atomic<bool> m_willRest = false;
    std::mutex m_mutex; // of all that follows
    TableRules m_wanted;
    isolation::network::NftTable m_table;
    std::set<std::uint16_t> m_changedUdpPorts; // whose old flows are still to be forgotten
    bool m_current = false;                    // the table is of this engine's making
};

} // namespace quayside::networks
