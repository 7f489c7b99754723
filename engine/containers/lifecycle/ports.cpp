#include "engine/containers/lifecycle/ports.h"

#include <arpa/inet.h>
#include <charconv>

namespace quayside::containers
{

namespace
{

Result<std::uint16_t> portNumber(std::string_view text, std::string_view whole)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > 65535)
        return fail(ErrorKind::InvalidArgument, "invalid port specification: \"{}\"", whole);
    return static_cast<std::uint16_t>(value);
}

bool isAddress(const std::string &text)
{
    unsigned char bytes[16];
    return ::inet_pton(AF_INET, text.c_str(), bytes) == 1 || ::inet_pton(AF_INET6, text.c_str(), bytes) == 1;
}

Result<> checkPublishable(const PortKey &key)
{
    if (key.protocol == "sctp")
        return fail(ErrorKind::NotSupported, "sctp ports cannot be published: publish tcp or udp");
    return {};
}

Result<networks::PortRequest> request(const PortKey &key, const api::PortBinding &binding)
{
    networks::PortRequest result{.protocol = key.protocol, .containerPort = key.port};
    CHECK(checkPublishable(key));
    if (!binding.hostIp.empty() && !isAddress(binding.hostIp))
        return fail(ErrorKind::InvalidArgument, "invalid IP address: {}", binding.hostIp);
    // 0.0.0.0 is what docker's command sends for "all addresses" of one family.
    result.hostAddress = binding.hostIp;
    if (binding.hostPort.empty())
        return result;
    const std::string_view text = binding.hostPort;
    const auto dash = text.find('-');
    TRY(result.hostPort, portNumber(text.substr(0, dash), text));
    if (dash != std::string_view::npos) {
        TRY(result.hostPortEnd, portNumber(text.substr(dash + 1), text));
        if (result.hostPortEnd < result.hostPort || result.hostPort == 0)
            return fail(ErrorKind::InvalidArgument, "invalid port specification: \"{}\"", text);
    }
    return result;
}

} // namespace

Result<PortKey> parsePortKey(std::string_view text)
{
    PortKey key;
    const auto slash = text.find('/');
    if (slash != std::string_view::npos)
        key.protocol = text.substr(slash + 1);
    if (key.protocol != "tcp" && key.protocol != "udp" && key.protocol != "sctp")
        return fail(ErrorKind::InvalidArgument, "invalid port specification: \"{}\"", text);
    TRY(key.port, portNumber(text.substr(0, slash), text));
    if (key.port == 0)
        return fail(ErrorKind::InvalidArgument, "invalid port specification: \"{}\"", text);
    return key;
}

Result<std::vector<networks::PortRequest>> portRequests(const api::ContainerConfig &config,
                                                        const api::HostConfig &host)
{
    std::vector<networks::PortRequest> requests;
    for (const auto &[text, bindings] : host.portBindings) {
        TRY(const auto key, parsePortKey(text));
        for (const auto &binding : bindings) {
            TRY(auto one, request(key, binding));
            requests.push_back(std::move(one));
        }
    }
    for (const auto &text : config.exposedPorts) {
        TRY(const auto key, parsePortKey(text));
        const auto known = host.portBindings.find(text);
        if (!host.publishAllPorts || (known != host.portBindings.end() && !known->second.empty()))
            continue;
        CHECK(checkPublishable(key));
        requests.push_back({.protocol = key.protocol, .containerPort = key.port});
    }
    return requests;
}

} // namespace quayside::containers
