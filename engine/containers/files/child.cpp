#include "engine/containers/files/child.h"

#include "engine/base/rootedpath.h"
#include "engine/containers/files/archive.h"
#include "engine/containers/files/browse.h"
#include "engine/containers/files/channel.h"
#include "engine/containers/files/paths.h"
#include "engine/containers/files/request.h"
#include "engine/containers/files/view.h"
#include "engine/images/pack/walk.h"
#include "engine/images/unpack/sandbox.h"
#include "engine/isolation/plan/codec.h"

#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <limits>

namespace quayside::containers::files
{
namespace
{

constexpr int planFd = isolation::firstSlot - 1;
constexpr auto noLimit = std::numeric_limits<std::int64_t>::max();
// The size of what is copied is the business of the disk that it is copied to.
constexpr images::UnpackLimits limits{.bytes = noLimit, .entries = noLimit, .depth = 4096};

Result<Place> find(int root, const FilesRequest &request, struct stat &status)
{
    TRY(Place place, findPlace(systemKernel(), root, request.path));
    if (::fstatat(place.folder.get(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return failErrno(errno, "looking at {}", request.path);
    return place;
}

Result<> sayFound(int root, const FilesRequest &request, const struct stat &status)
{
    std::string text = baseName(request.path);
    text += '\0';
    if (S_ISLNK(status.st_mode)) {
        TRY(const std::string target, followLinks(root, request.path));
        text += target;
    }
    say({.kind = PacketKind::Found,
         .mode = status.st_mode,
         .size = status.st_size,
         .seconds = status.st_mtim.tv_sec,
         .nanoseconds = status.st_mtim.tv_nsec},
        text);
    return {};
}

Result<> stat(int root, const FilesRequest &request)
{
    struct stat status{};
    TRY(const Place place, find(root, request, status));
    return sayFound(root, request, status);
}

Result<> pack(const FilesRequest &request, const Place &place)
{
    if (request.volume) // as tar -C has it: what is unpacked may be put anywhere
        return sendArchive(
            [](const std::string &path) { return path.empty() ? std::string(".") : "./" + path; },
            [&place](images::TreeVisitor &packer) {
                return images::walkFrom(place.folder.get(), place.name, packer);
            },
            request.compression);
    const std::string top = baseName(request.path) == "/" ? "" : baseName(request.path);
    // As dockerd names them: "dir/", "dir/file"; of the root "/", "/etc/".
    const auto nameOf = [&top](const std::string &path) {
        return path.empty() ? (top.empty() ? std::string("/") : top) : top + "/" + path;
    };
    return sendArchive(nameOf, [&place](images::TreeVisitor &packer) {
        return images::walkFrom(place.folder.get(), place.name, packer);
    });
}

Result<> statAndPack(int root, const FilesRequest &request)
{
    struct stat status{};
    TRY(const Place place, find(root, request, status));
    CHECK(sayFound(root, request, status));
    return pack(request, place);
}

Result<> exportRoot(int root)
{
    say({.kind = PacketKind::Found, .mode = S_IFDIR}, {"/\0", 2});
    return sendArchive([](const std::string &path) { return path; },
                       [root](images::TreeVisitor &packer) { return images::walkTree(root, packer); });
}

Result<> extract(int root, const FilesRequest &request, images::WriteBehind &behind)
{
    auto folder = openInRoot(systemKernel(), root, request.path, O_PATH | O_DIRECTORY);
    if (!folder && folder.error().errnum == ENOTDIR)
        return fail(ErrorKind::InvalidArgument, "extraction point is not a directory");
    if (!folder)
        return std::unexpected(std::move(folder).error());
    CHECK(checkWritable(root, folder->get()));
    say({.kind = PacketKind::Found, .mode = S_IFDIR}, {"/\0", 2});
    return takeArchive(folder->get(), request.extract, limits, behind);
}

Result<> act(int root, const FilesRequest &request, std::optional<images::WriteBehind> &behind)
{
    switch (request.act) {
    case Act::Stat:
        return stat(root, request);
    case Act::Pack:
        return statAndPack(root, request);
    case Act::Extract:
        return extract(root, request, *behind);
    case Act::Export:
        return exportRoot(root);
    case Act::List:
        return list(root, request);
    case Act::Read:
        return readFile(root, request);
    case Act::Put:
        return putFile(root, request);
    case Act::Edit:
        return edit(root, request);
    }
    return fail(ErrorKind::Internal, "no such act");
}

Result<isolation::LaunchPlan> readPlan(const FilesRequest &request)
{
    if (request.running)
        return isolation::LaunchPlan{};
    struct stat status{};
    if (::fstat(planFd, &status) != 0 || status.st_size > static_cast<off_t>(isolation::maxPlanBytes))
        return fail(ErrorKind::Internal, "the plan of the container's mounts is not there");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    if (::pread(planFd, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return failErrno(errno, "reading the plan of the container's mounts");
    return isolation::decodeLaunchPlan(bytes);
}

// A change of ids clears the death signal (PR_SET_PDEATHSIG(2const)); an engine that died before it was set
// again has hung up.
Result<> dieWithTheEngine()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    pollfd engine{fdOf(controlSlot), 0, 0};
    if (::poll(&engine, 1, 0) > 0)
        return fail(ErrorKind::Cancelled, "the engine is gone");
    return {};
}

Result<> run(const FilesRequest &request)
{
    TRY(const isolation::LaunchPlan plan, readPlan(request));
    TRY(const Fd root, enterView(systemKernel(), plan,
                                 {.target = fdOf(targetSlot),
                                  .running = request.running,
                                  .ownUser = request.ownUser,
                                  .volume = request.volume,
                                  .mounts = request.act != Act::Export}));
    CHECK(dieWithTheEngine());
    // What only the view needed goes; the root stays open above.
    const Fd kept(::fcntl(root.get(), F_DUPFD_CLOEXEC, 512));
    if (!kept)
        return failErrno(errno, "keeping the container's root");
    ::close(planFd);
    ::close_range(fdOf(targetSlot), 511, 0);
    std::optional<images::WriteBehind> behind;
    if (request.act == Act::Extract) {
        behind.emplace(images::giveUpCapabilities);
        CHECK(behind->entered());
    }
    CHECK(images::confine(limits)); // of both threads: the filter lets none be made later
    return act(kept.get(), request, behind);
}

} // namespace

int runFilesChild(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The container's root must not look into this process, whatever namespaces they share: it has the
    // engine's rights at the start.
    ::prctl(PR_SET_DUMPABLE, 0);
    ::setlocale(LC_CTYPE, "C.UTF-8"); // libarchive refuses pax names outside ASCII in the C locale
    ::umask(0);
    ::signal(SIGPIPE, SIG_IGN); // a client that goes away is an error value
    const auto request =
        parseWords(std::span<char *const>(argv + 2, static_cast<std::size_t>(std::max(argc - 2, 0))));
    if (!request)
        return 2;
    return report(run(*request));
}

} // namespace quayside::containers::files
