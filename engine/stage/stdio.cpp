#include "engine/stage/stdio.h"

#include <fcntl.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

struct Pipe {
    Fd reader, writer;
};

Result<Pipe> makePipe(Kernel &kernel, uid_t uid, gid_t gid)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) < 0)
        return failErrno(errno, "making a pipe");
    Pipe pipe{Fd(ends[0]), Fd(ends[1])};
    if (const int done = kernel.fchown(pipe.reader.get(), uid, gid); done < 0)
        return failErrno(-done, "giving a pipe to user {}", uid);
    return pipe;
}

// The stage's end of output: read without waiting, and roomy, so that a container that writes much is not
// switched away from at every 64 KiB. (The room is a wish: past the limit of pipe(7) the pipe stays as it
// is.)
Result<> setUpReader(const Fd &fd)
{
    if (::fcntl(fd.get(), F_SETFL, O_NONBLOCK) < 0)
        return failErrno(errno, "setting up a pipe");
    ::fcntl(fd.get(), F_SETPIPE_SZ, 256 * 1024);
    return {};
}

} // namespace

std::uint32_t outsideId(const std::vector<isolation::IdRange> &ranges, std::uint32_t inside)
{
    for (const isolation::IdRange &range : ranges) {
        if (inside >= range.inside && inside - range.inside < range.count)
            return range.outside + (inside - range.inside);
    }
    return inside;
}

Result<Stdio> makeStdio(Kernel &kernel, const isolation::ProcessPlan &process,
                        const isolation::NamespacePlan &namespaces)
{
    Stdio stdio;
    if (process.terminal)
        return stdio;
    const uid_t uid = outsideId(namespaces.uids, process.uid);
    const gid_t gid = outsideId(namespaces.gids, process.gid);
    TRY(Pipe out, makePipe(kernel, uid, gid));
    TRY(Pipe error, makePipe(kernel, uid, gid));
    CHECK(setUpReader(out.reader));
    CHECK(setUpReader(error.reader));
    stdio.out = std::move(out.writer);
    stdio.outReader = std::move(out.reader);
    stdio.error = std::move(error.writer);
    stdio.errorReader = std::move(error.reader);
    if (process.openStdin) {
        TRY(Pipe in, makePipe(kernel, uid, gid));
        stdio.in = std::move(in.reader);
        stdio.inWriter = std::move(in.writer);
        return stdio;
    }
    stdio.in.reset(::open("/dev/null", O_RDWR | O_CLOEXEC));
    if (!stdio.in)
        return failErrno(errno, "opening /dev/null");
    return stdio;
}

Result<> useAsStdio(int in, int out, int error)
{
    const int from[] = {in, out, error};
    // All of them are above 2 (protocol.h), so none is overwritten before its turn.
    for (int target = 0; target < 3; ++target) {
        if (::dup2(from[target], target) < 0)
            return failErrno(errno, "setting up standard stream {}", target);
    }
    return {};
}

} // namespace quayside::stage
