// "type=cache,target=/x": the values of --mount and --device, which are a line of CSV, and numbers as Go
// reads them.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

// The fields of one line (RFC 4180 as Go's encoding/csv reads it: a field may be quoted as a whole).
[[nodiscard]] Result<std::vector<std::string>> csvFields(std::string_view line);

[[nodiscard]] std::optional<bool> parseBool(std::string_view text);                      // strconv.ParseBool
[[nodiscard]] std::optional<std::uint32_t> parseNumber(std::string_view text, int base); // digits only
[[nodiscard]] std::optional<std::int64_t> parseByteSize(std::string_view text); // "64m", "1.5 GiB": by 1024

} // namespace quayside::dockerfile
