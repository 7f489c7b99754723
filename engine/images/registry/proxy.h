// Proxies on the way to registries, by the variables that everybody reads: HTTPS_PROXY, HTTP_PROXY, NO_PROXY.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace quayside::images
{

// As in the environment; may hold passwords.
struct ProxySettings {
    std::string http, https; // "http://user:password@proxy:3128", "socks5://proxy:1080"; empty: none
    std::string none;        // "example.org,.lan,10.0.0.0/8,[::1]:5000,*": these are reached without
};

// Capitals first, then small letters, as curl and Go have it. `variable`: getenv(3), with "" for what is not
// set.
ProxySettings proxiesOf(const std::function<std::string(const char *name)> &variable);

struct Proxy {
    enum class Kind : std::uint8_t { Http, Socks5 };
    Kind kind = Kind::Http;
    std::string host;
    std::uint16_t port = 0;
    std::string user{}, password{};
};
// Of the way to this URL; nothing: straight. Never to a loopback address. InvalidArgument: the variable's
// value is no address; NotSupported: a proxy over TLS, which Qt Network cannot speak. It is not repeated.
Result<std::optional<Proxy>> proxyFor(const ProxySettings &settings, std::string_view url);

// For people to see: "http://xxxxx:xxxxx@proxy:3128".
std::string maskedProxy(const std::string &address);

} // namespace quayside::images
