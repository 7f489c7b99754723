// The exec form, ["a", "b"]: JSON as Go's encoding/json takes it, because what it does not take is the shell
// form.
#pragma once

#include "engine/dockerfile/parser/words.h"

#include <optional>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

struct JsonArray {
    enum class Kind {
        NotJson,  // no array, or not well-formed: to be taken as a text
        Strings,  // an array of strings
        OtherToo, // well-formed, but with something that is no string: an error
    };
    Kind kind = Kind::NotJson;
    std::vector<Cut> strings; // decoded; the bounds are those of the literals, quotes included
};

[[nodiscard]] JsonArray parseJsonArray(std::string_view text, Bounds bounds);

} // namespace quayside::dockerfile
