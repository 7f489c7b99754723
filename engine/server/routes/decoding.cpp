#include "engine/server/routes/decoding.h"

#include "engine/server/routes/timestamp.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <ranges>
#include <string_view>

namespace quayside::server
{

Result<> requireJson(const Request &request)
{
    const auto header = request.headers.find("content-type");
    if (header == request.headers.end() && request.body.empty())
        return {};
    std::string type = header == request.headers.end() ? std::string() : header->second;
    type = type.substr(0, type.find(';'));
    while (!type.empty() && type.back() == ' ')
        type.pop_back();
    std::ranges::transform(type, type.begin(), [](unsigned char c) { return std::tolower(c); });
    if (type != "application/json" && !request.body.empty())
        return fail(ErrorKind::InvalidArgument,
                    "unsupported Content-Type header ({}): must be 'application/json'", type.substr(0, 64));
    return {};
}

Result<std::string> readBody(api::ByteSource &body, std::size_t limit)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        TRY(const std::size_t length, body.read(piece));
        if (length == 0)
            return text;
        text.append(piece.data(), length);
        if (text.size() > limit)
            return fail(ErrorKind::TooLarge, "the request is larger than {} bytes", limit);
    }
}

Result<api::Filters> decodeFilters(const Request &request, std::initializer_list<std::string_view> known)
{
    auto filters = api::decode<api::Filters>(request.value("filters"));
    if (!filters)
        return wrap(filters.error(), "invalid filter");
    CHECK(filters->allow(known));
    return filters;
}

Result<> untilAsSeconds(api::Filters &filters)
{
    if (!filters.contains("until"))
        return {};
    for (std::string &text : filters.values["until"]) {
        const auto time = parseTimestamp(text, nowNanoseconds());
        if (!time)
            return wrap(time.error(), "invalid filter 'until'");
        text = std::to_string(*time / 1'000'000'000);
    }
    return {};
}

Result<std::optional<std::int64_t>> timeOf(const Request &request, const std::string &name)
{
    const std::string text = request.value(name);
    if (text.empty() || text == "0")
        return std::optional<std::int64_t>();
    auto time = parseTimestamp(text, nowNanoseconds());
    if (!time)
        return wrap(time.error(), "invalid value for '{}'", name);
    return std::optional(*time);
}

Result<int> requiredNumber(const Request &request, const std::string &name, long least, long most)
{
    TRY(const auto value, request.number(name));
    if (!value || *value < least || *value > most)
        return fail(ErrorKind::InvalidArgument, "invalid value for '{}': a number from {} to {} is needed",
                    name, least, most);
    return static_cast<int>(*value);
}

Result<> checkDetachKeys(const std::string &keys)
{
    constexpr std::string_view control = "abcdefghijklmnopqrstuvwxyz@[\\]^_";
    const auto isKey = [&](std::string_view key) {
        return key.size() == 1 || key == "DEL" ||
               (key.size() == 6 && key.starts_with("ctrl-") && control.contains(key.back()));
    };
    for (const auto part : std::views::split(keys, ','))
        if (const std::string_view key(part); !isKey(key))
            return fail(ErrorKind::InvalidArgument,
                        "Invalid detach keys ({}) provided: Unknown character: '{}'", keys.substr(0, 64),
                        key.substr(0, 64));
    return {};
}

std::int64_t nowNanoseconds()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

} // namespace quayside::server
