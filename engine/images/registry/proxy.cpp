#include "engine/images/registry/proxy.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <cctype>
#include <ranges>

namespace quayside::images
{
namespace
{

std::string trimmedLower(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

// "[::1]:5000" → "::1" and "5000"; "::1" and "host" have no port.
std::pair<std::string, std::string> hostAndPort(const std::string &entry)
{
    const auto colon = entry.rfind(':');
    if (entry.starts_with('[')) {
        const auto end = entry.find(']');
        if (end == std::string::npos)
            return {entry, {}};
        return {entry.substr(1, end - 1),
                colon > end && colon != std::string::npos ? entry.substr(colon + 1) : ""};
    }
    if (colon == std::string::npos || entry.find(':') != colon)
        return {entry, {}};
    return {entry.substr(0, colon), entry.substr(colon + 1)};
}

bool isWithin(const QHostAddress &address, const std::string &network)
{
    if (address.isNull() || !network.contains('/'))
        return false;
    const auto [subnet, length] = QHostAddress::parseSubnet(QString::fromStdString(network));
    return length >= 0 && address.isInSubnet(subnet, length);
}

// One entry of NO_PROXY: a host and the hosts below it, ".lan" or "*.lan" only those below, an address, a
// network.
bool isExempt(const std::string &entry, const std::string &host, const std::string &port)
{
    if (entry == "*")
        return true;
    const QHostAddress address(QString::fromStdString(host));
    if (isWithin(address, entry))
        return true;
    const auto [wanted, itsPort] = hostAndPort(entry);
    if (wanted.empty() || (!itsPort.empty() && itsPort != port))
        return false;
    if (const QHostAddress other(QString::fromStdString(wanted)); !address.isNull() || !other.isNull())
        return address == other;
    if (wanted.starts_with("*."))
        return host.ends_with(wanted.substr(1));
    if (wanted.starts_with('.'))
        return host.ends_with(wanted);
    return host == wanted || host.ends_with("." + wanted);
}

bool isLoopback(const std::string &host)
{
    const QHostAddress address(QString::fromStdString(host));
    return host == "localhost" || (!address.isNull() && address.isLoopback());
}

Result<Proxy> parseProxy(const std::string &text, const char *variable)
{
    const QString full = QString::fromStdString(text.contains("://") ? text : "http://" + text);
    const QUrl url(full, QUrl::StrictMode);
    if (url.scheme() == "https")
        return fail(
            ErrorKind::NotSupported,
            "{} in the engine's environment is a proxy that wants TLS itself (https://), which the engine "
            "does "
            "not speak to proxies: give its plain port (http://…) or a SOCKS proxy (socks5://…); what goes "
            "through to an encrypted registry stays encrypted from end to end",
            variable);
    const bool socks = url.scheme() == "socks5" || url.scheme() == "socks5h";
    if (!url.isValid() || url.host().isEmpty() || (!socks && url.scheme() != "http"))
        return fail(ErrorKind::InvalidArgument,
                    "{} in the engine's environment is no proxy that it can use: an address such as "
                    "http://proxy.example.org:3128 or socks5://proxy.example.org:1080 is expected",
                    variable);
    return Proxy{.kind = socks ? Proxy::Kind::Socks5 : Proxy::Kind::Http,
                 .host = url.host().toStdString(),
                 .port = static_cast<std::uint16_t>(url.port(socks ? 1080 : 80)),
                 .user = url.userName(QUrl::FullyDecoded).toStdString(),
                 .password = url.password(QUrl::FullyDecoded).toStdString()};
}

} // namespace

ProxySettings proxiesOf(const std::function<std::string(const char *name)> &variable)
{
    const auto either = [&](const char *capitals, const char *small) {
        std::string value = variable(capitals);
        return value.empty() ? variable(small) : value;
    };
    return {.http = either("HTTP_PROXY", "http_proxy"),
            .https = either("HTTPS_PROXY", "https_proxy"),
            .none = either("NO_PROXY", "no_proxy")};
}

Result<std::optional<Proxy>> proxyFor(const ProxySettings &settings, std::string_view url)
{
    const QUrl wanted(QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size())));
    const bool encrypted = wanted.scheme() == "https";
    const std::string &address = encrypted ? settings.https : settings.http;
    const std::string host = wanted.host().toLower().toStdString();
    if (address.empty() || isLoopback(host))
        return std::nullopt;
    const std::string port = std::to_string(wanted.port(encrypted ? 443 : 80));
    for (const auto part : std::views::split(settings.none, ','))
        if (isExempt(trimmedLower(std::string_view(part)), host, port))
            return std::nullopt;
    return parseProxy(address, encrypted ? "HTTPS_PROXY" : "HTTP_PROXY");
}

std::string maskedProxy(const std::string &address)
{
    const auto scheme = address.find("://");
    const auto start = scheme == std::string::npos ? 0 : scheme + 3;
    const auto at = address.rfind('@'); // the last one: a password may hold '/' and '@'
    if (at == std::string::npos || at < start)
        return address;
    return address.substr(0, start) + "xxxxx:xxxxx" + address.substr(at);
}

} // namespace quayside::images
