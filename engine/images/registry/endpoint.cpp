#include "engine/images/registry/endpoint.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace quayside::images
{
namespace
{

constexpr const char *hub = "docker.io", *hubRegistry = "https://registry-1.docker.io";

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
    if (domain == hub) {
        for (const std::string &mirror : settings.mirrors)
            endpoints.push_back({domain, originOf(mirror), true, true});
        std::erase_if(endpoints, [](const Endpoint &one) { return one.origin.empty(); });
        for (Endpoint &mirror : endpoints)
            mirror.verify = !settings.insecure.contains(hostOf(mirror.origin));
        endpoints.push_back({domain, hubRegistry, true, false});
        return endpoints;
    }
    const bool insecure = settings.insecure.contains(domain) || settings.insecure.contains(nameOf(domain)) ||
                          isLoopback(nameOf(domain));
    endpoints.push_back({domain, "https://" + domain, !insecure, false});
    if (insecure)
        endpoints.push_back({domain, "http://" + domain, false, false});
    return endpoints;
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
    return (scheme + "://" + host.toLower() + (usual ? QString() : ':' + QString::number(port))).toStdString();
}

std::string hostOf(std::string_view origin)
{
    return QUrl(QString::fromUtf8(origin.data(), static_cast<qsizetype>(origin.size()))).host().toLower().toStdString();
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
