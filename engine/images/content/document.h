// An image's configuration document (OCI image-spec config.md), the digest of which is the image's id.
#pragma once

#include "engine/api/types/image.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

inline constexpr std::size_t maxDocument =
    4 * 1024 * 1024; // bytes of a configuration or a manifest (security.md §3)

struct ImageDocument {
    struct Step {
        std::string created, createdBy, comment;
        bool emptyLayer = false;
    };
    std::string architecture, os = "linux", variant, osVersion;
    std::string created, author, comment, dockerVersion, parent;
    api::ImageConfig config;
    std::vector<std::string> diffIds; // digests, bottom first
    std::vector<Step> history;
};

// InvalidArgument, naming what is wrong: not JSON, keys that come twice, no rootfs, a diff id that is no
// digest.
Result<ImageDocument> parseDocument(std::string_view json);
std::string encodeDocument(const ImageDocument &document); // the same bytes for the same document
// The same in two parts, for who encodes many documents with one configuration: it takes most of the time.
std::string encodeConfig(const api::ImageConfig &config);
std::string encodeDocument(const ImageDocument &document, std::string_view encodedConfig);

// RFC 3339 → seconds since 1970; 0 where it is none.
std::int64_t secondsOf(std::string_view rfc3339);
std::string rfc3339(std::int64_t seconds);

} // namespace quayside::images
