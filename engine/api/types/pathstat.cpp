#include "engine/api/types/pathstat.h"

#include "engine/api/json.h"

#include <sys/stat.h>

#include <ctime>

namespace quayside::api
{
namespace
{

// Bits of Go's io/fs.FileMode.
std::uint32_t goMode(std::uint32_t mode)
{
    constexpr std::uint32_t directory = 1U << 31, symlink = 1U << 27, device = 1U << 26, namedPipe = 1U << 25,
                            socket = 1U << 24, setuid = 1U << 23, setgid = 1U << 22, charDevice = 1U << 21,
                            sticky = 1U << 20;
    std::uint32_t bits = mode & 0777;
    bits |= (mode & S_ISUID) != 0 ? setuid : 0;
    bits |= (mode & S_ISGID) != 0 ? setgid : 0;
    bits |= (mode & S_ISVTX) != 0 ? sticky : 0;
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return bits | directory;
    case S_IFLNK:
        return bits | symlink;
    case S_IFBLK:
        return bits | device;
    case S_IFCHR:
        return bits | device | charDevice;
    case S_IFIFO:
        return bits | namedPipe;
    case S_IFSOCK:
        return bits | socket;
    default:
        return bits;
    }
}

// RFC 3339 as Go writes it (time.RFC3339Nano): without the zeros at the end.
std::string timeOf(std::int64_t seconds, std::int64_t nanoseconds)
{
    const std::time_t time = seconds;
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    std::string text =
        std::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1,
                    parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
    if (nanoseconds > 0) {
        text += std::format(".{:09}", nanoseconds);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + "Z";
}

} // namespace

std::string encode(const ContainerPathStat &stat)
{
    return std::format(R"({{"name":{},"size":{},"mode":{},"mtime":"{}","linkTarget":{}}})",
                       quotedJson(stat.name), stat.size, goMode(stat.mode),
                       timeOf(stat.seconds, stat.nanoseconds), quotedJson(stat.linkTarget));
}

std::string encode(const std::vector<FilesystemChange> &changes)
{
    std::string text = "[";
    for (const FilesystemChange &change : changes) {
        text += text.size() > 1 ? ",{\"Path\":" : "{\"Path\":";
        appendQuoted(text, change.path);
        text += std::format(R"(,"Kind":{}}})", static_cast<int>(change.kind));
    }
    return text + "]";
}

} // namespace quayside::api
