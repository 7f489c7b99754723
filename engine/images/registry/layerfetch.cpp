#include "engine/images/registry/layerfetch.h"

#include "engine/images/content/digest.h"
#include "engine/images/registry/blobdownload.h"

namespace quayside::images
{

LayerFetch::LayerFetch(std::string repository, const Workshop &workshop, const KnownLayer &known,
                       Commits::Placed placed, Transfers &transfers)
    : m_repository(std::move(repository)), m_workshop(workshop), m_known(known), m_placed(std::move(placed)),
      m_transfers(transfers)
{
}

Result<std::vector<LayerRecord>> LayerFetch::run(const std::vector<Layer> &layers)
{
    std::vector<LayerRecord> records(layers.size());
    std::vector<std::uint64_t> sizes;
    for (const Layer &layer : layers) {
        m_transfers.say(blobStatus("Pulling fs layer", layer.blob.digest));
        sizes.push_back(static_cast<std::uint64_t>(layer.blob.size));
    }
    const auto order = largestFirst(sizes);
    Commits commits(m_workshop, [this](const LayerRecord &record) {
        if (m_placed)
            m_placed(record);
        m_transfers.say(blobStatus("Pull complete", record.blob));
    });
    CHECK(m_transfers.run(layers.size(), [&](Session &session, std::size_t turn) -> Result<> {
        TRY(records[order[turn]], fetch(session, layers[order[turn]], commits));
        return {};
    }));
    CHECK(commits.finish());
    m_transfers.deliver();
    return records;
}

// The layer is there. Its blob is this registry's, where it lies here; else the one that came with another
// image.
Result<std::optional<LayerRecord>> LayerFetch::existing(const Layer &layer) const
{
    const std::string id = hexOf(layer.chainId);
    if (!m_workshop.layers.contains(id))
        return std::nullopt;
    TRY(const auto info, m_workshop.layers.info(id));
    LayerRecord record{.id = id,
                       .diffId = layer.diffId,
                       .blob = layer.blob.digest,
                       .mediaType = layer.blob.mediaType,
                       .blobSize = static_cast<std::uint64_t>(layer.blob.size),
                       .size = info.bytes};
    const auto known = m_known(id);
    const bool vouchedFor = known && known->blob == layer.blob.digest;
    if (vouchedFor && m_workshop.blobs.contains(layer.blob.digest))
        return record;
    return known && (known->packed || m_workshop.blobs.contains(known->blob)) ? std::optional(*known)
                                                                              : std::nullopt;
}

Result<LayerRecord> LayerFetch::unpackInto(storage::LayerDraft &draft, api::ByteSource &source,
                                           const Layer &layer, Commits &commits)
{
    UnpackOptions options{.program = m_workshop.unpackProgram, .limits = m_workshop.limits};
    options.progress = [&, last = std::uint64_t{0}](std::uint64_t bytes) mutable {
        commits.note(bytes - std::exchange(last, bytes));
    };
    auto unpacked = unpack(source, draft.folder(), options);
    if (!unpacked)
        return wrap(std::move(unpacked).error(), "layer {}", layer.blob.digest);
    if (unpacked->digest != layer.blob.digest)
        return fail(ErrorKind::InvalidArgument, "layer {} is damaged: what came has the digest {}",
                    layer.blob.digest, unpacked->digest);
    if (unpacked->diffId != layer.diffId)
        return fail(
            ErrorKind::InvalidArgument,
            "layer {} is another one: its content has the digest {}, the image's configuration says {}",
            layer.blob.digest, unpacked->diffId, layer.diffId);
    return LayerRecord{.id = hexOf(layer.chainId),
                       .diffId = layer.diffId,
                       .blob = layer.blob.digest,
                       .mediaType = layer.blob.mediaType,
                       .blobSize = unpacked->archiveBytes,
                       .size = unpacked->bytes};
}

Result<LayerRecord> LayerFetch::fetch(Session &session, const Layer &layer, Commits &commits)
{
    const std::string &digest = layer.blob.digest;
    TRY(auto there, existing(layer));
    if (there) {
        m_transfers.say(blobStatus("Already exists", digest));
        return *std::move(there);
    }
    m_fetchedAny = true;
    const BlobPlace place{m_repository, digest, static_cast<std::uint64_t>(layer.blob.size)};
    std::unique_ptr<storage::LayerDraft> draft;
    LayerRecord record;
    TRY(BlobFile file, fetchBlob(m_workshop.blobs, place, [&](BlobFile &into) -> Result<> {
            draft.reset(); // of an attempt before
            TRY(draft, m_workshop.layers.begin());
            BlobDownload blob(session, place, into);
            CountedSource counted(blob, [&](std::uint64_t bytes) {
                m_transfers.say(blobProgress("Downloading", digest, bytes, place.size));
            });
            TRY(record, unpackInto(*draft, counted, layer, commits));
            return {};
        }));
    m_transfers.say(blobStatus("Download complete", digest));
    commits.add(std::move(draft), std::move(file), record);
    return record;
}

} // namespace quayside::images
