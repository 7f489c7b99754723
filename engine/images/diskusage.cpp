#include "engine/images/diskusage.h"

#include <sys/stat.h>

#include <set>

namespace quayside::images
{
namespace
{

// Each once: an image may have the same layer's blob twice.
std::set<std::string> blobsOf(const ImageRecord &image)
{
    std::set<std::string> blobs;
    for (const LayerRecord &layer : image.layers)
        blobs.insert(layer.blob);
    if (!image.manifest.empty())
        blobs.insert(image.manifest);
    for (const auto &[owner, index] : image.indexes)
        blobs.insert(index.blobs.begin(), index.blobs.end());
    return blobs;
}

std::map<std::string, std::uint64_t> layersOf(const ImageRecord &image)
{
    std::map<std::string, std::uint64_t> layers;
    for (const LayerRecord &layer : image.layers)
        layers.emplace(layer.id, layer.size);
    return layers;
}

// What the file holds; a layer that was made here has none.
std::int64_t sizeOf(const BlobStore &store, const std::string &blob)
{
    const auto file = store.openBlob(blob);
    struct stat status{};
    return file && ::fstat(file->get(), &status) == 0 ? status.st_size : 0;
}

void take(std::map<std::string, int> &uses, const std::string &name)
{
    if (const auto found = uses.find(name); found != uses.end() && --found->second == 0)
        uses.erase(found);
}

} // namespace

DiskUse::DiskUse(const std::vector<ImagePointer> &images, const BlobStore &blobs) : m_store(blobs)
{
    for (const ImagePointer &image : images) {
        for (const auto &[id, size] : layersOf(*image))
            ++m_layers[id];
        for (const std::string &blob : blobsOf(*image))
            ++m_blobs[blob];
    }
}

void DiskUse::drop(const ImageRecord &image)
{
    for (const auto &[id, size] : layersOf(image))
        take(m_layers, id);
    for (const std::string &blob : blobsOf(image))
        take(m_blobs, blob);
}

std::map<std::string, std::int64_t> DiskUse::partsOfNobodyElse(const ImageRecord &image) const
{
    std::map<std::string, std::int64_t> parts;
    for (const auto &[id, size] : layersOf(image))
        if (!m_layers.contains(id))
            parts.emplace("layer " + id, static_cast<std::int64_t>(size));
    for (const std::string &blob : blobsOf(image))
        if (!m_blobs.contains(blob))
            parts.emplace("blob " + blob, sizeOf(m_store, blob));
    return parts;
}

std::int64_t DiskUse::bytesOfNobodyElse(const ImageRecord &image) const
{
    std::int64_t bytes = 0;
    for (const auto &[name, size] : partsOfNobodyElse(image))
        bytes += size;
    return bytes;
}

std::int64_t DiskUse::blobBytes(const ImageRecord &image) const
{
    std::int64_t bytes = 0;
    for (const std::string &blob : blobsOf(image))
        bytes += sizeOf(m_store, blob);
    return bytes;
}

std::int64_t layerBytes(const ImageRecord &image)
{
    std::int64_t bytes = 0;
    for (const LayerRecord &layer : image.layers)
        bytes += static_cast<std::int64_t>(layer.size);
    return bytes;
}

std::int64_t commonBytes(const ImageRecord &a, const ImageRecord &b)
{
    const auto others = layersOf(b);
    std::int64_t bytes = 0;
    for (const auto &[id, size] : layersOf(a))
        if (others.contains(id))
            bytes += static_cast<std::int64_t>(size);
    return bytes;
}

} // namespace quayside::images
