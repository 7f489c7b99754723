// Volumes: what the routes /volumes/… take and answer. Cluster volumes (swarm) are not part of this engine.
#pragma once

#include "engine/api/types/decode.h"
#include "engine/api/types/filters.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct VolumeUsageData {
    std::int64_t size = -1;     // bytes; -1: not known
    std::int64_t refCount = -1; // containers that use it; -1: not known
};

struct Volume {
    std::string createdAt; // RFC 3339
    std::string driver = "local";
    std::map<std::string, std::string> labels;
    std::string mountpoint; // on the host
    std::string name;
    std::map<std::string, std::string> options;
    std::string scope = "local";
    std::map<std::string, std::string> status;
    std::optional<VolumeUsageData> usageData;
};
std::string encode(const Volume &volume);
template <>
Result<Volume> decode(std::string_view json);

struct VolumeListResponse {
    std::vector<Volume> volumes;
    std::vector<std::string> warnings;
};
std::string encode(const VolumeListResponse &response);
template <>
Result<VolumeListResponse> decode(std::string_view json);

// POST /volumes/prune.
struct VolumePruneReport {
    std::vector<std::string> volumesDeleted;
    std::int64_t spaceReclaimed = 0; // bytes
};
std::string encode(const VolumePruneReport &report);
template <>
Result<VolumePruneReport> decode(std::string_view json);

struct VolumeCreateOptions {
    std::string name, driver = "local";
    std::map<std::string, std::string> driverOpts, labels;
    struct ClusterVolumeSpec { // read so far that it can be refused
        std::string group;
    };
    std::optional<ClusterVolumeSpec> clusterVolumeSpec;
};
std::string encode(const VolumeCreateOptions &options);
template <>
Result<VolumeCreateOptions> decode(std::string_view json);

} // namespace quayside::api
