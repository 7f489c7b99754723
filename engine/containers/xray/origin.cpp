#include "engine/containers/xray/origin.h"

#include "engine/base/rootedpath.h"
#include "engine/containers/xray/parse.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

constexpr int mostLinks = 40; // as the kernel's MAXSYMLINKS
constexpr std::size_t longestPath = 4096;

// A folder of the merged tree in one layer.
struct Part {
    std::int64_t index = 0;
    Fd folder;
    bool hidden = false; // by something in a layer above
};

std::deque<std::string> partsOf(const std::string &path)
{
    std::deque<std::string> parts;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string part = path.substr(at, end - at);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

std::string joined(const std::deque<std::string> &parts)
{
    std::string path;
    for (const std::string &part : parts)
        path += "/" + part;
    return path.empty() ? "/" : path;
}

bool isOpaque(const Fd &folder)
{
    char value = 0;
    return ::fgetxattr(folder.get(), "user.overlay.opaque", &value, 1) == 1 && value == 'y';
}

std::string kindOf(const struct stat &status)
{
    if (S_ISCHR(status.st_mode) && status.st_rdev == 0)
        return "whiteout";
    return S_ISDIR(status.st_mode)   ? "folder"
           : S_ISREG(status.st_mode) ? "file"
           : S_ISLNK(status.st_mode) ? "link"
                                     : "device";
}

// One name, looked up in every layer of a folder.
struct Step {
    std::vector<Part> below; // where it is a folder
    std::vector<api::XrayFileLayer> found;
    std::optional<std::string> link; // what is seen is a link, to there
};

std::string targetOf(const Part &part, const std::string &name)
{
    std::array<char, longestPath> text{};
    const auto size = ::readlinkat(part.folder.get(), name.c_str(), text.data(), text.size());
    return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

Step lookUp(const std::vector<Part> &folder, const std::string &name)
{
    Step step;
    bool covered = false;
    for (const Part &part : folder) {
        struct stat status{};
        if (::fstatat(part.folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        const bool hidden = part.hidden || covered;
        api::XrayFileLayer entry{.index = part.index, .kind = kindOf(status)};
        entry.size = entry.kind == "file" ? status.st_size : 0;
        const bool isFolder = entry.kind == "folder";
        entry.seen = !hidden && entry.kind != "whiteout" && (step.below.empty() || isFolder);
        if (isFolder) {
            Fd opened(
                ::openat(part.folder.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
            if (opened && isOpaque(opened))
                entry.kind = "opaque";
            if (opened)
                step.below.push_back({part.index, std::move(opened), hidden});
        }
        if (entry.kind == "link" && entry.seen)
            step.link = targetOf(part, name);
        covered = covered || (!part.hidden && entry.kind != "folder");
        step.found.push_back(std::move(entry));
    }
    return step;
}

Result<std::vector<Part>> rootOf(const std::vector<StackedLayer> &stack)
{
    std::vector<Part> parts;
    for (const StackedLayer &layer : stack) {
        Fd folder(::openat(layer.folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!folder)
            return failErrno(errno, "opening layer {}", layer.index);
        parts.push_back({layer.index, std::move(folder)});
    }
    return parts;
}

} // namespace

Result<api::XrayFile> originOf(const std::vector<StackedLayer> &stack, const std::string &path)
{
    if (!path.starts_with('/') || path.size() > longestPath || path.contains('\0'))
        return fail(ErrorKind::InvalidArgument,
                    "\"{}\" is no path in the container: give one that starts with /",
                    printable(path.substr(0, 64)));
    api::XrayFile file{.path = path};
    std::deque<std::string> ahead = partsOf(path), behind;
    TRY(auto folder, rootOf(stack));
    for (int links = 0; !ahead.empty();) {
        const std::string name = ahead.front();
        ahead.pop_front();
        Step step = lookUp(folder, name);
        behind.push_back(name);
        if (ahead.empty())
            file.layers = std::move(step.found);
        if (!ahead.empty() && step.link) {
            if (++links > mostLinks)
                return fail(ErrorKind::InvalidArgument, "{} leads through too many links", printable(path));
            behind.pop_back();
            const std::string base = step.link->starts_with('/') ? "" : joined(behind) + "/";
            ahead = partsOf(base + *step.link + joined(ahead));
            behind.clear();
            TRY(folder, rootOf(stack));
            continue;
        }
        folder = std::move(step.below);
    }
    file.resolved = printable(joined(behind));
    return file;
}

} // namespace quayside::containers
