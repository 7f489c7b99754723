#include "engine/containers/files/request.h"

#include <array>
#include <charconv>
#include <string_view>

namespace quayside::containers::files
{
namespace
{

constexpr std::array<std::string_view, 4> acts{"stat", "pack", "extract", "export"};
constexpr std::array<std::string_view, 3> compressions{"none", "gzip", "zstd"};

std::string flag(bool value)
{
    return value ? "yes" : "no";
}

} // namespace

std::vector<std::string> wordsOf(const FilesRequest &request)
{
    const auto &owner = request.extract.owner;
    return {std::string(acts[static_cast<std::size_t>(request.act)]),
            flag(request.running),
            flag(request.ownUser),
            request.path,
            owner ? std::to_string(owner->first) : "",
            owner ? std::to_string(owner->second) : "",
            flag(request.extract.exactIds),
            flag(request.extract.keepDirectories),
            flag(request.volume),
            std::string(compressions[static_cast<std::size_t>(request.compression)])};
}

Result<FilesRequest> parseWords(std::span<char *const> words)
{
    const auto wrong = fail(ErrorKind::InvalidArgument, "this mode is for the engine's own use");
    if (words.size() != 10)
        return wrong;
    const auto is = [&](std::size_t index) { return std::string_view(words[index]) == "yes"; };
    FilesRequest request{.running = is(1), .ownUser = is(2), .path = words[3]};
    const auto act = std::ranges::find(acts, std::string_view(words[0]));
    if (act == acts.end() || !request.path.starts_with('/'))
        return wrong;
    request.act = static_cast<Act>(act - acts.begin());
    if (const std::string_view uid = words[4], gid = words[5]; !uid.empty()) {
        auto &owner = request.extract.owner.emplace();
        if (std::from_chars(uid.data(), uid.data() + uid.size(), owner.first).ec != std::errc() ||
            std::from_chars(gid.data(), gid.data() + gid.size(), owner.second).ec != std::errc())
            return wrong;
    }
    request.extract.exactIds = is(6);
    request.extract.keepDirectories = is(7);
    request.volume = request.extract.folderItself = is(8);
    const auto compression = std::ranges::find(compressions, std::string_view(words[9]));
    if (compression == compressions.end())
        return wrong;
    request.compression = static_cast<Compression>(compression - compressions.begin());
    return request;
}

} // namespace quayside::containers::files
