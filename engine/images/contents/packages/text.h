// What the parsers of package databases share: they read what nobody has to trust, and leave out what makes
// no sense.
#pragma once

#include "engine/api/types/imagecontents.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

inline constexpr std::size_t maxPackages = 200'000;

// At most 500 bytes, up to the first control character.
std::string cleaned(std::string_view text);
// A decimal number, `unit` times; 0 where it is none, or too large.
std::int64_t sizeFrom(std::string_view text, std::uint64_t unit);

// Lines of "Key: value" or "K:value"; a blank line ends a package. A line that begins
// with a blank goes on with the value before, and is left out.
using Field = std::function<void(std::string_view key, std::string_view value)>;
void forEachField(std::string_view text, const Field &field, const std::function<void()> &ended);

} // namespace quayside::images
