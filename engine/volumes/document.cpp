#include "engine/volumes/document.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <nlohmann/json.hpp>

namespace quayside::volumes
{

using nlohmann::json;

std::string encode(const Document &document)
{
    const json j = {{"owner", document.owner.uid},     {"gid", document.owner.gid},
                    {"groups", document.owner.groups}, {"created", document.createdNs},
                    {"anonymous", document.anonymous}, {"labels", document.labels},
                    {"options", document.options},     {"folder", document.folder}};
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Document> decodeDocument(const std::string &id, std::string_view text)
{
    try {
        const json j = json::parse(text);
        Document document{.createdNs = j.at("created"),
                          .anonymous = j.at("anonymous"),
                          .labels = j.at("labels"),
                          .options = j.value("options", std::map<std::string, std::string>()),
                          .folder = j.value("folder", nameIn(id))};
        document.owner.uid = j.at("owner");
        document.owner.gid = j.value("gid", 65534U); // nobody's: older volumes are folders, which need none
        document.owner.groups = j.value("groups", std::vector<std::uint32_t>());
        return document;
    } catch (const json::exception &error) {
        return fail(ErrorKind::Internal, "a volume's record is damaged: {}", error.what());
    }
}

std::string encode(const VolumeKey &key)
{
    return std::to_string(key.owner) + " " + key.name;
}

std::string nameIn(const std::string &id)
{
    const std::size_t blank = id.find(' ');
    return blank == std::string::npos ? id : id.substr(blank + 1);
}

VolumeKey keyIn(const std::string &id)
{
    VolumeKey key{.name = nameIn(id)};
    if (id != key.name)
        (void)std::from_chars(id.data(), id.data() + id.find(' '), key.owner);
    return key;
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
