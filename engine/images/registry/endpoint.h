// Which addresses stand behind the domain of an image's name.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

struct RegistrySettings {
    std::vector<std::string> mirrors; // of docker.io: "https://mirror.example.org", asked before it
    std::set<std::string> insecure;   // "host" or "host:port": certificates are not checked, and plain HTTP will do
    // Folders with a folder for each "host:port", in which *.crt are further authorities (Docker's certs.d).
    std::vector<std::string> certificates{"/etc/quayside/certs.d", "/etc/docker/certs.d"};
};

struct Endpoint {
    std::string domain;  // of the images: "docker.io"
    std::string origin;  // "https://registry-1.docker.io", RFC 6454
    bool verify = true;  // the certificate
    bool mirror = false; // gets no credentials

    [[nodiscard]] bool encrypted() const { return origin.starts_with("https://"); }
};

// In the order in which they are tried; at least one. Loopback addresses are insecure without saying so, as with
// Docker.
std::vector<Endpoint> endpointsOf(const std::string &domain, const RegistrySettings &settings);

// Scheme, host and port of a URL, in lower case and without the scheme's own port; "" where it is no http or https URL.
std::string originOf(std::string_view url);
std::string hostOf(std::string_view origin); // without the port

// Whether a token server may be given the password for a registry: the same host, or one of the same domain of two
// labels (auth.docker.io for registry-1.docker.io), and no less protected on the way.
bool mayShareCredentials(const Endpoint &registry, std::string_view realm);

} // namespace quayside::images
