// The indices of the store's layers, each in a file "contents" beside the layer's diff/: it goes when the
// layer goes.
#pragma once

#include "engine/images/contents/layerindex.h"
#include "engine/storage/layerstore.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace quayside::images
{

// An index in memory.
class LoadedIndex
{
public:
    static Result<std::shared_ptr<const LoadedIndex>> load(int file);
    [[nodiscard]] const LayerIndex &index() const { return m_index; }

private:
    std::unique_ptr<std::uint64_t[]>
        m_bytes; // read, not mapped: a bad block of the disk must be an error, not a signal
    LayerIndex m_index;
};

// Thread-safe. Keeps no index that nobody holds.
class IndexStore
{
public:
    explicit IndexStore(storage::LayerStore &layers) : m_layers(layers) {}

    // Those of `layers`, in that order. What is missing or damaged is made (and kept, where the disk has
    // room). The layers must stay in the store meanwhile. TooLarge: more than maxIndexNodes files in all.
    Result<std::vector<std::shared_ptr<const LoadedIndex>>> open(const std::vector<storage::LayerId> &layers);

private:
    using Pointer = std::shared_ptr<const LoadedIndex>;
    class Claims;
    Pointer known(const storage::LayerId &layer); // in memory or in its file; nullptr: to be made
    Result<Pointer> keep(const storage::LayerId &layer, int file);
    Result<std::map<storage::LayerId, Pointer>> make(const std::vector<storage::LayerId> &layers);

    storage::LayerStore &m_layers;
    std::mutex m_mutex; // of all that follows
    std::condition_variable m_made;
    std::map<storage::LayerId, std::weak_ptr<const LoadedIndex>> m_loaded;
    std::set<storage::LayerId> m_making;
};

} // namespace quayside::images
