#include "engine/networks/dns/directory.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace quayside::networks::dns
{

namespace
{

// `lower` is in lower case already.
bool same(const std::string &name, std::string_view lower)
{
    return std::ranges::equal(name, lower,
                              [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

// "web" of "web.mynet"; nothing where it does not end so.
std::optional<std::string_view> withoutNetwork(std::string_view name, const std::string &network)
{
    if (name.size() <= network.size() + 1)
        return std::nullopt;
    const auto tail = name.substr(name.size() - network.size());
    if (name[name.size() - network.size() - 1] != '.' || !same(network, tail))
        return std::nullopt;
    return name.substr(0, name.size() - network.size() - 1);
}

} // namespace

void Directory::set(const std::string &containerId, std::vector<Entry> entries)
{
    const std::lock_guard guard(m_mutex);
    if (const auto before = m_containers.find(containerId); before != m_containers.end()) {
        for (const auto &entry : before->second) {
            auto &members = m_members[entry.networkId];
            members.erase(containerId);
            if (members.empty())
                m_members.erase(entry.networkId);
        }
        m_containers.erase(before);
    }
    if (entries.empty())
        return;
    const auto &kept = m_containers[containerId] = std::move(entries);
    for (const auto &entry : kept)
        m_members[entry.networkId][containerId] = &entry;
}

const std::vector<Entry> *Directory::entriesOf(const std::string &containerId) const
{
    const auto found = m_containers.find(containerId);
    return found == m_containers.end() ? nullptr : &found->second;
}

void Directory::collect(const Entry &on, const std::string &name, std::vector<const Entry *> &found) const
{
    const auto members = m_members.find(on.networkId);
    if (members == m_members.end())
        return;
    const auto bare = withoutNetwork(name, on.networkName);
    for (const auto &[container, entry] : members->second)
        if (std::ranges::any_of(entry->names, [&](const std::string &own) {
                return same(own, name) || (bare && same(own, *bare));
            }))
            found.push_back(entry);
    if (!std::ranges::all_of(found, &Entry::guest))
        std::erase_if(found, [](const Entry *entry) { return entry->guest; });
}

std::optional<std::vector<IpAddress>> Directory::find(const std::string &containerId, const std::string &name,
                                                      Family family) const
{
    const std::lock_guard guard(m_mutex);
    const auto *entries = entriesOf(containerId);
    if (!entries || name.empty())
        return std::nullopt;
    for (const auto &entry : *entries) {
        std::vector<const Entry *> found;
        collect(entry, name, found);
        if (found.empty())
            continue;
        std::vector<IpAddress> addresses;
        for (const auto *one : found)
            std::ranges::copy_if(one->addresses, std::back_inserter(addresses),
                                 [&](const IpAddress &address) { return address.family == family; });
        if (addresses.size() > 1)
            std::ranges::rotate(addresses,
                                addresses.begin() + static_cast<std::ptrdiff_t>(m_turn++ % addresses.size()));
        return addresses;
    }
    return std::nullopt;
}

std::optional<std::string> Directory::nameOf(const std::string &containerId, const IpAddress &address) const
{
    const std::lock_guard guard(m_mutex);
    const auto *entries = entriesOf(containerId);
    if (!entries)
        return std::nullopt;
    for (const auto &entry : *entries)
        if (const auto members = m_members.find(entry.networkId); members != m_members.end())
            for (const auto &[container, one] : members->second)
                if (!one->names.empty() && std::ranges::contains(one->addresses, address))
                    return one->names.front() + "." + one->networkName;
    return std::nullopt;
}

bool Directory::owns(const std::string &containerId, const IpAddress &address) const
{
    const std::lock_guard guard(m_mutex);
    const auto *entries = entriesOf(containerId);
    return entries && std::ranges::any_of(*entries, [&](const Entry &entry) {
               return std::ranges::any_of(entry.subnets,
                                          [&](const IpPrefix &subnet) { return subnet.contains(address); });
           });
}

bool Directory::mayAskOthers(const std::string &containerId) const
{
    const std::lock_guard guard(m_mutex);
    const auto *entries = entriesOf(containerId);
    return entries && std::ranges::any_of(*entries, [](const Entry &entry) { return !entry.internal; });
}

} // namespace quayside::networks::dns
