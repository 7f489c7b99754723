#include "engine/containers/files/child.h"

#include "engine/base/rootedpath.h"
#include "engine/containers/files/paths.h"
#include "engine/containers/files/request.h"
#include "engine/containers/files/view.h"
#include "engine/images/pack/pack.h"
#include "engine/images/unpack/decompress.h"
#include "engine/images/unpack/sandbox.h"
#include "engine/images/unpack/tar.h"
#include "engine/isolation/plan/codec.h"

#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace quayside::containers::files
{
namespace
{

constexpr int fdOf(isolation::Slot slot)
{
    return isolation::firstSlot + slot;
}

constexpr int planFd = isolation::firstSlot - 1;
constexpr auto noLimit = std::numeric_limits<std::int64_t>::max();
// The size of what is copied is the business of the disk that it is copied to.
constexpr images::UnpackLimits limits{.bytes = noLimit, .entries = noLimit, .depth = 4096};

void send(Packet packet, std::string_view text = {})
{
    packet.length = static_cast<std::uint32_t>(std::min(text.size(), packet.text.size()));
    std::memcpy(packet.text.data(), text.data(), packet.length);
    const std::size_t size = offsetof(Packet, text) + packet.length;
    (void)!::send(fdOf(controlSlot), &packet, size, MSG_NOSIGNAL); // nobody there: nobody to tell
}

int report(const Result<> &result)
{
    if (result) {
        send({.kind = PacketKind::Done});
        return 0;
    }
    const Error &error = result.error();
    send({.kind = PacketKind::Failed, .error = error.kind, .errnum = error.errnum}, error.message);
    return 1;
}

class DataSink : public api::ByteSink
{
public:
    Result<> write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t done = ::write(fdOf(dataSlot), bytes.data(), bytes.size());
            if (done < 0 && errno == EINTR)
                continue;
            if (done < 0)
                return failErrno(errno, "sending the archive");
            bytes.remove_prefix(static_cast<std::size_t>(done));
        }
        return {};
    }
};

// Big files go from the page cache into the pipe without a copy.
class SplicingPacker : public images::Packer
{
public:
    SplicingPacker(images::TarWriter &tar, images::GatheringSink &sink, NameOf nameOf)
        : Packer(tar, images::PackForm::Plain, std::move(nameOf)), m_sink(sink)
    {
    }

protected:
    Result<> writeContent(const images::TreeEntry &entry) override
    {
        constexpr off_t worthwhile = 64 * 1024;
        const struct stat &status = entry.status;
        if (status.st_size < worthwhile || status.st_blocks * 512 < status.st_size) // holes are not read
            return Packer::writeContent(entry);
        CHECK(m_sink.flush());
        loff_t at = 0;
        while (at < status.st_size) {
            const ssize_t moved = ::splice(entry.file, &at, fdOf(dataSlot), nullptr,
                                           static_cast<std::size_t>(status.st_size - at), 0);
            if (moved == 0) // it has become shorter meanwhile
                break;
            if (moved < 0 && errno == EINVAL && at == 0) // a file system that cannot
                return Packer::writeContent(entry);
            if (moved < 0 && errno != EINTR)
                return failErrno(errno, "reading it");
        }
        m_tar.wroteContent(static_cast<std::uint64_t>(at));
        return images::writeZeros(m_tar, static_cast<std::uint64_t>(status.st_size - at));
    }

private:
    images::GatheringSink &m_sink;
};

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
    send({.kind = PacketKind::Found,
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
    DataSink out;
    images::GatheringSink sink(out);
    images::TarWriter tar(sink);
    const std::string top = baseName(request.path) == "/" ? "" : baseName(request.path);
    // As dockerd names them: "dir/", "dir/file"; of the root "/", "/etc/".
    SplicingPacker packer(tar, sink, [&top](const std::string &path) {
        return path.empty() ? (top.empty() ? std::string("/") : top) : top + "/" + path;
    });
    CHECK(images::walkFrom(place.folder.get(), place.name, packer));
    CHECK(tar.finish());
    return sink.flush();
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
    send({.kind = PacketKind::Found, .mode = S_IFDIR}, {"/\0", 2});
    DataSink out;
    images::GatheringSink sink(out);
    images::TarWriter tar(sink);
    SplicingPacker packer(tar, sink, [](const std::string &path) { return path; });
    CHECK(images::walkTree(root, packer));
    CHECK(tar.finish());
    return sink.flush();
}

// In dockerd's words.
Result<> checkWritable(int root, int folder)
{
    struct statfs there{};
    if (::fstatfs(folder, &there) != 0 || (there.f_flags & ST_RDONLY) == 0)
        return {};
    struct statx ofRoot{}, ofFolder{};
    const bool sameMount = ::statx(root, "", AT_EMPTY_PATH, STATX_MNT_ID, &ofRoot) == 0 &&
                           ::statx(folder, "", AT_EMPTY_PATH, STATX_MNT_ID, &ofFolder) == 0 &&
                           ofRoot.stx_mnt_id == ofFolder.stx_mnt_id;
    return fail(ErrorKind::Forbidden, "{} is marked read-only",
                sameMount ? "container rootfs" : "mounted volume");
}

Result<> extract(int root, const FilesRequest &request)
{
    auto folder = openInRoot(systemKernel(), root, request.path, O_PATH | O_DIRECTORY);
    if (!folder && folder.error().errnum == ENOTDIR)
        return fail(ErrorKind::InvalidArgument, "extraction point is not a directory");
    if (!folder)
        return std::unexpected(std::move(folder).error());
    CHECK(checkWritable(root, folder->get()));
    send({.kind = PacketKind::Found, .mode = S_IFDIR}, {"/\0", 2});
    TRY(auto input, images::decompress(fdOf(dataSlot)));
    FolderWriter writer(folder->get(), request.extract);
    images::TarReader reader(std::move(input), limits, [] {}, false);
    return reader.readAll(writer);
}

Result<> act(int root, const FilesRequest &request)
{
    switch (request.act) {
    case Act::Stat:
        return stat(root, request);
    case Act::Pack:
        return statAndPack(root, request);
    case Act::Extract:
        return extract(root, request);
    case Act::Export:
        return exportRoot(root);
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
                                  .mounts = request.act != Act::Export}));
    CHECK(dieWithTheEngine());
    // What only the view needed goes; the root stays open above.
    const Fd kept(::fcntl(root.get(), F_DUPFD_CLOEXEC, 512));
    if (!kept)
        return failErrno(errno, "keeping the container's root");
    ::close(planFd);
    ::close_range(fdOf(targetSlot), 511, 0);
    CHECK(images::confine(limits));
    return act(kept.get(), request);
}

} // namespace

int runFilesChild(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The container's root must not look into this process, whatever namespaces they share: it is the
    // engine's program, with the engine's descriptors at the start.
    ::prctl(PR_SET_DUMPABLE, 0);
    ::setlocale(LC_CTYPE, "C.UTF-8"); // libarchive refuses pax names outside ASCII in the C locale
    ::umask(0);
    const auto request =
        parseWords(std::span<char *const>(argv + 2, static_cast<std::size_t>(std::max(argc - 2, 0))));
    if (!request)
        return 2;
    return report(run(*request));
}

} // namespace quayside::containers::files
