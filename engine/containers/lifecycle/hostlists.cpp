#include "engine/containers/lifecycle/hostlists.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <ranges>

namespace quayside::containers
{

namespace
{

bool toInt(std::string_view text, int &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

bool isAddress(const std::string &text)
{
    unsigned char bytes[16];
    return ::inet_pton(AF_INET, text.c_str(), bytes) == 1 || ::inet_pton(AF_INET6, text.c_str(), bytes) == 1;
}

// A word that goes into a line of /etc/hosts or /etc/resolv.conf: nothing in it may start a line of its own.
bool isWord(const std::string &text)
{
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return c > 0x20 && c != 0x7f; });
}

} // namespace

Result<std::set<int>> parseIdList(const std::string &list)
{
    constexpr int largest = 8191;
    std::set<int> ids;
    for (const auto part : std::views::split(list, ',')) {
        const std::string_view text(part.begin(), part.end());
        const auto dash = text.find('-');
        int first = 0, last = 0;
        const bool good = toInt(text.substr(0, dash), first) &&
                          (dash == std::string_view::npos || toInt(text.substr(dash + 1), last));
        if (dash == std::string_view::npos)
            last = first;
        if (!good || first < 0 || last < first || last > largest)
            return fail(ErrorKind::InvalidArgument, "'{}' is no list of numbers like 0-3,5", list);
        for (int id = first; id <= last; ++id)
            ids.insert(id);
    }
    return ids;
}

Result<> checkCpuset(const std::string &list, int cpus)
{
    if (list.empty())
        return {};
    const auto ids = parseIdList(list);
    if (!ids)
        return fail(ErrorKind::InvalidArgument, "Invalid value {} for cpuset cpus", list);
    if (!ids->empty() && *ids->rbegin() >= cpus)
        return fail(ErrorKind::InvalidArgument,
                    "Requested CPUs are not available - requested {}, available: 0-{}", list, cpus - 1);
    return {};
}

Result<> checkMemset(const std::string &list)
{
    if (!list.empty() && !parseIdList(list))
        return fail(ErrorKind::InvalidArgument, "Invalid value {} for cpuset mems", list);
    return {};
}

Result<ExtraHost> parseExtraHost(const std::string &text)
{
    // "name:address" or "name=address"; an IPv6 address may be in brackets.
    const auto at = text.find_first_of(":=");
    ExtraHost host;
    if (at != std::string::npos)
        host = {text.substr(0, at), text.substr(at + 1)};
    if (host.address.starts_with('[') && host.address.ends_with(']'))
        host.address = host.address.substr(1, host.address.size() - 2);
    if (!isWord(host.name) || host.address.empty())
        return fail(ErrorKind::InvalidArgument, "bad format for add-host: \"{}\"", text);
    if (host.address != "host-gateway" && !isAddress(host.address))
        return fail(ErrorKind::InvalidArgument, "invalid IP address in add-host: \"{}\"", host.address);
    return host;
}

Result<> checkNames(const api::HostConfig &host)
{
    for (const auto &extra : host.extraHosts)
        CHECK(parseExtraHost(extra));
    for (const auto &address : host.dns)
        if (!isAddress(address))
            return fail(ErrorKind::InvalidArgument, "bad nameserver address: {} is not an ip address",
                        address);
    for (const auto &words : {host.dnsSearch, host.dnsOptions})
        for (const auto &word : words)
            if (!isWord(word) && !word.empty())
                return fail(ErrorKind::InvalidArgument, "'{}' is no word for /etc/resolv.conf", word);
    for (const auto &group : host.groupAdd)
        if (group.empty())
            return fail(ErrorKind::InvalidArgument, "--group-add: a group has no name");
    return {};
}

} // namespace quayside::containers
