#include "engine/images/pack/walk.h"

#include "engine/base/fd.h"

#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

namespace quayside::images
{
namespace
{

Result<std::vector<std::string>> namesIn(int folder, const std::string &path)
{
    const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(own >= 0 ? ::fdopendir(own) : nullptr, ::closedir);
    if (!stream) {
        const int error = errno;
        if (own >= 0)
            ::close(own);
        return failErrno(error, "reading the folder /{}", path);
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent *entry = ::readdir(stream.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            names.emplace_back(name);
        errno = 0;
    }
    if (errno != 0)
        return failErrno(errno, "reading the folder /{}", path);
    std::ranges::sort(names);
    return names;
}

// O_NONBLOCK: a FIFO that took the place of the file just looked at must not hold us up.
constexpr int fileFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

class Walk
{
public:
    explicit Walk(TreeVisitor &visitor) : m_visitor(visitor) {}

    Result<> contents(int folder, const std::string &path, int depth)
    {
        if (depth > maxTreeDepth)
            return fail(ErrorKind::TooLarge, "the folders are nested deeper than {}: /{}…", maxTreeDepth,
                        path.substr(0, 200));
        TRY(const auto names, namesIn(folder, path));
        for (const std::string &name : names) {
            TRY([[maybe_unused]] const bool there,
                entry(folder, name, path.empty() ? name : path + "/" + name, depth));
        }
        return {};
    }

    // False: it is not there (any more).
    Result<bool> entry(int parent, const std::string &name, const std::string &path, int depth)
    {
        TreeEntry entry{.path = path, .parent = parent, .name = name};
        if (::fstatat(parent, name.c_str(), &entry.status, AT_SYMLINK_NOFOLLOW) != 0) {
            if (errno == ENOENT)
                return false;
            return failErrno(errno, "looking at /{}", path);
        }
        const bool folder = S_ISDIR(entry.status.st_mode);
        Fd file;
        if (folder || S_ISREG(entry.status.st_mode)) {
            file = Fd(::openat(parent, name.c_str(), fileFlags | (folder ? O_DIRECTORY : 0)));
            // ELOOP, ENOTDIR, ENXIO: it has just become something else; the next walk sees what.
            if (!file && (errno == ENOENT || errno == ELOOP || errno == ENOTDIR || errno == ENXIO))
                return false;
            if (!file || ::fstat(file.get(), &entry.status) != 0)
                return failErrno(errno, "opening /{}", path);
            if (folder != S_ISDIR(entry.status.st_mode) || (!folder && !S_ISREG(entry.status.st_mode)))
                return false;
            entry.file = file.get();
        }
        CHECK(m_visitor.visit(entry));
        if (folder) {
            CHECK(contents(file.get(), path, depth + 1));
            CHECK(m_visitor.leave(entry));
        }
        return true;
    }

private:
    TreeVisitor &m_visitor;
};

} // namespace

Result<> walkTree(int folder, TreeVisitor &visitor)
{
    return Walk(visitor).contents(folder, "", 0);
}

Result<> walkFrom(int parent, const std::string &name, TreeVisitor &visitor)
{
    TRY(const bool there, Walk(visitor).entry(parent, name, "", 0));
    if (!there)
        return fail(ErrorKind::NotFound, "{} is not there", name);
    return {};
}

} // namespace quayside::images
