// -v, --mount, --tmpfs and VOLUME as one checked list.
#pragma once

#include "engine/api/types/container.h"
#include "engine/base/result.h"
#include "engine/containers/state/record.h"

#include <vector>

namespace quayside::containers
{

// From HostConfig.Binds, .Mounts, .Tmpfs and Config.Volumes (already merged with the image's). Nothing is
// looked up on the host. `inherited`: of --volumes-from; a mount of the container's own at the same place
// takes theirs. A volume without a name is anonymous: it gets its name when it is made. A VOLUME
// whose place another mount takes is dropped. Sorted so that a parent comes before what lies in it. Errors in
// Docker's words.
Result<std::vector<MountSpec>> mountSpecs(const api::ContainerConfig &config, const api::HostConfig &host,
                                          std::vector<MountSpec> inherited = {});

// As containers and volumes are named: [a-zA-Z0-9][a-zA-Z0-9_.-]+
Result<> checkVolumeName(const std::string &name);

} // namespace quayside::containers
