#include "engine/storage/removetree.h"

#include "engine/base/fd.h"
#include "engine/storage/folders.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <memory>
#include <optional>

namespace quayside::storage
{
namespace
{

constexpr int maxDepth = 32; // open directory streams at a time

Fd openInside(int parent, const char *name, int flags)
{
    open_how how{};
    how.flags = static_cast<unsigned>(flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS;
    return Fd(static_cast<int>(::syscall(SYS_openat2, parent, name, &how, sizeof how)));
}

void clearFlags(int fd)
{
    int flags = 0;
    if (fd >= 0 && ::ioctl(fd, FS_IOC_GETFLAGS, &flags) == 0 &&
        (flags & (FS_IMMUTABLE_FL | FS_APPEND_FL)) != 0) {
        flags &= ~(FS_IMMUTABLE_FL | FS_APPEND_FL);
        ::ioctl(fd, FS_IOC_SETFLAGS, &flags);
    }
}

// EPERM from an unlink or a rename: a flag on the entry or on its folder.
void clearFlagsAround(int parent, const char *name)
{
    clearFlags(Fd(::openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)).get());
    struct stat status{};
    if (::fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
        (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)))
        clearFlags(openInside(parent, name, O_RDONLY).get());
}

bool unlinkInside(int parent, const char *name, int flag)
{
    if (::unlinkat(parent, name, flag) == 0 || errno == ENOENT)
        return true;
    if (errno != EPERM && errno != EACCES)
        return false;
    clearFlagsAround(parent, name);
    return ::unlinkat(parent, name, flag) == 0;
}

bool moveUp(int parent, const char *name, int top)
{
    const std::string aside = randomName(".deep-");
    if (::renameat(parent, name, top, aside.c_str()) == 0)
        return true;
    clearFlagsAround(parent, name);
    return ::renameat(parent, name, top, aside.c_str()) == 0;
}

class Removal
{
public:
    Removal(int top, const std::function<bool()> &stop) : m_top(top), m_stop(stop) {}

    Result<> run()
    {
        // Each pass removes maxDepth levels; what was deeper lies in the top folder by then.
        do {
            m_movedUp = false;
            empty(m_top, 0);
        } while (m_movedUp && !m_error);
        if (m_error)
            return std::unexpected(*m_error);
        return {};
    }

private:
    void note(const char *name)
    {
        if (!m_error)
            m_error = failErrno(errno, "removing {}", name).error();
    }

    void empty(int folder, int depth)
    {
        const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const std::unique_ptr<DIR, int (*)(DIR *)> stream(own >= 0 ? ::fdopendir(own) : nullptr, ::closedir);
        if (!stream)
            return note("a folder");
        while (const dirent *entry = ::readdir(stream.get())) {
            const std::string_view name = entry->d_name;
            if (name == "." || name == "..")
                continue;
            if (m_stop && m_stop()) {
                m_error = Error{ErrorKind::Cancelled, 0, "the removal was stopped"};
                return;
            }
            removeEntry(folder, entry->d_name, entry->d_type, depth);
        }
    }

    void removeEntry(int folder, const char *name, unsigned char type, int depth)
    {
        if (type != DT_DIR && unlinkInside(folder, name, 0))
            return;
        if (type != DT_DIR && errno != EISDIR)
            return note(name);
        if (unlinkInside(folder, name, AT_REMOVEDIR))
            return;
        if (errno != ENOTEMPTY && errno != EEXIST)
            return note(name);
        if (depth >= maxDepth) {
            m_movedUp = moveUp(folder, name, m_top) || m_movedUp;
            return;
        }
        const Fd inner = openInside(folder, name, O_RDONLY | O_DIRECTORY);
        if (!inner)
            return note(name);
        empty(inner.get(), depth + 1);
        // Not empty by now: something was moved up or could not be removed; the next pass or the error says
        // which.
        if (!unlinkInside(folder, name, AT_REMOVEDIR) && !m_error)
            note(name);
    }

    int m_top;
    const std::function<bool()> &m_stop;
    std::optional<Error> m_error;
    bool m_movedUp = false;
};

} // namespace

Result<> removeContents(int folder, const std::function<bool()> &stop)
{
    return Removal(folder, stop).run();
}

} // namespace quayside::storage
