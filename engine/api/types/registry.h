// Registries: what /images/search, /distribution/… and our own /quayside/registries… take and answer
// (docs/extensions.md).
#pragma once

#include "engine/api/types/decode.h"
#include "engine/api/types/descriptor.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

// GET /images/search: one of its list.
struct ImageSearchItem {
    std::string name, description;
    bool isOfficial = false;
    bool isAutomated = false; // given up by Docker Hub: always false
    std::int64_t starCount = 0;
};
std::string encode(const std::vector<ImageSearchItem> &items);
template <>
Result<std::vector<ImageSearchItem>> decode(std::string_view json);

// GET /distribution/{name}/json.
struct DistributionInspect {
    OCIDescriptor descriptor; // of what the name leads to: the index, where it is one
    std::vector<OCIPlatform> platforms;
};
std::string encode(const DistributionInspect &found);
template <>
Result<DistributionInspect> decode(std::string_view json);

// GET /quayside/registries, and the answer to PUT.
struct Registries {
    std::vector<std::string> mirrors;                     // of Docker Hub: "https://mirror.example.org"
    std::vector<std::string> insecure;                    // "host", "host:port" or "10.0.0.0/8"
    std::vector<std::string> fixedMirrors, fixedInsecure; // of the engine's command line, asked first
    bool mayChange = false;                               // whether the caller may PUT
};
std::string encode(const Registries &registries);
template <>
Result<Registries> decode(std::string_view json);

// PUT /quayside/registries: what stands in place of `mirrors` and `insecure` from now on.
struct RegistriesUpdate {
    std::vector<std::string> mirrors, insecure;
};
std::string encode(const RegistriesUpdate &update);
template <>
Result<RegistriesUpdate> decode(std::string_view json);

// POST /quayside/registries/test, with the header X-Registry-Auth where somebody wants to log in.
struct RegistryTestRequest {
    std::string registry; // "docker.io", "localhost:5000"
};
std::string encode(const RegistryTestRequest &request);
template <>
Result<RegistryTestRequest> decode(std::string_view json);

struct RegistryTest {
    std::string registry;
    std::string address;        // which answered, or was asked last: "https://registry-1.docker.io"
    bool reachable = false;     // a registry answers there
    bool encrypted = false;     // HTTPS
    bool verified = false;      // its certificate leads to an authority that is trusted here
    std::string authentication; // "none", "basic", "bearer"; "": not reachable
    bool loggedIn = false;      // the credentials were sent, and taken
    std::string message;        // what is wrong, as a sentence; "": nothing
};
std::string encode(const RegistryTest &test);
template <>
Result<RegistryTest> decode(std::string_view json);

// GET /quayside/registries/repositories.
struct RepositoryList {
    std::vector<std::string> repositories;
    std::string next; // `last` of the request for the next page; "": there is none
};
std::string encode(const RepositoryList &list);
template <>
Result<RepositoryList> decode(std::string_view json);

// GET /quayside/registries/tags.
struct TagList {
    std::string name; // as it was asked for, without a tag: "localhost:5000/some/box"
    std::vector<std::string> tags;
    std::string next; // as above
};
std::string encode(const TagList &list);
template <>
Result<TagList> decode(std::string_view json);

// DELETE /quayside/registries/manifest.
struct ManifestDeleted {
    std::string deleted; // its digest
};
std::string encode(const ManifestDeleted &deleted);
template <>
Result<ManifestDeleted> decode(std::string_view json);

} // namespace quayside::api
