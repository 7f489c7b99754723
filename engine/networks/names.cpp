#include "engine/networks/names.h"

#include <cstdint>
#include <filesystem>
#include <format>

namespace quayside::networks
{

// FNV-1a, 32 bits (RFC 9923): a short name, no secret.
static std::uint32_t hashOf(std::string_view text)
{
    std::uint32_t hash = 2166136261U;
    for (const unsigned char byte : text)
        hash = (hash ^ byte) * 16777619U;
    return hash;
}

// "/x/" and "/x" are one root.
static std::string normalised(const std::string &root)
{
    auto path = std::filesystem::absolute(root).lexically_normal();
    if (!path.has_filename())
        path = path.parent_path();
    return path;
}

Names namesFor(const std::string &root)
{
    const auto path = normalised(root);
    Names names{"quayside0", "quayside", {}};
    if (path != defaultRoot) {
        const auto hash = std::format("{:08x}", hashOf(path));
        names = {"qs-" + hash, "quayside-" + hash, {}};
    }
    names.comment = "quayside: " + names.bridge;
    return names;
}

} // namespace quayside::networks
