// A folder that becomes a layer where it lies: what an image's layer may not have goes, and it gets its name.
#pragma once

#include "engine/base/result.h"
#include "engine/images/content/imagerecord.h"
#include "engine/images/pack/walk.h"

#include <cstdint>
#include <functional>
#include <string>

namespace quayside::images
{

struct NamedLayer {
    LayerRecord record;        // packed
    std::uint64_t entries = 0; // 0: nothing is in it
};

// `folder` (O_RDONLY | O_DIRECTORY, borrowed): in overlayfs's form (userxattr), nobody writes into it.
// Removed are sockets, the files that `dropped` names (may be empty), and overlayfs's own marks but those for
// opaque folders. It is read once; the tar whose digest names it is what packLayer() writes of it. Errors:
// what Packer refuses, such as a device, is named. `parentLayer`: the chain id below, hex; "": it is the
// lowest.
Result<NamedLayer> nameLayer(int folder, const std::string &parentLayer,
                             const std::function<bool(const TreeEntry &)> &dropped);

} // namespace quayside::images
