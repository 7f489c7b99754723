// docker diff: what a container's upper folder has that its image has not.
#pragma once

#include "engine/api/types/files.h"
#include "engine/api/types/pathstat.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/pack/walk.h"

#include <functional>
#include <string_view>
#include <vector>

namespace quayside::containers::files
{

// `upper`: the container's own folder (O_DIRECTORY), in overlayfs's form; `image`: the layers below, merged.
// Sorted by path; the folders above a change count as modified. As dockerd tells it (naive diff); what the
// engine itself made to mount on is no change.
Result<std::vector<api::FilesystemChange>> changesOf(int upper, int image);

// Of one folder (a path of the container, without links, not on a mount): says of each entry that is listed
// in it what it is against the image, and adds what the image has there and the container has not any more.
// `isListed`: whether a name is one that was asked for.
void markChanges(int upper, int image, api::FileFolder &folder,
                 const std::function<bool(std::string_view)> &isListed);

// An empty file or folder that a start puts where every container has a mount (/proc, /etc/hosts, …).
bool isMountPoint(const images::TreeEntry &entry);

} // namespace quayside::containers::files
