// Which layers and blobs how many images need, and what goes when one of them goes: the arithmetic of what
// collect() does.
#pragma once

#include "engine/images/catalog.h"
#include "engine/images/content/blobstore.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace quayside::images
{

class DiskUse
{
public:
    // Of all images that there are, whoever's they are.
    DiskUse(const std::vector<ImagePointer> &images, const BlobStore &blobs);

    void drop(const ImageRecord &image); // as if it were gone
    [[nodiscard]] bool uses(const LayerRecord &layer) const { return m_layers.contains(layer.id); }
    // Bytes of the image's layers and of the blobs that are kept of it, without those that images here still
    // need.
    [[nodiscard]] std::int64_t bytesOfNobodyElse(const ImageRecord &image) const;
    // The same one by one, by name.
    [[nodiscard]] std::map<std::string, std::int64_t> partsOfNobodyElse(const ImageRecord &image) const;
    // Bytes of all blobs that are kept of it.
    [[nodiscard]] std::int64_t blobBytes(const ImageRecord &image) const;

private:
    std::map<std::string, int> m_layers, m_blobs; // how many images need each
    const BlobStore &m_store;
};

std::int64_t layerBytes(const ImageRecord &image);
std::int64_t commonBytes(const ImageRecord &a, const ImageRecord &b); // of the layers that both have

} // namespace quayside::images
