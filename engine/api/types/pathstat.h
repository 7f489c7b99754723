// What the header X-Docker-Container-Path-Stat says of a path in a container.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

struct ContainerPathStat {
    std::string name; // last part of the path
    std::int64_t size = 0;
    std::uint32_t mode = 0;                    // st_mode; on the wire in the bits of Go's os.FileMode
    std::int64_t seconds = 0, nanoseconds = 0; // modification time
    std::string linkTarget;                    // of a link: where it ends up in the container
};
std::string encode(const ContainerPathStat &stat); // JSON; the header carries it in base64

enum class ChangeKind : std::uint8_t { Modified = 0, Added = 1, Deleted = 2 }; // as on the wire

struct FilesystemChange {
    std::string path; // absolute
    ChangeKind kind = ChangeKind::Modified;
    bool operator==(const FilesystemChange &) const = default;
};
std::string encode(const std::vector<FilesystemChange> &changes);

} // namespace quayside::api
