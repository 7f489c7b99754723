#include "engine/containers/xray/subject.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace quayside::containers
{

std::optional<std::string> readText(const Fd &folder, const char *path, std::size_t limit)
{
    const Fd file(::openat(folder.get(), path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file)
        return std::nullopt;
    std::string text;
    char buffer[4096];
    while (text.size() < limit) {
        const ssize_t got = ::read(file.get(), buffer, std::min(sizeof buffer, limit - text.size()));
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return text;
}

std::uint64_t namespaceInode(const Fd &proc, const char *type)
{
    struct stat status{};
    const std::string path = std::string("ns/") + type;
    return ::fstatat(proc.get(), path.c_str(), &status, 0) == 0 ? status.st_ino : 0;
}

Result<Subject> openSubject(std::int32_t pid)
{
    Subject subject{.pid = pid};
    const std::string path = std::format("/proc/{}", pid);
    subject.proc.reset(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto status = subject.proc ? readText(subject.proc, "status") : std::nullopt;
    if (!status)
        return fail(ErrorKind::NotFound, "process {} has ended", pid);
    subject.status = parseStatus(*status);
    subject.uids = parseIdMap(readText(subject.proc, "uid_map").value_or(""));
    subject.gids = parseIdMap(readText(subject.proc, "gid_map").value_or(""));
    return subject;
}

} // namespace quayside::containers
