#include "engine/images/registry/endpoint.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>

#include <algorithm>
#include <cctype>

namespace quayside::images
{
namespace
{

constexpr const char *hubRegistry = "https://registry-1.docker.io";

std::string nameOf(const std::string &domain)
{
    return hostOf("http://" + domain);
}

bool isLoopback(const std::string &host)
{
    const QHostAddress address(QString::fromStdString(host));
    return host == "localhost" || (!address.isNull() && address.isLoopback());
}

bool isAddress(const std::string &host)
{
    return !QHostAddress(QString::fromStdString(host)).isNull();
}

bool isWithin(const std::string &host, const std::set<std::string> &networks)
{
    const QHostAddress address(QString::fromStdString(host));
    return !address.isNull() && std::ranges::any_of(networks, [&](const std::string &network) {
        return address.isInSubnet(QHostAddress::parseSubnet(QString::fromStdString(network)));
    });
}

// As dockerd: one address in one of the networks is enough.
bool isWithinByName(const std::string &host, const RegistrySettings &settings, const Lookup &lookup)
{
    return !settings.insecureNetworks.empty() && !isAddress(host) &&
           std::ranges::any_of(lookup(host), [&](const std::string &address) {
               return isWithin(address, settings.insecureNetworks);
           });
}

// "example.org" of "auth.example.org".
std::string_view lastTwoLabels(std::string_view host)
{
    const auto last = host.rfind('.');
    if (last == std::string_view::npos || last == 0)
        return host;
    const auto before = host.rfind('.', last - 1);
    return before == std::string_view::npos ? host : host.substr(before + 1);
}

} // namespace

std::vector<std::string> addressesOf(const std::string &host)
{
    std::vector<std::string> addresses;
    for (const QHostAddress &address : QHostInfo::fromName(QString::fromStdString(host)).addresses())
        addresses.push_back(address.toString().toStdString());
    return addresses;
}

std::vector<Endpoint> endpointsOf(const std::string &domain, const RegistrySettings &settings,
                                  const Lookup &lookup)
{
    std::vector<Endpoint> endpoints;
    if (domain == dockerHub) {
        for (const std::string &mirror : settings.mirrors)
            endpoints.push_back({domain, originOf(mirror), true, true});
        std::erase_if(endpoints, [](const Endpoint &one) { return one.origin.empty(); });
        for (Endpoint &mirror : endpoints)
            mirror.verify = !isInsecure(placeOf(mirror.origin), settings);
        endpoints.push_back({domain, hubRegistry, true, false});
        return endpoints;
    }
    const bool insecure = isInsecure(domain, settings) || isWithinByName(nameOf(domain), settings, lookup);
    endpoints.push_back({domain, "https://" + domain, !insecure, false});
    if (insecure)
        endpoints.push_back({domain, "http://" + domain, false, false});
    return endpoints;
}

bool isInsecure(const std::string &place, const RegistrySettings &settings)
{
    const std::string name = nameOf(place); // in lower case
    return settings.insecure.contains(place) || settings.insecure.contains(name) || isLoopback(name) ||
           isWithin(name, settings.insecureNetworks);
}

std::string originOf(std::string_view text)
{
    const QUrl url(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http" && scheme != "https"))
        return {};
    const QString host = url.host().contains(':') ? '[' + url.host() + ']' : url.host();
    const int port = url.port(scheme == "https" ? 443 : 80);
    const bool usual = port == (scheme == "https" ? 443 : 80);
    return (scheme + "://" + host.toLower() + (usual ? QString() : ':' + QString::number(port)))
        .toStdString();
}

std::string hostOf(std::string_view origin)
{
    return QUrl(QString::fromUtf8(origin.data(), static_cast<qsizetype>(origin.size())))
        .host()
        .toLower()
        .toStdString();
}

Result<std::string> registryDomain(std::string_view address)
{
    std::string_view rest = address;
    if (const auto scheme = rest.find("://"); scheme != std::string_view::npos)
        rest.remove_prefix(scheme + 3);
    std::string place(rest.substr(0, rest.find('/')));
    std::ranges::transform(place, place.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (place.empty() || place == dockerHub || place == "index.docker.io" || place == placeOf(hubRegistry))
        return std::string(dockerHub);
    const bool plain = std::ranges::all_of(place, [](unsigned char c) { return c > ' ' && c < 0x7f; });
    if (!plain || place.find_first_of("@?#\\%") != std::string::npos || place.ends_with(':') ||
        originOf("http://" + place).empty())
        return fail(ErrorKind::InvalidArgument,
                    "\"{}\" is no registry: a host such as registry.example.org:5000 is expected",
                    address.substr(0, 100));
    return place;
}

Result<std::string> insecureEntry(std::string_view text)
{
    if (text.contains('/') && !text.contains("://")) {
        const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        const auto [address, length] = QHostAddress::parseSubnet(whole);
        // parseSubnet() takes "10/8" and "10.0.0.0/255.0.0.0" as well; others do not.
        const QString first = whole.section(u'/', 0, 0), second = whole.section(u'/', 1);
        const bool number =
            !second.isEmpty() && std::ranges::all_of(second, [](QChar c) { return c.isDigit(); });
        const QHostAddress start(first);
        const bool plain = start.protocol() == QHostAddress::IPv6Protocol || first.count(u'.') == 3;
        if (length < 0 || !number || start.isNull() || !plain || !start.scopeId().isEmpty())
            return fail(
                ErrorKind::InvalidArgument,
                "\"{}\" is no network: an address and a length such as 10.0.0.0/8 or fd00::/8 is expected",
                text.substr(0, 100));
        return address.toString().toStdString() + '/' + std::to_string(length);
    }
    TRY(std::string domain, registryDomain(text));
    if (domain == dockerHub)
        return fail(ErrorKind::InvalidArgument,
                    "Docker Hub cannot be an insecure registry: its certificate is always checked");
    return domain;
}

void addInsecure(RegistrySettings &settings, const std::string &entry)
{
    (isNetwork(entry) ? settings.insecureNetworks : settings.insecure).insert(entry);
}

Result<std::string> mirrorOrigin(std::string_view text)
{
    const QUrl url(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
    const std::string origin = originOf(text);
    const bool bare = (url.path().isEmpty() || url.path() == "/") && !url.hasQuery() && !url.hasFragment() &&
                      url.userInfo().isEmpty();
    if (origin.empty() || !bare) // not repeated: it may hold a password
        return fail(ErrorKind::InvalidArgument,
                    "a mirror is an address such as https://mirror.example.org, without a user or a path");
    return origin;
}

bool mayShareCredentials(const Endpoint &registry, std::string_view realm)
{
    const std::string origin = originOf(realm);
    if (registry.mirror || origin.empty() || (registry.encrypted() && !origin.starts_with("https://")))
        return false;
    const std::string own = hostOf(registry.origin), other = hostOf(origin);
    if (own == other)
        return true;
    return !isAddress(own) && !isAddress(other) && lastTwoLabels(own) == lastTwoLabels(other) &&
           lastTwoLabels(own).contains('.');
}

} // namespace quayside::images
