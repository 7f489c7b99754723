// A file's status as the API tells it.
#pragma once

#include "engine/api/types/files.h"

#include <sys/stat.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace quayside::containers::files
{

inline constexpr std::array<std::pair<mode_t, std::string_view>, 7> fileTypes{{{S_IFREG, "file"},
                                                                               {S_IFDIR, "folder"},
                                                                               {S_IFLNK, "link"},
                                                                               {S_IFCHR, "device"},
                                                                               {S_IFBLK, "device"},
                                                                               {S_IFIFO, "pipe"},
                                                                               {S_IFSOCK, "socket"}}};

inline std::string typeName(mode_t mode)
{
    for (const auto &[bits, name] : fileTypes)
        if ((mode & S_IFMT) == bits)
            return std::string(name);
    return "file";
}

// 0: of a device, which may be either kind.
inline mode_t typeBits(std::string_view type)
{
    for (const auto &[bits, name] : fileTypes)
        if (name == type)
            return type == "device" ? 0 : bits;
    return 0;
}

inline api::FileEntry entryOf(std::string name, const struct stat &status)
{
    return {.name = std::move(name),
            .type = typeName(status.st_mode),
            .size = status.st_size,
            .mode = status.st_mode & 07777,
            .uid = status.st_uid,
            .gid = status.st_gid,
            .modified = status.st_mtim.tv_sec,
            .nanoseconds = status.st_mtim.tv_nsec};
}

} // namespace quayside::containers::files
