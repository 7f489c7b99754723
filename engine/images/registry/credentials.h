// Who a person is to a registry, as the docker command sends it: header X-Registry-Auth (API,
// "Authentication").
#pragma once

#include "engine/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace quayside::images
{

// Never in a log, an error or an argument of a program (security.md §3).
struct Credentials {
    std::string username, password;
    std::string identityToken; // of an OAuth2 login: exchanged for tokens in place of the password
    std::string registryToken; // sent as it is
    std::string serverAddress;

    [[nodiscard]] bool empty() const
    {
        return username.empty() && identityToken.empty() && registryToken.empty();
    }
};

// JSON in base64 or base64url, with or without padding; "": none. InvalidArgument, without its content.
Result<Credentials> decodeCredentials(std::string_view header);
// The JSON itself, which is the body of POST /auth.
Result<Credentials> parseCredentials(std::string_view json);

// X-Registry-Config: the same for several registries at once, by their names as the client has them
// ("https://index.docker.io/v1/", "registry.example:5000").
Result<std::map<std::string, Credentials>> decodeCredentialsMap(std::string_view header);
// Those for a registry ("docker.io", "host:port"), whose key may be its host, or an address of it as old
// logins have it ("https://index.docker.io/v1/"); none.
Credentials credentialsFor(const std::map<std::string, Credentials> &all, std::string_view registry);

// RFC 4648, 4, with padding.
std::string base64(std::string_view bytes);

} // namespace quayside::images
