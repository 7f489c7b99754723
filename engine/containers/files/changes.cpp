#include "engine/containers/files/changes.h"

#include "engine/base/rootedpath.h"
#include "engine/containers/files/entry.h"
#include "engine/images/pack/pack.h"
#include "engine/storage/folders.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string_view>

namespace quayside::containers::files
{
namespace
{

using api::ChangeKind;

constexpr std::array<std::string_view, 6> mountPoints{"dev",  "etc/hostname", "etc/hosts", "etc/resolv.conf",
                                                      "proc", "sys"};
constexpr std::string_view folderOfMountPoints = "etc";

bool isEmpty(int folder)
{
    const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(own >= 0 ? ::fdopendir(own) : nullptr, ::closedir);
    while (const dirent *entry = stream ? ::readdir(stream.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            return false;
    }
    return true;
}

// As dockerd compares times: one of the two may come from an archive that has whole seconds.
bool sameTime(const timespec &a, const timespec &b)
{
    return a.tv_sec == b.tv_sec && (a.tv_nsec == b.tv_nsec || a.tv_nsec == 0 || b.tv_nsec == 0);
}

// Whether a file or folder is another one than before: as dockerd's naive comparison, which has no look at
// contents, and at a folder's size and time neither.
bool differs(const struct stat &now, const struct stat &before)
{
    if (now.st_mode != before.st_mode || now.st_uid != before.st_uid || now.st_gid != before.st_gid)
        return true;
    return !S_ISDIR(now.st_mode) && (now.st_rdev != before.st_rdev || now.st_size != before.st_size ||
                                     !sameTime(now.st_mtim, before.st_mtim));
}

class Changes : public images::TreeVisitor
{
public:
    explicit Changes(int image) : m_image(image) {}

    Result<> visit(const images::TreeEntry &entry) override
    {
        const Fd original = inImage(entry.path);
        struct stat before{};
        const bool there = original && ::fstat(original.get(), &before) == 0;
        if (images::isWhiteoutEntry(entry.status)) {
            if (there)
                add(entry.path, ChangeKind::Deleted);
            return {};
        }
        if (!there) {
            // An /etc that the image has not was made for what is mounted there.
            if (!isMountPoint(entry) && entry.path != folderOfMountPoints)
                add(entry.path, ChangeKind::Added);
            return {};
        }
        const bool folder = S_ISDIR(entry.status.st_mode);
        if (differs(entry.status, before))
            add(entry.path, ChangeKind::Modified);
        if (folder && S_ISDIR(before.st_mode) && images::isOpaque(entry.file))
            return addHidden(entry, original.get());
        return {};
    }

    std::vector<api::FilesystemChange> take() { return std::move(m_changes); }

private:
    // Invalid: the image has it not.
    Fd inImage(const std::string &path) const
    {
        open_how how{};
        how.flags = O_PATH | O_NOFOLLOW | O_CLOEXEC;
        how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
        int fd = -1;
        for (int i = 0; i < 128 && fd < 0 && (i == 0 || errno == EAGAIN); ++i)
            fd = static_cast<int>(::syscall(SYS_openat2, m_image, path.c_str(), &how, sizeof how));
        Fd found(fd);
        struct stat status{};
        if (found && (::fstat(found.get(), &status) != 0 || images::isWhiteoutEntry(status)))
            found.reset();
        return found;
    }

    // A folder that was removed and made again: what the image has in it and the new one has not.
    Result<> addHidden(const images::TreeEntry &entry, int original)
    {
        TRY(const auto names, storage::entriesOf(original));
        for (const std::string &name : names) {
            struct stat status{};
            if (::fstatat(entry.file, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
                add(entry.path + "/" + name, ChangeKind::Deleted);
        }
        return {};
    }

    // The folders above a change have changed with it.
    void add(const std::string &path, ChangeKind kind)
    {
        for (std::size_t slash = path.find('/'); slash != std::string::npos;
             slash = path.find('/', slash + 1))
            if (const std::string folder = path.substr(0, slash); m_told.insert(folder).second)
                m_changes.push_back({"/" + folder, ChangeKind::Modified});
        if (m_told.insert(path).second)
            m_changes.push_back({"/" + path, kind});
    }

    int m_image;
    std::set<std::string> m_told;
    std::vector<api::FilesystemChange> m_changes;
};

} // namespace

bool isMountPoint(const images::TreeEntry &entry)
{
    const bool empty = S_ISDIR(entry.status.st_mode)
                           ? isEmpty(entry.file)
                           : S_ISREG(entry.status.st_mode) && entry.status.st_size == 0;
    return empty && std::ranges::contains(mountPoints, entry.path);
}

Result<std::vector<api::FilesystemChange>> changesOf(int upper, int image)
{
    Changes changes(image);
    CHECK(images::walkTree(upper, changes));
    auto found = changes.take();
    std::ranges::stable_sort(found, {}, &api::FilesystemChange::path);
    return found;
}

namespace
{

// A folder below `root` by a path without links; invalid: not there.
Fd folderIn(int root, const std::string &path)
{
    auto found = openInRoot(systemKernel(), root, path, O_RDONLY | O_DIRECTORY, 0, Links::Refuse);
    return found ? *std::move(found) : Fd();
}

bool isThere(const Fd &folder, const std::string &name, struct stat &status)
{
    return folder && ::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           !images::isWhiteoutEntry(status);
}

struct stat statusOf(const api::FileEntry &entry, const struct stat &before)
{
    struct stat now = before;
    now.st_mode = (typeBits(entry.type) == 0 ? before.st_mode & S_IFMT : typeBits(entry.type)) |
                  static_cast<mode_t>(entry.mode);
    now.st_uid = static_cast<uid_t>(entry.uid);
    now.st_gid = static_cast<gid_t>(entry.gid);
    now.st_size = entry.size;
    now.st_mtim = {.tv_sec = entry.modified, .tv_nsec = entry.nanoseconds};
    return now;
}

} // namespace

void markChanges(int upper, int image, api::FileFolder &folder,
                 const std::function<bool(std::string_view)> &isListed)
{
    const Fd own = folderIn(upper, folder.path), original = folderIn(image, folder.path);
    const std::string prefix = folder.path == "/" ? "" : folder.path.substr(1) + "/";
    std::set<std::string, std::less<>> listed;
    for (api::FileEntry &entry : folder.entries) {
        listed.insert(entry.name);
        struct stat before{}, above{};
        if (entry.mounted)
            continue;
        if (!isThere(original, entry.name, before)) {
            const bool made = std::ranges::contains(mountPoints, prefix + entry.name) ||
                              prefix + entry.name == folderOfMountPoints;
            entry.change = made ? "" : "added";
        } else if (differs(statusOf(entry, before), before) ||
                   (entry.type == "folder" && isThere(own, entry.name, above))) {
            entry.change = "changed";
        }
    }
    const auto names = original ? storage::entriesOf(original.get()) : Result<std::vector<std::string>>();
    for (const std::string &name : names.value_or(std::vector<std::string>())) {
        struct stat before{};
        if (!isListed(name) || listed.contains(name) || !isThere(original, name, before))
            continue;
        folder.entries.push_back(entryOf(name, before));
        folder.entries.back().change = "removed";
    }
}

} // namespace quayside::containers::files
