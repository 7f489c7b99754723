// Images: what the routes /images/… take and answer, and the configuration section of an image.
#pragma once

#include "engine/api/types/decode.h"
#include "engine/api/types/descriptor.h"
#include "engine/api/types/filters.h"
#include "engine/api/types/health.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quayside::api
{

// The `config` section of an image's configuration document (OCI image-spec config.md) and of GET
// /images/{name}/json.
struct ImageConfig {
    std::string user;
    std::set<std::string> exposedPorts;
    std::vector<std::string> env, cmd;
    std::optional<HealthConfig> healthcheck;
    bool argsEscaped = false;
    std::set<std::string> volumes;
    std::string workingDir;
    std::vector<std::string> entrypoint, onBuild;
    std::map<std::string, std::string> labels;
    std::string stopSignal;
    std::vector<std::string> shell;
};
std::string encode(const ImageConfig &config);
template <>
Result<ImageConfig> decode(std::string_view json);

// Not inside the next: clang wants a struct with initialisers whole before an optional of it is a member.
struct ManifestImageData {
    OCIPlatform platform;
    std::vector<std::string> containers;
    std::int64_t sizeUnpacked = 0; // Size.Unpacked
};

struct ImageManifestSummary {
    std::string id;
    OCIDescriptor descriptor;
    bool available = false;
    std::int64_t sizeTotal = 0, sizeContent = 0; // Size.Total, Size.Content: bytes
    std::string kind;                            // image, attestation, unknown
    std::optional<ManifestImageData> imageData;
    std::optional<std::string> attestationFor; // AttestationData.For
};

struct ImageSummary {
    std::string id, parentId;
    std::vector<std::string> repoTags, repoDigests;
    std::int64_t created = 0;     // seconds since 1970
    std::int64_t size = 0;        // bytes
    std::int64_t sharedSize = -1; // bytes; -1: not computed
    std::map<std::string, std::string> labels;
    std::int64_t containers = -1; // -1: not counted
    std::vector<ImageManifestSummary> manifests;
    std::optional<OCIDescriptor> descriptor;
};
std::string encode(const std::vector<ImageSummary> &images);
template <>
Result<std::vector<ImageSummary>> decode(std::string_view json);

struct RootFS {
    std::string type = "layers";
    std::vector<std::string> layers; // diff ids, bottom first
};

struct ImageInspect {
    struct Metadata {
        std::string lastTagTime; // RFC 3339; empty: never tagged here
    };
    std::string id;
    std::optional<OCIDescriptor> descriptor;
    std::vector<ImageManifestSummary> manifests;
    std::vector<std::string> repoTags, repoDigests;
    std::string parent, comment;
    std::string created; // RFC 3339; empty where the image doesn't say
    std::string dockerVersion, author;
    ImageConfig config;
    std::string architecture, variant, os, osVersion;
    std::int64_t size = 0; // bytes
    DriverData graphDriver;
    RootFS rootFS;
    Metadata metadata;
};
std::string encode(const ImageInspect &image);
template <>
Result<ImageInspect> decode(std::string_view json);

struct ImageHistoryItem {
    std::string id = "<missing>";
    std::int64_t created = 0; // seconds since 1970
    std::string createdBy;
    std::vector<std::string> tags;
    std::int64_t size = 0; // bytes
    std::string comment;
};
std::string encode(const std::vector<ImageHistoryItem> &history);
template <>
Result<std::vector<ImageHistoryItem>> decode(std::string_view json);

// One of the two is set.
struct ImageDeleteItem {
    std::string untagged, deleted;
};
std::string encode(const std::vector<ImageDeleteItem> &items);
template <>
Result<std::vector<ImageDeleteItem>> decode(std::string_view json);

// POST /images/prune.
struct ImagePruneReport {
    std::vector<ImageDeleteItem> imagesDeleted;
    std::int64_t spaceReclaimed = 0; // bytes
};
std::string encode(const ImagePruneReport &report);
template <>
Result<ImagePruneReport> decode(std::string_view json);

} // namespace quayside::api
