// OCIDescriptor, OCIPlatform and DriverData of the contract: parts that images and containers share.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct OCIPlatform {
    std::string architecture, os, osVersion;
    std::vector<std::string> osFeatures;
    std::string variant;
};

// OCI image-spec descriptor.md. size: bytes of the content.
struct OCIDescriptor {
    std::string mediaType, digest;
    std::int64_t size = 0;
    std::vector<std::string> urls;
    std::map<std::string, std::string> annotations;
    std::string data; // base64, as on the wire
    std::optional<OCIPlatform> platform;
    std::string artifactType;
};

// Where a storage driver keeps an object, for people to read.
struct DriverData {
    std::string name;
    std::map<std::string, std::string> data;
};

} // namespace quayside::api
