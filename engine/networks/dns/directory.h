// Which names there are on which network, and who may ask for them.
#pragma once

#include "engine/networks/dns/message.h"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace quayside::networks::dns
{

using isolation::network::IpPrefix;

// One container on one network.
struct Entry {
    std::string networkId, networkName;
    bool internal = false;          // leads nowhere
    std::vector<IpPrefix> subnets;  // of the network
    std::vector<std::string> names; // the first one is what a reverse look-up tells; none: not found by name
    std::vector<IpAddress> addresses;
    bool guest =
        false; // root has put it on another user's network: its names give way to those of that user's
};

// Thread-safe.
class Directory
{
public:
    // All that the container is on, in the order in which it looks names up; nothing: it is gone.
    void set(const std::string &containerId, std::vector<Entry> entries);

    // Addresses of the family; empty where the name has none of it, nothing where there is no such name on
    // the container's networks. Several containers may share a name: their order goes round.
    [[nodiscard]] std::optional<std::vector<IpAddress>> find(const std::string &containerId,
                                                             const std::string &name, Family family) const;
    // "web.mynet": nothing where nobody has the address.
    [[nodiscard]] std::optional<std::string> nameOf(const std::string &containerId,
                                                    const IpAddress &address) const;
    // Whether the address belongs to one of the container's networks: nobody else knows of it then.
    [[nodiscard]] bool owns(const std::string &containerId, const IpAddress &address) const;
    // A container on internal networks only must not reach the world by asking for names
    // (CVE-2024-29018).
    [[nodiscard]] bool mayAskOthers(const std::string &containerId) const;

private:
    [[nodiscard]] const std::vector<Entry> *entriesOf(const std::string &containerId) const; // m_mutex held
    void collect(const Entry &on, const std::string &name, std::vector<const Entry *> &found) const;

    mutable std::mutex m_mutex;
    std::map<std::string, std::vector<Entry>> m_containers;
    std::map<std::string, std::map<std::string, const Entry *>> m_members; // by network, by container
    mutable std::atomic<unsigned> m_turn = 0;
};

} // namespace quayside::networks::dns
