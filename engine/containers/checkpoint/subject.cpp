#include "engine/containers/checkpoint/subject.h"

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/lifecycle/validate.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <ranges>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

constexpr std::size_t longestMountinfo = 4 << 20;

Result<std::string> readProc(std::int32_t pid, const char *name)
{
    const std::string path = std::format("/proc/{}/{}", pid, name);
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "opening {}", path);
    return readWhole(systemKernel(), file.get(), longestMountinfo);
}

std::string linkOf(std::int32_t pid, int fd)
{
    char target[256];
    const ssize_t size = ::readlink(std::format("/proc/{}/fd/{}", pid, fd).c_str(), target, sizeof target);
    return size > 0 ? std::string(target, static_cast<std::size_t>(size)) : std::string();
}

// A line "key:\tvalue" of /proc/PID/status or fdinfo.
std::int64_t numberIn(std::string_view text, std::string_view key)
{
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos)
        return -1;
    text.remove_prefix(at + key.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    std::int64_t number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// As CRIU names an open file: the mount and the file, in hexadecimal.
Result<std::string> fileName(std::int32_t pid, int fd)
{
    TRY(const std::string info, readProc(pid, std::format("fdinfo/{}", fd).c_str()));
    struct stat status{};
    const std::int64_t mount = numberIn(info, "mnt_id:");
    if (mount < 0 || ::stat(std::format("/proc/{}/fd/{}", pid, fd).c_str(), &status) < 0)
        return fail(ErrorKind::Internal, "the standard input of process {} cannot be looked at", pid);
    return std::format("file[{:x}:{:x}]", mount, status.st_ino);
}

std::vector<int> descriptorsOf(std::int32_t pid)
{
    std::vector<int> numbers;
    DIR *entries = ::opendir(std::format("/proc/{}/fd", pid).c_str());
    while (const dirent *entry = entries == nullptr ? nullptr : ::readdir(entries)) {
        int number = -1;
        const std::string_view name = entry->d_name;
        if (std::from_chars(name.data(), name.data() + name.size(), number).ec == std::errc())
            numbers.push_back(number);
    }
    if (entries != nullptr)
        ::closedir(entries);
    std::ranges::sort(numbers);
    return numbers;
}

// The stage's ends of the pipes say which these are, whatever the container has made of its own: one for
// writing is its input, of those for reading standard output was made first (stage/stdio.cpp).
void findPipes(std::int32_t stage, std::int32_t pid, SavedCheckpoint &saved)
{
    std::vector<std::string> readers;
    for (const int fd : descriptorsOf(stage)) {
        const std::string link = linkOf(stage, fd);
        if (!link.starts_with("pipe:["))
            continue;
        const auto info = readProc(stage, std::format("fdinfo/{}", fd).c_str());
        const bool writes = info && info->contains("flags:\t") && numberIn(*info, "flags:") % 10 == 1;
        if (writes)
            saved.input = link;
        else
            readers.push_back(link);
    }
    if (readers.size() == 1 && linkOf(pid, STDERR_FILENO) == readers[0] &&
        linkOf(pid, STDOUT_FILENO) != readers[0])
        saved.error = readers[0]; // standard output was closed for good
    else if (!readers.empty())
        saved.output = readers[0];
    if (readers.size() > 1)
        saved.error = readers[1];
}

bool isOwnTmpfs(const std::string &target, const Record &record)
{
    const auto isIt = [&](const MountSpec &mount) {
        return mount.type == MountType::Tmpfs && mount.target == target;
    };
    return target == "/dev/shm" || std::ranges::any_of(record.mounts, isIt);
}

const char *shared(const Record &record)
{
    const auto &host = record.hostConfig;
    const auto outside = [](const std::string &mode) {
        return mode == "host" || mode.starts_with("container:");
    };
    if (usesHostUser(host))
        return "the host's user namespace (--privileged or --userns=host)";
    if (outside(host.networkMode))
        return "a network that is not its own (--network)";
    if (outside(host.pidMode))
        return "processes that are not its own (--pid)";
    if (outside(host.ipcMode))
        return "memory that is not its own (--ipc)";
    if (outside(host.utsMode) || outside(host.cgroupnsMode))
        return "a namespace of the host's (--uts or --cgroupns)";
    return nullptr;
}

} // namespace

Result<> mayCheckpoint(const Record &record)
{
    if (const char *what = shared(record))
        return fail(
            ErrorKind::NotSupported,
            "no checkpoint can be made of container \"/{}\": it uses {}, which could not be made again",
            record.name, what);
    if (record.config.tty)
        return fail(
            ErrorKind::NotSupported,
            "no checkpoint can be made of container \"/{}\": it has a terminal, whose other end is not "
            "part of it; run it without -t",
            record.name);
    if (isLab(record.hostConfig))
        return fail(ErrorKind::NotSupported,
                    "no checkpoint can be made of container \"/{}\": it is a lab, with namespaces and mounts "
                    "of its own within",
                    record.name);
    return {};
}

Result<std::vector<std::string>> outerMounts(std::string_view mountinfo, const Record &record)
{
    std::vector<std::string> points;
    for (const auto part : std::views::split(mountinfo, '\n')) {
        // "36 35 98:0 /root /mount/point options …" (proc_pid_mountinfo(5))
        std::string_view line(part.begin(), part.end());
        for (int field = 0; field < 4; ++field)
            line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
        const std::string point(line.substr(0, line.find(' ')));
        if (point.empty() || point == "/" || isOwnTmpfs(point, record))
            continue;
        if (point.find_first_of("\\[]:") != std::string::npos)
            return fail(
                ErrorKind::NotSupported,
                "no checkpoint can be made of container \"/{}\": CRIU does not understand the name of "
                "the mount {}",
                record.name, point);
        if (std::ranges::contains(points, point))
            return fail(ErrorKind::NotSupported,
                        "no checkpoint can be made of container \"/{}\": two mounts lie on one another at {}",
                        record.name, point);
        points.push_back(point);
    }
    return points;
}

Result<> describe(std::int32_t pid, const Record &record, SavedCheckpoint &saved)
{
    TRY(const std::string mountinfo, readProc(pid, "mountinfo"));
    TRY(saved.mountPoints, outerMounts(mountinfo, record));
    TRY(const std::string status, readProc(pid, "status"));
    const auto stage = static_cast<std::int32_t>(numberIn(status, "PPid:"));
    if (stage <= 1)
        return fail(ErrorKind::Conflict, "container \"/{}\" is just ending", record.name);
    findPipes(stage, pid, saved);
    if (saved.input.empty() && linkOf(pid, STDIN_FILENO) == "/dev/null") {
        TRY(saved.input, fileName(pid, STDIN_FILENO));
    }
    return {};
}

} // namespace quayside::containers
