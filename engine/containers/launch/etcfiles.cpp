#include "engine/containers/launch/etcfiles.h"

#include "engine/containers/lifecycle/hostlists.h"

#include <fcntl.h>

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

std::string hostsText(const Record &record, const networks::Endpoint *endpoint, const std::string &hostHosts)
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
            address = endpoint && !endpoint->ipv4Gateway.empty() ? endpoint->ipv4Gateway : "127.0.0.1";
        text += address + "\t" + host->name + "\n";
    }
    if (endpoint && !endpoint->ipv4Address.empty())
        text += endpoint->ipv4Address + "\t" + namesOf(record) + "\n";
    if (endpoint && !endpoint->ipv6Address.empty())
        text += endpoint->ipv6Address + "\t" + namesOf(record) + "\n";
    return text;
}

std::string resolverText(const api::HostConfig &host, const std::vector<std::string> &lines)
{
    std::string servers, search, options;
    for (const auto &line : lines) {
        if (line.starts_with("nameserver") && host.dns.empty())
            servers += line + "\n";
        else if ((line.starts_with("search") || line.starts_with("domain")) && host.dnsSearch.empty())
            search += line + "\n";
        else if (line.starts_with("options") && host.dnsOptions.empty())
            options += line + "\n";
    }
    for (const auto &server : host.dns)
        servers += "nameserver " + server + "\n";
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

EtcFiles etcFiles(const Record &record, const networks::Endpoint *endpoint, const std::string &hostHosts,
                  const std::vector<std::string> &resolverLines)
{
    return {.hosts = hostsText(record, endpoint, hostHosts),
            .hostname = record.config.hostname + "\n",
            .resolvConf = resolverText(record.hostConfig, resolverLines)};
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
