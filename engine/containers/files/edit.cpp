#include "engine/containers/files/browse.h"
#include "engine/containers/files/channel.h"
#include "engine/images/pack/walk.h"
#include "engine/storage/removetree.h"

#include <fcntl.h>
#include <unistd.h>

namespace quayside::containers::files
{
namespace
{

std::unexpected<Error> refused(int errnum, const std::string &path)
{
    if (errnum == EEXIST)
        return fail(ErrorKind::Conflict, "{} is there already", path);
    if (errnum == EBUSY)
        return fail(ErrorKind::Conflict,
                    "something is mounted at {}: it stays as long as the container has it", path);
    if (errnum == ENOTEMPTY)
        return fail(ErrorKind::Conflict, "{} is not empty", path);
    return failErrno(errnum, "changing {}", path);
}

struct Found {
    Place place;
    struct stat status{};
};

Result<Found> findThere(int root, const std::string &path)
{
    Found found;
    TRY(found.place, findPlace(systemKernel(), root, path));
    if (::fstatat(found.place.folder.get(), found.place.name.c_str(), &found.status, AT_SYMLINK_NOFOLLOW) !=
        0)
        return failErrno(errno, "looking at {}", path);
    return found;
}

Result<> makeFolder(int root, const FilesRequest &request)
{
    TRY(const Place place, findPlace(systemKernel(), root, request.path));
    CHECK(checkWritable(root, place.folder.get()));
    if (::mkdirat(place.folder.get(), place.name.c_str(), 0755) != 0)
        return refused(errno, request.path);
    return {};
}

Result<> rename(int root, const FilesRequest &request)
{
    TRY(const Found from, findThere(root, request.path));
    TRY(const Place to, findPlace(systemKernel(), root, request.edit.to));
    CHECK(checkWritable(root, from.place.folder.get()));
    CHECK(checkWritable(root, to.folder.get()));
    if (::renameat2(from.place.folder.get(), from.place.name.c_str(), to.folder.get(), to.name.c_str(),
                    RENAME_NOREPLACE) == 0)
        return {};
    if (errno == EXDEV && S_ISDIR(from.status.st_mode))
        return fail(
            ErrorKind::NotSupported,
            "the folder {} belongs to the image, or would change from one mount to another: it can be "
            "copied, but not renamed",
            request.path);
    if (errno == EXDEV)
        return fail(ErrorKind::NotSupported, "{} is on another mount: it can be copied, but not moved",
                    request.edit.to);
    return refused(errno, errno == EEXIST ? request.edit.to : request.path);
}

Result<> remove(int root, const FilesRequest &request)
{
    TRY(const Found found, findThere(root, request.path));
    const int folder = found.place.folder.get();
    const char *name = found.place.name.c_str();
    CHECK(checkWritable(root, folder));
    const bool isFolder = S_ISDIR(found.status.st_mode);
    if (isFolder && request.edit.recursive) {
        const Fd inside(::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!inside)
            return refused(errno, request.path);
        CHECK(storage::removeContents(inside.get(), [] {
            sayProgress();
            return false;
        }));
    }
    if (::unlinkat(folder, name, isFolder ? AT_REMOVEDIR : 0) != 0)
        return refused(errno, request.path);
    return {};
}

// One entry and, where it is asked for, all below it. Links are left as they are: they have no mode, and
// their owner matters to nobody but the one who removes them.
class Changer : public images::TreeVisitor
{
public:
    Changer(const FilesRequest &request, const Place &top) : m_request(request), m_top(top) {}

    Result<> visit(const images::TreeEntry &entry) override
    {
        sayProgress();
        const int folder = entry.path.empty() ? m_top.folder.get() : entry.parent;
        const std::string &name = entry.path.empty() ? m_top.name : entry.name;
        const bool done = m_request.edit.act == EditAct::ChangeMode ? changeMode(folder, name, entry)
                                                                    : changeOwner(folder, name);
        if (!done && errno != ENOENT)
            return failErrno(errno, "changing {}", entry.path.empty() ? m_request.path : entry.path);
        return {};
    }

private:
    bool changeMode(int folder, const std::string &name, const images::TreeEntry &entry) const
    {
        std::uint32_t mode = m_request.edit.mode;
        // What may be executed of a whole tree stays what it was, as chmod's X has it.
        if (!entry.path.empty() && !S_ISDIR(entry.status.st_mode) && (entry.status.st_mode & 0111) == 0)
            mode &= ~0111U;
        if (S_ISLNK(entry.status.st_mode))
            return true;
        return (entry.file >= 0 ? ::fchmod(entry.file, mode) : ::fchmodat(folder, name.c_str(), mode, 0)) ==
               0;
    }
    bool changeOwner(int folder, const std::string &name) const
    {
        constexpr std::uint32_t asItIs = ~0U;
        return ::fchownat(folder, name.c_str(), m_request.edit.uid.value_or(asItIs),
                          m_request.edit.gid.value_or(asItIs), AT_SYMLINK_NOFOLLOW) == 0;
    }

    const FilesRequest &m_request;
    const Place &m_top;
};

Result<> change(int root, const FilesRequest &request)
{
    TRY(const Found found, findThere(root, request.path));
    CHECK(checkWritable(root, found.place.folder.get()));
    Changer changer(request, found.place);
    if (request.edit.recursive)
        return images::walkFrom(found.place.folder.get(), found.place.name, changer);
    if (S_ISLNK(found.status.st_mode) && request.edit.act == EditAct::ChangeMode)
        return fail(ErrorKind::InvalidArgument, "{} is a link: the mode is that of what it leads to",
                    request.path);
    return changer.visit({.path = {}, .status = found.status});
}

} // namespace

Result<> edit(int root, const FilesRequest &request)
{
    say({.kind = PacketKind::Found}, {"\0", 1}); // what there is to find, each act looks for itself
    const EditAct act = request.edit.act;
    if (request.path == "/" && (act == EditAct::Remove || act == EditAct::Rename))
        return fail(ErrorKind::InvalidArgument, "the root itself can't be removed or renamed");
    switch (request.edit.act) {
    case EditAct::MakeFolder:
        return makeFolder(root, request);
    case EditAct::Rename:
        return rename(root, request);
    case EditAct::Remove:
        return remove(root, request);
    case EditAct::ChangeMode:
    case EditAct::ChangeOwner:
        return change(root, request);
    }
    return fail(ErrorKind::Internal, "no such act");
}

} // namespace quayside::containers::files
