#include "engine/containers/files/request.h"

#include <array>
#include <charconv>
#include <string_view>

namespace quayside::containers::files
{
namespace
{

constexpr std::array<std::string_view, 8> acts{"stat", "pack", "extract", "export",
                                               "list", "read", "put",     "edit"};
constexpr std::array<std::string_view, 5> edits{"mkdir", "rename", "remove", "chmod", "chown"};
constexpr std::array<std::string_view, 3> compressions{"none", "gzip", "zstd"};
constexpr std::size_t wordCount = 20;

std::string flag(bool value)
{
    return value ? "yes" : "no";
}

std::string number(const std::optional<std::uint32_t> &value)
{
    return value ? std::to_string(*value) : "";
}

// False: no number.
bool read(std::string_view text, std::uint32_t &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

bool read(std::string_view text, std::optional<std::uint32_t> &value)
{
    return text.empty() || read(text, value.emplace());
}

bool readOwner(std::string_view uid, std::string_view gid, ExtractOptions &extract)
{
    if (uid.empty())
        return true;
    auto &owner = extract.owner.emplace();
    return read(uid, owner.first) && read(gid, owner.second);
}

} // namespace

std::vector<std::string> wordsOf(const FilesRequest &request)
{
    const auto &owner = request.extract.owner;
    const EditWish &edit = request.edit;
    return {std::string(acts[static_cast<std::size_t>(request.act)]),
            flag(request.running),
            flag(request.ownUser),
            request.path,
            owner ? std::to_string(owner->first) : "",
            owner ? std::to_string(owner->second) : "",
            flag(request.extract.exactIds),
            flag(request.extract.keepDirectories),
            flag(request.volume),
            request.list.after,
            request.list.text,
            std::to_string(request.list.limit),
            request.version,
            std::string(edits[static_cast<std::size_t>(edit.act)]),
            edit.to,
            std::to_string(edit.mode),
            number(edit.uid),
            number(edit.gid),
            flag(edit.recursive),
            std::string(compressions[static_cast<std::size_t>(request.compression)])};
}

Result<FilesRequest> parseWords(std::span<char *const> words)
{
    const auto wrong = fail(ErrorKind::InvalidArgument, "this mode is for the engine's own use");
    if (words.size() != wordCount)
        return wrong;
    const auto is = [&](std::size_t index) { return std::string_view(words[index]) == "yes"; };
    FilesRequest request{.running = is(1), .ownUser = is(2), .path = words[3]};
    const auto act = std::ranges::find(acts, std::string_view(words[0]));
    const auto edit = std::ranges::find(edits, std::string_view(words[13]));
    if (act == acts.end() || edit == edits.end() || !request.path.starts_with('/'))
        return wrong;
    request.act = static_cast<Act>(act - acts.begin());
    request.extract.exactIds = is(6);
    request.extract.keepDirectories = is(7);
    request.volume = request.extract.folderItself = is(8);
    request.list.after = words[9];
    request.list.text = words[10];
    request.version = words[12];
    request.edit.act = static_cast<EditAct>(edit - edits.begin());
    request.edit.to = words[14];
    request.edit.recursive = is(18);
    const auto compression = std::ranges::find(compressions, std::string_view(words[19]));
    if (compression == compressions.end() || !readOwner(words[4], words[5], request.extract) ||
        !read(words[11], request.list.limit) || !read(words[15], request.edit.mode) ||
        !read(words[16], request.edit.uid) || !read(words[17], request.edit.gid))
        return wrong;
    request.compression = static_cast<Compression>(compression - compressions.begin());
    return request;
}

} // namespace quayside::containers::files
