// The ways in which instructions are cut into words. Nothing is expanded here; bounds are offsets of the
// text.
#pragma once

#include "engine/dockerfile/unicode.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

struct Cut {
    std::string text;
    Bounds bounds; // of the text that was cut
};

// A keyword and the rest: at the first ASCII white space. The rest begins behind all of that.
struct Head {
    Bounds keyword;
    std::size_t rest = 0;
};
[[nodiscard]] Head cutKeyword(std::string_view line, Bounds trimmed);

// At white space: no quotes, no escapes.
[[nodiscard]] std::vector<Cut> cutAtSpace(std::string_view text, Bounds bounds);

// ENV, LABEL, ARG: at white space that is neither quoted nor escaped; quotes and escapes stay.
[[nodiscard]] std::vector<Cut> cutQuoted(std::string_view text, Bounds bounds, char escape);

// The flags "--name=value" at the start, without quotes and escapes. "--" ends them.
struct Flags {
    std::vector<Cut> flags;
    std::size_t rest = 0; // where the words begin, or white space in front of them
};
[[nodiscard]] Flags cutFlags(std::string_view text, Bounds bounds, char escape);

} // namespace quayside::dockerfile
