// From what was read of a layer's folder to the file that layerindex.h describes.
#pragma once

#include "engine/base/result.h"
#include "engine/images/contents/scan.h"

namespace quayside::images
{

// Writes an index into `file`, from its beginning. NoSpace and other errors of writing; TooLarge: more than
// four thousand million files or bytes of names.
Result<> writeIndex(int file, const ScannedLayer &layer);

} // namespace quayside::images
