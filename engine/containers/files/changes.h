// docker diff: what a container's upper folder has that its image has not.
#pragma once

#include "engine/api/types/pathstat.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/pack/walk.h"

#include <vector>

namespace quayside::containers::files
{

// `upper`: the container's own folder (O_DIRECTORY), in overlayfs's form; `image`: the layers below, merged.
// Sorted by path; the folders above a change count as modified. As dockerd tells it (naive diff); what the
// engine itself made to mount on is no change.
Result<std::vector<api::FilesystemChange>> changesOf(int upper, int image);

// An empty file or folder that a start puts where every container has a mount (/proc, /etc/hosts, …).
bool isMountPoint(const images::TreeEntry &entry);

} // namespace quayside::containers::files
