// Looking into answers that have no type of their own. Only for the .cpp files of this folder.
#pragma once

#include "engine/base/result.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace quayside::client
{

using Json = nlohmann::json;

inline Result<Json> parse(std::string_view text)
{
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return fail(ErrorKind::Internal, "the engine's answer is not JSON");
    return json;
}

// What is at a path of keys; nullptr where there is nothing.
inline const Json *find(const Json &json, std::initializer_list<const char *> path)
{
    const Json *at = &json;
    for (const char *key : path) {
        if (!at->is_object())
            return nullptr;
        const auto found = at->find(key);
        if (found == at->end())
            return nullptr;
        at = &*found;
    }
    return at;
}

// -1 where there is none. Values past 2^63 (a limit of "none" on v1) come as the largest.
inline std::int64_t number(const Json &json, std::initializer_list<const char *> path)
{
    const Json *at = find(json, path);
    if (at == nullptr || !at->is_number())
        return -1;
    if (at->is_number_unsigned())
        return std::int64_t(std::min<std::uint64_t>(at->get<std::uint64_t>(), INT64_MAX));
    return at->get<std::int64_t>();
}

inline double fraction(const Json &json, std::initializer_list<const char *> path)
{
    const Json *at = find(json, path);
    return at != nullptr && at->is_number() ? at->get<double>() : -1;
}

inline std::string word(const Json &json, const char *key)
{
    const Json *at = find(json, {key});
    return at != nullptr && at->is_string() ? at->get<std::string>() : std::string();
}

} // namespace quayside::client
