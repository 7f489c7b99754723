// Which certificates count on the way to a registry: files below certs.d/HOST:PORT, as Docker has them.
//   *.crt            further authorities
//   X.cert, X.key    a client certificate and its key; the first pair by name
#pragma once

#include "engine/images/registry/endpoint.h"

#include <functional>
#include <string>
#include <vector>

namespace quayside::images
{

struct TlsSettings {
    bool verify = true;                     // the other side's certificate
    std::vector<std::string> authorities{}; // PEM files that are trusted besides the system's
    std::string certificate{}, key{};       // PEM files; empty: none
    std::string withheld{};                 // the key of a client certificate that the caller may not use
};

// For `origin`, which is the endpoint's own, or one that it leads to (a token server, storage): that one gets
// what its own folder holds and no more. `mayRead`: whether the caller could read this file without the
// engine, since a key works for those only who could; empty: no. InvalidArgument: a certificate without its
// key.
Result<TlsSettings> tlsFor(const std::string &origin, const Endpoint &endpoint,
                           const RegistrySettings &settings,
                           const std::function<bool(const std::string &path)> &mayRead);

} // namespace quayside::images
