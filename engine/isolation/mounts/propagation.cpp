#include "engine/isolation/mounts/propagation.h"

#include <charconv>
#include <ranges>
#include <vector>

#include <fcntl.h>
#include <sys/mount.h>

namespace quayside::isolation::mounts
{
namespace
{

constexpr std::size_t longestMountinfo = 64 << 20;

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (const auto part : std::views::split(text, separator))
        parts.emplace_back(part.begin(), part.end());
    return parts;
}

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Result<std::string> readFile(Kernel &kernel, const std::string &path)
{
    const Fd file(kernel.openat2(AT_FDCWD, path.c_str(), {O_RDONLY | O_CLOEXEC, 0, 0}));
    if (!file)
        return failErrno(-file.get(), "opening {}", path);
    return readWhole(kernel, file.get(), longestMountinfo);
}

// fdinfo has "mnt_id:\t29" (proc_pid_fdinfo(5)), also for an O_PATH descriptor.
Result<Origin> originOf(Kernel &kernel, int source, const std::string &path)
{
    TRY(const std::string info, readFile(kernel, "/proc/self/fdinfo/" + std::to_string(source)));
    TRY(const std::string mountinfo, readFile(kernel, "/proc/self/mountinfo"));
    for (const std::string_view line : split(info, '\n')) {
        if (!line.starts_with("mnt_id:\t"))
            continue;
        if (const auto id = number(line.substr(line.find('\t') + 1)))
            if (auto origin = findOrigin(mountinfo, *id))
                return *std::move(origin);
    }
    return fail(ErrorKind::Internal, "the mount of {} is not in /proc/self/mountinfo", path);
}

} // namespace

std::optional<Origin> findOrigin(std::string_view mountinfo, std::uint64_t mountId)
{
    // 36 35 98:0 /root /mountpoint options optional… - type source superoptions
    for (const std::string_view line : split(mountinfo, '\n')) {
        const auto words = split(line, ' ');
        if (words.size() < 7 || number(words[0]) != mountId)
            continue;
        Origin origin{.path = std::string(words[4])};
        for (std::size_t i = 6; i < words.size() && words[i] != "-"; ++i) {
            origin.shared |= words[i].starts_with("shared:");
            origin.slave |= words[i].starts_with("master:");
        }
        return origin;
    }
    return std::nullopt;
}

std::uint64_t propagationOf(std::string_view word)
{
    if (word.ends_with("shared"))
        return MS_SHARED;
    return word.ends_with("slave") ? MS_SLAVE : 0;
}

Result<> checkPropagation(Kernel &kernel, int source, const std::string &path, std::uint64_t propagation)
{
    if (propagation == 0)
        return {};
    TRY(const Origin origin, originOf(kernel, source, path));
    if (origin.shared || (origin.slave && propagation == MS_SLAVE))
        return {};
    return fail(
        ErrorKind::InvalidArgument,
        "path {} is mounted on {} but it is not a shared{} mount: 'mount --make-shared {}' makes it one",
        path, origin.path, propagation == MS_SLAVE ? " or slave" : "", origin.path);
}

} // namespace quayside::isolation::mounts
