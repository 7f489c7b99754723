// Owner, mode, extended attributes and times of an entry.
#pragma once

#include "engine/base/result.h"

#include <sys/stat.h>
#include <sys/types.h>

#include <array>
#include <string>

struct archive_entry;

namespace quayside::images
{

struct Metadata {
    uid_t uid = 0;
    gid_t gid = 0;
    mode_t mode = 0;                 // permission bits with set-id and sticky
    std::array<timespec, 2> times{}; // for utimensat(2): access time left alone, modification time
};

// InvalidArgument: ids outside 0..65535, or an extended attribute that may not come from an image.
Result<Metadata> metadataOf(archive_entry *entry);

// All but the times, on an open file or folder. `inherited`: its owner and mode may differ from root's and
// `mode`.
Result<> applyTo(int fd, archive_entry *entry, const Metadata &metadata, bool inherited);
// Owner, mode and times of what cannot be opened: links and fifos.
Result<> applyByName(int parent, const std::string &name, const Metadata &metadata, bool link);

} // namespace quayside::images
