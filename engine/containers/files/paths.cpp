#include "engine/containers/files/paths.h"

#include "engine/base/pathparts.h"
#include "engine/base/rootedpath.h"

#include <fcntl.h>

#include <array>
#include <deque>

namespace quayside::containers::files
{
namespace
{

std::string parentOf(const std::string &path)
{
    return path.substr(0, path.find_last_of('/'));
}

} // namespace

std::string absolutePath(std::string_view path)
{
    std::string clean = cleanPath(path);
    if (path.ends_with("/.") || path == ".")
        return clean == "/" ? "/." : clean + "/.";
    if (path.ends_with('/') && clean != "/")
        return clean + "/";
    return clean;
}

std::string baseName(const std::string &absolute)
{
    const std::string_view path(absolute);
    const std::size_t last = path.find_last_not_of('/');
    if (last == std::string_view::npos)
        return "/";
    const std::string_view trimmed = path.substr(0, last + 1);
    return std::string(trimmed.substr(trimmed.find_last_of('/') + 1));
}

Result<Place> findPlace(Kernel &kernel, int root, const std::string &absolute)
{
    const std::size_t slash = absolute.find_last_of('/');
    std::string name = absolute.substr(slash + 1);
    const std::string folder = slash == 0 ? "/" : absolute.substr(0, slash);
    if (name.empty())
        name = ".";
    auto found = openInRoot(kernel, root, folder, O_PATH | O_DIRECTORY);
    if (!found) {
        Error &error = found.error();
        if (error.errnum == ENOTDIR || error.errnum == ENAMETOOLONG)
            error.kind = ErrorKind::NotFound;
        if (error.errnum == ELOOP)
            error.kind = ErrorKind::InvalidArgument;
        return std::unexpected(std::move(error));
    }
    return Place{*std::move(found), std::move(name)};
}

Result<std::string> followLinks(int root, const std::string &absolute)
{
    std::deque<std::string> ahead;
    splitInto(ahead, absolute);
    std::string path; // followed so far; no link in it
    std::array<char, 4096> target;
    for (int links = 0; !ahead.empty();) {
        const std::string part = std::move(ahead.front());
        ahead.pop_front();
        if (part == ".")
            continue;
        if (part == "..") {
            path = path.empty() ? path : parentOf(path);
            continue;
        }
        const std::string next = path + "/" + part;
        const ssize_t length = ::readlinkat(root, next.c_str() + 1, target.data(), target.size());
        if (length <= 0) {
            path = next;
            continue;
        }
        if (++links > maxLinks)
            return fail(ErrorKind::InvalidArgument, "too many links in {}", absolute);
        const std::string_view leads(target.data(), static_cast<std::size_t>(length));
        if (leads.starts_with('/'))
            path.clear();
        splitInto(ahead, leads);
    }
    return path.empty() ? "/" : path;
}

} // namespace quayside::containers::files
