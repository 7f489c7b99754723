#include "engine/base/rootedpath.h"
#include "engine/containers/files/browse.h"
#include "engine/containers/files/channel.h"
#include "engine/containers/files/names.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <memory>
#include <set>

namespace quayside::containers::files
{
namespace
{

constexpr std::size_t mostNames = 1'000'000; // that are sorted; their bytes stay below the limit of RLIMIT_AS
constexpr unsigned wantedOfEntry = STATX_BASIC_STATS | STATX_MNT_ID;

std::uint64_t mountOf(int fd)
{
    struct statx status{};
    return ::statx(fd, "", AT_EMPTY_PATH, STATX_MNT_ID, &status) == 0 ? status.stx_mnt_id : 0;
}

bool contains(std::string_view name, const std::string &text)
{
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return text.empty() || !std::ranges::search(name, text, same).empty();
}

Result<std::vector<std::string>> entriesOf(int folder, const ListWish &wish)
{
    const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(own >= 0 ? ::fdopendir(own) : nullptr, ::closedir);
    if (!stream)
        return failErrno(errno, "reading the folder");
    std::vector<std::string> names;
    for (errno = 0; const dirent *entry = ::readdir(stream.get()); errno = 0) {
        const std::string_view name = entry->d_name;
        if (name == "." || name == ".." || !(name > wish.after) || !contains(name, wish.text))
            continue;
        if (names.size() == mostNames)
            return fail(ErrorKind::TooLarge, "the folder has more than {} entries: ask for a part of a name",
                        mostNames);
        names.emplace_back(name);
        sayProgress();
    }
    if (errno != 0)
        return failErrno(errno, "reading the folder");
    std::ranges::sort(names);
    return names;
}

// Packs entries into as few packets as they need.
class Sender
{
public:
    void add(EntryHead head, std::string_view name, std::string_view target)
    {
        head.nameLength = static_cast<std::uint16_t>(name.size());
        head.targetLength = static_cast<std::uint16_t>(target.size());
        const std::size_t size = sizeof head + name.size() + target.size();
        if (m_text.size() + size > sizeof(Packet::text))
            flush();
        m_text.append(reinterpret_cast<const char *>(&head), sizeof head);
        m_text.append(name).append(target);
    }
    void flush()
    {
        if (!m_text.empty())
            say({.kind = PacketKind::Entries}, m_text);
        m_text.clear();
    }

private:
    std::string m_text;
};

// Where a link leads, as the container's own root sees it.
std::uint32_t flagsOfLink(int root, const std::string &path)
{
    struct stat status{};
    const auto there = openInRoot(systemKernel(), root, path, O_PATH);
    if (!there || ::fstat(there->get(), &status) != 0)
        return nowhereFlag;
    return S_ISDIR(status.st_mode) ? std::uint32_t{toFolderFlag} : 0;
}

struct Folder {
    int root;
    Fd fd;
    std::string path; // without links
    std::uint64_t mount;
};

// False: it has vanished meanwhile.
bool addEntry(const Folder &folder, const std::string &name, Sender &sender, std::set<std::uint32_t> &uids,
              std::set<std::uint32_t> &gids)
{
    struct statx status{};
    if (::statx(folder.fd.get(), name.c_str(), AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, wantedOfEntry,
                &status) != 0)
        return false;
    EntryHead head{.mode = status.stx_mode,
                   .uid = status.stx_uid,
                   .gid = status.stx_gid,
                   .size = static_cast<std::int64_t>(status.stx_size),
                   .seconds = status.stx_mtime.tv_sec,
                   .nanoseconds = status.stx_mtime.tv_nsec};
    if ((status.stx_mask & STATX_MNT_ID) != 0 && status.stx_mnt_id != folder.mount)
        head.flags |= mountedFlag;
    std::array<char, 4096> target;
    ssize_t length = 0;
    if (S_ISLNK(status.stx_mode)) {
        length =
            std::max<ssize_t>(0, ::readlinkat(folder.fd.get(), name.c_str(), target.data(), target.size()));
        head.flags |= flagsOfLink(folder.root, (folder.path == "/" ? "" : folder.path) + "/" + name);
    }
    uids.insert(head.uid);
    gids.insert(head.gid);
    sender.add(head, name, {target.data(), static_cast<std::size_t>(length)});
    return true;
}

Result<Folder> openFolder(int root, const std::string &path)
{
    auto fd = openInRoot(systemKernel(), root, path, O_RDONLY | O_DIRECTORY);
    if (!fd && fd.error().errnum == ENOTDIR)
        return fail(ErrorKind::InvalidArgument, "{} is no folder", path);
    if (!fd && fd.error().errnum == ELOOP)
        return fail(ErrorKind::InvalidArgument, "{}: links that lead in a circle", path);
    if (!fd)
        return std::unexpected(std::move(fd).error());
    TRY(std::string real, followLinks(root, path));
    const std::uint64_t mount = mountOf(fd->get());
    return Folder{root, *std::move(fd), std::move(real), mount};
}

void sayFolder(const Folder &folder)
{
    struct stat status{};
    struct statfs there{};
    std::int64_t flags = folder.mount == mountOf(folder.root) ? std::int64_t{ownFolderFlag} : 0;
    if (::fstatfs(folder.fd.get(), &there) == 0 && (there.f_flags & ST_RDONLY) != 0)
        flags |= readOnlyFlag;
    (void)::fstat(folder.fd.get(), &status);
    std::string text = baseName(folder.path);
    text += '\0';
    say({.kind = PacketKind::Found,
         .mode = status.st_mode,
         .size = flags,
         .seconds = status.st_mtim.tv_sec,
         .nanoseconds = status.st_mtim.tv_nsec},
        text + folder.path);
}

} // namespace

Result<> list(int root, const FilesRequest &request)
{
    TRY(const Folder folder, openFolder(root, request.path));
    sayFolder(folder);
    TRY(const auto names, entriesOf(folder.fd.get(), request.list));
    Sender sender;
    std::set<std::uint32_t> uids, gids;
    std::uint32_t count = 0;
    bool more = false;
    for (const std::string &name : names) {
        more = count == request.list.limit;
        if (more)
            break;
        count += addEntry(folder, name, sender, uids, gids) ? 1 : 0;
        sayProgress();
    }
    sender.flush();
    if (more)
        say({.kind = PacketKind::Entries});
    if (request.volume)
        return {}; // whose names its ids have, its containers say
    for (const std::string &packet : namesOf(root, uids, gids))
        say({.kind = PacketKind::Names}, packet);
    return {};
}

} // namespace quayside::containers::files
