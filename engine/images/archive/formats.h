// The two forms of an archive that lies unpacked in a spool folder.
#pragma once

#include "engine/images/archive/layers.h"
#include "engine/images/content/manifest.h"

namespace quayside::images
{

Result<std::vector<LoadedImage>> loadDockerArchive(const SpoolFolder &spool, LayerImport &layers);
Result<std::vector<LoadedImage>> loadOciLayout(const SpoolFolder &spool, LayerImport &layers);

// The part that both share: the configuration's bytes and its layers, one after the other.
Result<ImageRecord> loadImage(std::string configuration, const std::vector<LayerSource> &sources,
                              LayerImport &layers);

} // namespace quayside::images
