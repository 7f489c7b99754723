// The layers of one image, from the registry into the store, several at a time.
#pragma once

#include "engine/images/archive/commits.h"
#include "engine/images/content/manifest.h"
#include "engine/images/registry/transfers.h"

#include <vector>

namespace quayside::images
{

// The record of a layer that some image here has, by chain id.
using KnownLayer = std::function<std::optional<LayerRecord>(const std::string &chainId)>;

class LayerFetch
{
public:
    struct Layer {
        api::OCIDescriptor blob;
        std::string diffId, chainId; // digests
    };
    // `placed`: tells of each fetched layer that is on the disk, whatever becomes of the others; on any
    // thread.
    LayerFetch(std::string repository, const Workshop &workshop, const KnownLayer &known,
               Commits::Placed placed, Transfers &transfers);
    // The records of `layers` (bottom first), in their order; all are on the disk. They are fetched from the
    // largest down: one that begins late must not be long.
    Result<std::vector<LayerRecord>> run(const std::vector<Layer> &layers);
    [[nodiscard]] bool fetchedAny() const { return m_fetchedAny; }

private:
    Result<LayerRecord> fetch(Session &session, const Layer &layer, Commits &commits);
    Result<std::optional<LayerRecord>> existing(const Layer &layer) const;
    Result<LayerRecord> unpackInto(storage::LayerDraft &draft, api::ByteSource &source, const Layer &layer,
                                   Commits &commits);

    const std::string m_repository;
    const Workshop &m_workshop;
    const KnownLayer &m_known;
    const Commits::Placed m_placed;
    Transfers &m_transfers;
    std::atomic<bool> m_fetchedAny = false;
};

} // namespace quayside::images
