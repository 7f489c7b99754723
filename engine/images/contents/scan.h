// Reads the folders of layers, several threads at once, into what an index is written from.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/contents/layerindex.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace quayside::images
{

struct ScannedFolder;

struct ScannedEntry {
    IndexNode node; // `name` and, of a link, `first` count from the beginning of the folder's own texts
    std::uint64_t inode = 0; // of files with several names; else 0
    std::unique_ptr<ScannedFolder> folder;
};

struct ScannedFolder {
    std::vector<ScannedEntry> entries; // by name
    std::string texts;
    [[nodiscard]] std::string_view name(const ScannedEntry &entry) const
    {
        return std::string_view(texts).substr(entry.node.name, entry.node.nameLength);
    }
};

struct ScannedLayer {
    IndexNode root;
    std::unique_ptr<ScannedFolder> folder;
};

// Called on one of the threads for each layer once all of it is read; `number` counts in what scanLayers()
// was given.
using LayerScanned = std::function<Result<>(std::size_t number, ScannedLayer layer)>;

// `layers`: descriptors (any that openat(2) takes) of the layers' diff/. Follows no link, opens nothing but
// folders, and leaves no trace in their access times. The first error ends it: TooLarge beyond maxIndexDepth
// and maxIndexNodes, or what `scanned` said.
Result<> scanLayers(std::span<const Fd> layers, const LayerScanned &scanned);

} // namespace quayside::images
