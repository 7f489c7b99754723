// Arguments and results of calls as they stand in C.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace quayside::stage
{

using FlagName = std::pair<std::uint64_t, const char *>;

// "O_PATH | O_CLOEXEC", what has no name as a number; "0".
std::string flagText(std::uint64_t flags, std::span<const FlagName> names);
// The name, or the number.
std::string valueText(std::uint64_t value, std::span<const FlagName> names);
// In quotes, with escapes; cut after 160 bytes. nullptr: NULL.
std::string quotedText(std::string_view text);
std::string quotedOrNull(const char *text);
// "3", or "-1 EPERM" for a negative errno.
std::string resultText(std::int64_t result);

std::string openFlags(std::uint64_t flags);
std::string resolveFlags(std::uint64_t flags);
std::string mountAttributes(std::uint64_t attributes);
std::string mountFlags(std::uint64_t flags);
std::string treeFlags(std::uint64_t flags);
std::string cloneFlagText(std::uint64_t flags);
std::string configCommand(unsigned command);
std::string prctlOption(int option);
std::string capabilityText(unsigned long capability);
std::string limitName(int resource);
std::string ioctlName(unsigned long request);

} // namespace quayside::stage
