// Layers of pulls that were interrupted: kept for a day, so that the next pull goes on from there
// (docs/adr/015-kept-layers.md).
#pragma once

#include "engine/images/content/imagerecord.h"
#include "engine/records/records.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace quayside::images
{

// In memory and in the engine's records. Thread-safe.
class KeptLayers
{
public:
    using Time = std::chrono::system_clock::time_point;
    static constexpr std::chrono::hours keptFor{24};

    // A record that is damaged, or from the future, goes.
    static Result<std::unique_ptr<KeptLayers>> open(Records &records, Time now);
    explicit KeptLayers(Records &records) : m_records(records) {}

    // A layer that is in the store, with its blob, and that no image has yet.
    void keep(const LayerRecord &layer, Time now);
    // An image has them now, or nobody is to have them any more.
    void release(const std::vector<LayerRecord> &layers);
    void releaseAll();
    void releaseOld(Time now);
    [[nodiscard]] std::vector<LayerRecord> all() const;
    [[nodiscard]] std::optional<LayerRecord> find(const std::string &chainId) const; // hex
    [[nodiscard]] std::optional<Time> nextEnd() const;                               // of the oldest

private:
    struct Kept {
        LayerRecord layer;
        Time since;
    };
    void forget(const std::vector<std::string> &ids);

    Records &m_records;
    mutable std::mutex m_mutex;
    std::map<std::string, Kept> m_layers; // by chain id
};

} // namespace quayside::images
