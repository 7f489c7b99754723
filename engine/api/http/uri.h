// Percent-coding of paths and queries (RFC 3986), and application/x-www-form-urlencoded queries as Go and
// browsers write them.
#pragma once

#include "engine/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quayside::api
{

// Everything but letters, digits and -._~ is coded, '/' too unless `keepSlashes`.
std::string percentEncode(std::string_view text, bool keepSlashes = false);

// InvalidArgument: a '%' without two hex digits, a NUL, a control character. '+' is a blank where `form`.
Result<std::string> percentDecode(std::string_view text, bool form = false);

struct Target {
    std::string_view path, query; // still coded; query without its '?'
};
// Splits a request's target; a fragment is dropped.
Target splitTarget(std::string_view target);

// "/images/a%2Fb/json" → {"images", "a/b", "json"}. Empty segments are kept: "//" isn't "/".
Result<std::vector<std::string>> pathSegments(std::string_view path);

Result<std::multimap<std::string, std::string>> parseQuery(std::string_view query);
// "a=1&b=2", without '?'.
std::string encodeQuery(const std::vector<std::pair<std::string, std::string>> &parameters);

} // namespace quayside::api
