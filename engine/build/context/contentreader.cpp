#include "engine/build/context/contentreader.h"

#include <poll.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

constexpr std::size_t pieceSize = std::size_t{256} * 1024;
constexpr int answerTimeoutMs = 10'000;

} // namespace

Result<> waitForContent(const SourceFile &file, const std::string &path)
{
    pollfd waiting{file.file.get(), POLLIN, 0};
    int ready = 0;
    do
        ready = ::poll(&waiting, 1, answerTimeoutMs);
    while (ready < 0 && errno == EINTR);
    if (ready <= 0)
        return fail(ErrorKind::Unavailable, "reading {}: its file system does not answer", path);
    return {};
}

Result<> readContent(const SourceFile &file, const std::string &path, std::vector<char> &buffer,
                     const TakePiece &take)
{
    buffer.resize(pieceSize);
    std::uint64_t total = 0;
    while (true) {
        if (file.stream)
            CHECK(waitForContent(file, path));
        const ssize_t got = ::read(file.file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failErrno(errno, "reading {}", path);
        if (got == 0)
            break;
        total += static_cast<std::uint64_t>(got);
        CHECK(take({buffer.data(), static_cast<std::size_t>(got)}));
        // A regular file that has given all of its bytes is not asked for more.
        if (!file.stream && total == static_cast<std::uint64_t>(file.status.st_size))
            break;
    }
    if (total != static_cast<std::uint64_t>(file.status.st_size))
        return fail(ErrorKind::Conflict, "{} changed while the build was reading it; build again", path);
    return {};
}

} // namespace quayside::build
