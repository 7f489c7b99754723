// What every container mounts on, made once for an image instead of in each of its containers.
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/storage/layerstore.h"

#include <vector>

namespace quayside::containers
{

// Where the image of `layers` (bottom first) has no /etc/hosts, /dev and the like, `root` gets one more layer
// on top of them that holds these, empty. Without it each container makes them in its own layer, and copies
// /etc there for it. The layer lies beside the image's topmost one and goes with it; none for an image whose
// /etc is a link, or more than a plain folder. Where it cannot be made, `root` stays as it is: nothing but
// time is lost.
void addMountPoints(Kernel &kernel, const storage::LayerStore &store,
                    const std::vector<storage::LayerId> &layers, storage::RootSource &root);

} // namespace quayside::containers
