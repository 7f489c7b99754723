// The two forms of an archive that lies unpacked in a spool folder.
#pragma once

#include "engine/images/archive/layers.h"
#include "engine/images/content/manifest.h"

namespace quayside::images
{

Result<std::vector<LoadedImage>> loadDockerArchive(const SpoolFolder &spool, LayerImport &layers);
Result<std::vector<LoadedImage>> loadOciLayout(const SpoolFolder &spool, LayerImport &layers);

// Of each index that index.json leads to, and that has one of the images, all blobs; they are on the disk
// after flush(). NotFound: the archive lacks one.
Result<> keepIndices(const SpoolFolder &spool, BlobStore &blobs, std::vector<LoadedImage> &images);

// The part that both share: the configuration's bytes and its layers, one after the other.
Result<ImageRecord> loadImage(std::string configuration, const std::vector<LayerSource> &sources,
                              LayerImport &layers);

} // namespace quayside::images
