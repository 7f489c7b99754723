#include "engine/volumes/document.h"

#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>

namespace quayside::volumes
{

using nlohmann::json;

std::string encode(const Document &document)
{
    const json j = {{"owner", document.owner},
                    {"created", document.createdNs},
                    {"anonymous", document.anonymous},
                    {"labels", document.labels}};
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Document> decodeDocument(std::string_view text)
{
    try {
        const json j = json::parse(text);
        return Document{j.at("owner"), j.at("created"), j.at("anonymous"), j.at("labels")};
    } catch (const json::exception &error) {
        return fail(ErrorKind::Internal, "a volume's record is damaged: {}", error.what());
    }
}

Result<> checkName(const std::string &name)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const bool good =
        name.size() >= 2 && name.size() <= 255 && isPlain(name.front()) &&
        std::ranges::all_of(name, [&](char c) { return isPlain(c) || c == '_' || c == '.' || c == '-'; });
    if (!good)
        return fail(
            ErrorKind::InvalidArgument,
            "create {}: \"{}\" includes invalid characters for a local volume name, only "
            "\"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed, 2 to 255 of them. If you intended to pass a host "
            "directory, use absolute path",
            name, name);
    return {};
}

std::int64_t currentTimeNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * 1000000000 + now.tv_nsec;
}

std::string rfc3339Seconds(std::int64_t ns)
{
    const std::time_t seconds = ns / 1000000000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[32];
    ::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

} // namespace quayside::volumes
