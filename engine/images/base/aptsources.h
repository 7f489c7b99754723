// Where this machine gets its Debian packages from, for base images of the same distribution.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

struct AptSource {
    std::string uri, suite;
    std::vector<std::string> components;
    std::string signedBy; // path of a keyring; empty: apt's own
    bool operator==(const AptSource &) const = default;
};

// sources.list(5): one-line and deb822 form. Entries that are no enabled binary source of http(s), file or
// copy are left out.
std::vector<AptSource> parseSourcesList(std::string_view text);
std::vector<AptSource> parseDeb822(std::string_view text);
// The system's: <folder>/sources.list and <folder>/sources.list.d/*.
std::vector<AptSource> aptSources(const std::string &folder = "/etc/apt");

// Lines for mmdebstrap: the machine's sources with another suite ("bookworm-security" → "trixie-security").
// NotFound where the machine has no source whose suite is a release (CODENAME, CODENAME-updates,
// CODENAME-security).
Result<std::vector<std::string>> sourceLines(const std::vector<AptSource> &sources, const std::string &suite);

// Debian Policy 5.6.1 and 5.6.7: what may be handed to a package tool as a name.
bool isPackageName(std::string_view name);
bool isSuiteName(std::string_view suite);

} // namespace quayside::images
