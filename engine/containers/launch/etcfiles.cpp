#include "engine/containers/launch/etcfiles.h"

#include "engine/containers/lifecycle/hostlists.h"

#include <algorithm>
#include <fcntl.h>
#include <format>

namespace quayside::containers
{

namespace
{

constexpr const char *localHosts = "127.0.0.1\tlocalhost\n"
                                   "::1\tlocalhost ip6-localhost ip6-loopback\n"
                                   "fe00::\tip6-localnet\n"
                                   "ff00::\tip6-mcastprefix\n"
                                   "ff02::1\tip6-allnodes\n"
                                   "ff02::2\tip6-allrouters\n";

std::string namesOf(const Record &record)
{
    const auto &config = record.config;
    if (config.domainname.empty())
        return config.hostname;
    return config.hostname + "." + config.domainname + " " + config.hostname;
}

std::string gatewayOf(const std::vector<networks::Endpoint> &endpoints)
{
    const auto out = std::ranges::find(endpoints, true, &networks::Endpoint::leadsOut4);
    return out == endpoints.end() ? "127.0.0.1" : out->ipv4Gateway;
}

std::string hostsText(const Record &record, const std::vector<networks::Endpoint> &endpoints,
                      const std::string &hostHosts)
{
    const bool usesHost = record.hostConfig.networkMode == "host";
    std::string text = usesHost && !hostHosts.empty() ? hostHosts : localHosts;
    if (!text.ends_with('\n'))
        text += '\n';
    for (const auto &extra : record.hostConfig.extraHosts) {
        const auto host = parseExtraHost(extra); // checked at create
        if (!host)
            continue;
        std::string address = host->address;
        if (address == "host-gateway")
            address = gatewayOf(endpoints);
        text += address + "\t" + host->name + "\n";
    }
    for (const auto &endpoint : endpoints)
        for (const auto &address : {endpoint.ipv4Address, endpoint.ipv6Address})
            if (!address.empty())
                text += address + "\t" + namesOf(record) + "\n";
    return text;
}

std::string resolverText(const api::HostConfig &host, const std::vector<std::string> &lines,
                         bool engineServer)
{
    std::string servers, search, options;
    if (engineServer)
        servers = std::format("nameserver {}\n", networks::dnsServerAddress);
    for (const auto &line : lines) {
        if (line.starts_with("nameserver") && host.dns.empty() && !engineServer)
            servers += line + "\n";
        else if ((line.starts_with("search") || line.starts_with("domain")) && host.dnsSearch.empty())
            search += line + "\n";
        else if (line.starts_with("options") && host.dnsOptions.empty())
            options += line + "\n";
    }
    for (const auto &server : host.dns)
        servers += engineServer ? "" : "nameserver " + server + "\n";
    const auto joined = [](const char *word, const std::vector<std::string> &values) {
        std::string text;
        for (const auto &value : values)
            text += value.empty() ? "" : " " + value;
        return text.empty() ? text : word + text + "\n";
    };
    // A single "." means: no search domains at all.
    if (!(host.dnsSearch.size() == 1 && host.dnsSearch.front() == "."))
        search += joined("search", host.dnsSearch);
    options += joined("options", host.dnsOptions);
    // Names of one word are the network's own: they are asked for as they are before any domain is tried.
    if (engineServer && !options.contains("ndots:"))
        options += "options ndots:0\n";
    return servers + search + options;
}

Result<> writeFile(const Fd &folder, const char *name, const std::string &text)
{
    const Fd file(::openat(folder.get(), name,
                           O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644));
    if (!file)
        return failErrno(errno, "writing the container's {}", name);
    if (::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return failErrno(errno, "writing the container's {}", name);
    return {};
}

} // namespace

EtcFiles etcFiles(const Record &record, const std::vector<networks::Endpoint> &endpoints,
                  const std::string &hostHosts, const std::vector<std::string> &resolverLines)
{
    const bool engineServer = std::ranges::contains(endpoints, true, &networks::Endpoint::resolver);
    return {.hosts = hostsText(record, endpoints, hostHosts),
            .hostname = record.config.hostname + "\n",
            .resolvConf = resolverText(record.hostConfig, resolverLines, engineServer)};
}

static bool isStill(const Fd &folder, const char *name, const std::string &text)
{
    const Fd file(::openat(folder.get(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    std::string found(text.size() + 1, '\0');
    return file && ::read(file.get(), found.data(), found.size()) == static_cast<ssize_t>(text.size()) &&
           found.starts_with(text);
}

Result<> updateEtcFiles(const Fd &folder, const EtcFiles &before, const EtcFiles &now)
{
    if (before.hosts != now.hosts && isStill(folder, "hosts", before.hosts))
        CHECK(writeFile(folder, "hosts", now.hosts));
    if (before.resolvConf != now.resolvConf && isStill(folder, "resolv.conf", before.resolvConf))
        CHECK(writeFile(folder, "resolv.conf", now.resolvConf));
    return {};
}

Result<> writeEtcFiles(const Fd &folder, const EtcFiles &files)
{
    CHECK(writeFile(folder, "hosts", files.hosts));
    CHECK(writeFile(folder, "hostname", files.hostname));
    return writeFile(folder, "resolv.conf", files.resolvConf);
}

std::string hostFile(const char *path)
{
    std::string text(1 << 20, '\0');
    const Fd file(::open(path, O_RDONLY | O_CLOEXEC));
    const auto count = file ? ::read(file.get(), text.data(), text.size()) : 0;
    text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return text;
}

} // namespace quayside::containers
