// The layers of one image, from the registry into the store, several at a time.
#pragma once

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
    LayerFetch(std::string repository, const Workshop &workshop, const KnownLayer &known, Transfers &transfers)
        : m_repository(std::move(repository)), m_workshop(workshop), m_known(known), m_transfers(transfers)
    {
    }
    // The records of `layers` (bottom first), in their order.
    Result<std::vector<LayerRecord>> run(const std::vector<Layer> &layers);
    [[nodiscard]] bool fetchedAny() const { return m_fetchedAny; }

private:
    Result<LayerRecord> fetch(Session &session, const Layer &layer);
    Result<std::optional<LayerRecord>> existing(const Layer &layer) const;
    Result<LayerRecord> unpackInto(storage::LayerDraft &draft, BlobFile &copy, api::ByteSource &source,
                                   const Layer &layer);

    const std::string m_repository;
    const Workshop &m_workshop;
    const KnownLayer &m_known;
    Transfers &m_transfers;
    std::atomic<bool> m_fetchedAny = false;
};

} // namespace quayside::images
