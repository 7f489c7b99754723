#include "engine/images/unpack/child.h"

#include "engine/images/unpack/blocks.h"
#include "engine/images/unpack/decompress.h"
#include "engine/images/unpack/layerwriter.h"
#include "engine/images/unpack/protocol.h"
#include "engine/images/unpack/sandbox.h"
#include "engine/images/unpack/spoolwriter.h"
#include "engine/images/unpack/tar.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <charconv>
#include <cstring>

namespace quayside::images
{
namespace
{

using protocol::Packet;

struct Arguments {
    std::string_view mode;
    UnpackLimits limits;
};

Result<Arguments> parseArguments(int argc, char **argv)
{
    Arguments arguments;
    const auto number = [&](int index, auto &value) {
        const std::string_view text = argv[index];
        return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
    };
    if (argc != 6 || !number(3, arguments.limits.bytes) || !number(4, arguments.limits.entries) ||
        !number(5, arguments.limits.depth))
        return fail(ErrorKind::InvalidArgument, "this mode is for the engine's own use");
    arguments.mode = argv[2];
    return arguments;
}

bool send(const Packet &packet)
{
    return ::send(protocol::controlFd, &packet, sizeof packet, MSG_NOSIGNAL) ==
           static_cast<ssize_t>(sizeof packet);
}

int report(const Result<Packet> &result)
{
    Packet packet = result ? *result : Packet{};
    packet.kind = protocol::Kind::Result;
    packet.ok = result.has_value();
    if (!result) {
        const Error &error = result.error();
        packet.error = error.kind;
        packet.errnum = error.errnum;
        packet.length = static_cast<std::uint32_t>(std::min(error.message.size(), packet.message.size()));
        std::memcpy(packet.message.data(), error.message.data(), packet.length);
    }
    return send(packet) && packet.ok ? 0 : 1;
}

// At most one packet a second.
class Heartbeat
{
public:
    void operator()(const TarReader &reader)
    {
        timespec now{};
        ::clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
        if (now.tv_sec == m_last)
            return;
        m_last = now.tv_sec;
        Packet packet{.kind = protocol::Kind::Progress, .bytes = reader.bytes(), .entries = reader.entries()};
        send(packet);
    }

private:
    time_t m_last = 0;
};

std::unique_ptr<EntryWriter> writerOf(const Arguments &arguments, int root)
{
    if (arguments.mode == "spool")
        return std::make_unique<SpoolWriter>(root);
    const LayerForm form = arguments.mode == "tree"      ? LayerForm::Files
                           : arguments.mode == "context" ? LayerForm::Context
                                                         : LayerForm::Image;
    return std::make_unique<LayerWriter>(root, arguments.limits.depth, form);
}

// Before the first entry: ADD of a file that only looked like an archive.
std::unexpected<Error> noArchive(const Arguments &arguments, Error error)
{
    if (arguments.mode == "tree" && error.kind == ErrorKind::InvalidArgument)
        error.kind = ErrorKind::NotSupported;
    return std::unexpected(std::move(error));
}

Result<Packet> extract(const Arguments &arguments, BlocksAhead &blocks)
{
    auto decompressed = decompress(protocol::archiveFd);
    if (!decompressed)
        return noArchive(arguments, std::move(decompressed).error());
    TRY(auto input, std::move(decompressed));
    blocks.begin(std::move(input));
    const Fd root(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root)
        return failErrno(errno, "opening the folder to unpack into");
    const auto writer = writerOf(arguments, root.get());
    Heartbeat heartbeat;
    const TarReader *self = nullptr;
    TarReader reader(blocks, arguments.limits, [&] { heartbeat(*self); });
    self = &reader;
    auto read = reader.readAll(*writer);
    if (!read && reader.entries() == 0)
        return noArchive(arguments, std::move(read).error());
    CHECK(read);
    Packet packet{.endMarker = reader.endMarker(), .bytes = reader.bytes(), .entries = reader.entries()};
    const std::string digest = blocks.digest();
    std::memcpy(packet.digest.data(), digest.data(), std::min(digest.size(), packet.digest.size() - 1));
    return packet;
}

// In the new pid namespace: its process 1.
[[noreturn]] void unpackAsFirstProcess(const Arguments &arguments)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::umask(0);
    BlocksAhead *blocks =
        nullptr; // for as long as the process: its thread may wait for bytes that don't come
    const auto walls = [&]() -> Result<> {
        CHECK(makeWorkingDirectoryTheRoot());
        ::close(protocol::folderFd);
        blocks = new BlocksAhead(giveUpCapabilities);
        CHECK(blocks->entered());
        return confine(arguments.limits); // of both threads: the filter lets none be made later
    }();
    ::_exit(walls ? report(extract(arguments, *blocks)) : report(std::unexpected(walls.error())));
}

Result<> mapIds()
{
    Packet packet{.kind = protocol::Kind::WantsIds};
    if (!send(packet) ||
        ::recv(protocol::controlFd, &packet, sizeof packet, 0) != static_cast<ssize_t>(sizeof packet) ||
        packet.kind != protocol::Kind::HasIds)
        return fail(ErrorKind::Internal, "the engine did not map the ids of the unpacking process");
    return {};
}

} // namespace

int runUnpackChild(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // the engine's end is ours
    ::setlocale(LC_CTYPE, "C.UTF-8");   // libarchive refuses pax names outside ASCII in the C locale
    const auto arguments = parseArguments(argc, argv);
    if (!arguments) {
        ::dprintf(STDERR_FILENO, "%s\n", arguments.error().message.c_str());
        return 2;
    }
    if (const auto entered = enterNamespaces(protocol::folderFd); !entered)
        return report(std::unexpected(entered.error()));
    if (const auto mapped = mapIds(); !mapped)
        return report(std::unexpected(mapped.error()));
    const pid_t pid = ::fork();
    if (pid < 0)
        return report(std::unexpected(failErrno(errno, "starting the unpacking process").error()));
    if (pid == 0)
        unpackAsFirstProcess(*arguments);
    for (const int fd : {protocol::archiveFd, protocol::folderFd, protocol::controlFd})
        ::close(fd); // the engine sees the end of the control socket when the child is gone
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace quayside::images
