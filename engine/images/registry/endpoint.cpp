#include "engine/images/registry/endpoint.h"

#include <QHostAddress>
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

std::vector<Endpoint> endpointsOf(const std::string &domain, const RegistrySettings &settings)
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
    const bool insecure = isInsecure(domain, settings);
    endpoints.push_back({domain, "https://" + domain, !insecure, false});
    if (insecure)
        endpoints.push_back({domain, "http://" + domain, false, false});
    return endpoints;
}

bool isInsecure(const std::string &place, const RegistrySettings &settings)
{
    const std::string name = nameOf(place); // in lower case
    return settings.insecure.contains(place) || settings.insecure.contains(name) || isLoopback(name);
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
