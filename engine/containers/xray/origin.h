// From which layer a file comes: what overlayfs does for a path, layer by layer (overlayfs.rst).
#pragma once

#include "engine/api/types/xray.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::containers
{

struct StackedLayer {
    std::int64_t index = 0;
    Fd folder; // O_PATH or readable, of the layer's root
};

// `stack`: topmost first. Links on the way are followed inside the stack, one at the end is not: it is what
// was asked for. Nothing outside the layers is opened. InvalidArgument: no absolute path; too many links.
Result<api::XrayFile> originOf(const std::vector<StackedLayer> &stack, const std::string &path);

} // namespace quayside::containers
