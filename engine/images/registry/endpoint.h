// Which addresses stand behind the domain of an image's name.
#pragma once

#include "engine/base/result.h"
#include "engine/images/registry/proxy.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

inline constexpr const char *dockerHub = "docker.io"; // the domain of names without one

struct RegistrySettings {
    std::vector<std::string> mirrors; // of docker.io: "https://mirror.example.org", asked before it
    std::set<std::string>
        insecure; // "host" or "host:port": certificates are not checked, and plain HTTP will do
    std::set<std::string>
        insecureNetworks{}; // the same of all registries with an address in them: "10.0.0.0/8"
    // Folders with a folder for each "host:port": see certificates.h.
    std::vector<std::string> certificates{"/etc/quayside/certs.d", "/etc/docker/certs.d"};
    ProxySettings proxies{};
};

struct Endpoint {
    std::string domain;  // of the images: "docker.io"
    std::string origin;  // "https://registry-1.docker.io", RFC 6454
    bool verify = true;  // the certificate
    bool mirror = false; // gets no credentials

    [[nodiscard]] bool encrypted() const { return origin.starts_with("https://"); }
};

// The addresses of a host, as text; empty: it has none, or they are not known now. May take as long as the
// system's name servers.
using Lookup = std::function<std::vector<std::string>(const std::string &host)>;
std::vector<std::string> addressesOf(const std::string &host);
// In the order in which they are tried; at least one. Loopback addresses are insecure without saying so, as
// with Docker. A host is looked up where there are insecure networks only; Docker Hub never is.
std::vector<Endpoint> endpointsOf(const std::string &domain, const RegistrySettings &settings,
                                  const Lookup &lookup = addressesOf);
// Whether the certificate of `place` ("host:port") need not be checked. A name is what it says: it is not
// looked up, so that whoever answers for names cannot make a token server insecure.
bool isInsecure(const std::string &place, const RegistrySettings &settings);

// Scheme, host and port of a URL, in lower case and without the scheme's own port; "" where it is no http or
// https URL.
std::string originOf(std::string_view url);
std::string hostOf(std::string_view origin);        // without the port
inline std::string placeOf(std::string_view origin) // "host:port" of what originOf() gave
{
    return std::string(origin.substr(origin.find("//") + 2));
}

// What people call a registry, as a domain: "https://index.docker.io/v1/" is how docker login calls Docker
// Hub. InvalidArgument: no host, with or without a port.
Result<std::string> registryDomain(std::string_view address);
// An insecure registry as it is kept: a domain, or a network ("10.1.2.3/8" becomes "10.0.0.0/8").
// InvalidArgument: neither, or Docker Hub.
Result<std::string> insecureEntry(std::string_view text);
inline bool isNetwork(std::string_view entry) // of what insecureEntry() gave
{
    return entry.contains('/');
}
void addInsecure(RegistrySettings &settings, const std::string &entry); // the same, to where it belongs
// A mirror as its origin. InvalidArgument: no http or https URL, or one with a path, a user or a query.
Result<std::string> mirrorOrigin(std::string_view url);

// Whether a token server may be given the password for a registry: the same host, or one of the same domain
// of two labels (auth.docker.io for registry-1.docker.io), and no less protected on the way.
bool mayShareCredentials(const Endpoint &registry, std::string_view realm);

} // namespace quayside::images
