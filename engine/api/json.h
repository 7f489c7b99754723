// JSON with bounds: what everybody in the engine parses JSON with. Only for .cpp files: nlohmann/json is slow
// to compile.
#pragma once

#include "engine/base/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace quayside::api
{

using Json = nlohmann::json;

struct JsonLimits {
    std::size_t bytes = 4 * 1024 * 1024;
    std::size_t depth = 64;    // nested arrays and objects
    bool caseVariants = false; // true: "a" and "A" may stand side by side, as in a map of labels
};

// RFC 8259, one document, UTF-8. InvalidArgument: malformed, too deep, a key that comes twice in an object,
// also where only its (ASCII) case differs; TooLarge. Never throws.
Result<Json> parseJson(std::string_view text, const JsonLimits &limits = {});

// `text` as a JSON string with its quotes; bytes that are no UTF-8 become U+FFFD.
std::string quotedJson(std::string_view text);
// The same, appended to `out`.
void appendQuoted(std::string &out, std::string_view text);

} // namespace quayside::api
