// A container's own files become a layer on top of its image: POST /commit.
#include "engine/images/imageservice.h"

#include "engine/images/content/digest.h"
#include "engine/images/content/manifest.h"
#include "engine/images/content/reference.h"
#include "engine/images/pack/hashing.h"
#include "engine/images/pack/layercopy.h"

#include <chrono>

namespace quayside::images
{
namespace
{

// With nanoseconds: two commits of a second are two images.
std::string now()
{
    const auto time = std::chrono::system_clock::now();
    return std::format("{:%Y-%m-%dT%H:%M:%S}Z", std::chrono::floor<std::chrono::nanoseconds>(time));
}

ImageDocument documentOf(const ImageDocument &parent, const CommitRequest &request)
{
    ImageDocument document = parent;
    document.config = request.config;
    document.created = now();
    document.author = request.author;
    document.comment = request.comment;
    document.dockerVersion.clear();
    document.history.push_back({.created = document.created,
                                .createdBy = request.createdBy,
                                .comment = request.comment,
                                .emptyLayer = request.upper < 0});
    return document;
}

Result<> readAllOf(const CommitRequest &request, int draft, HashingSink &sum, std::uint64_t &bytes)
{
    TarWriter tar(sum);
    LayerCopy copy(tar, draft, request.skipped);
    auto read = walkTree(request.upper, copy);
    // The container need not wait for the disk, nor for an error.
    const auto told = request.copied ? request.copied() : Result<>();
    CHECK(std::move(read));
    CHECK(told);
    bytes = copy.bytes();
    return tar.finish();
}

} // namespace

Result<LayerRecord> ImageService::layerOf(const CommitRequest &request, const std::string &parentLayer)
{
    TRY(const auto draft, m_layers.begin());
    HashingSink sum;
    LayerRecord layer{.packed = true};
    CHECK(readAllOf(request, draft->folder(), sum, layer.size));
    layer.diffId = layer.blob = sum.finish();
    layer.blobSize = sum.bytes();
    layer.mediaType = layerMediaType({});
    layer.id = hexOf(parentLayer.empty() ? layer.diffId : chainId("sha256:" + parentLayer, layer.diffId));
    CHECK(draft->commit(layer.id, layer.size));
    return layer;
}

Result<std::string> ImageService::commit(const Peer &peer, const CommitRequest &request)
{
    std::vector<std::string> names;
    if (!request.repository.empty()) {
        TRY(const Reference reference, parseRepositoryAndTag(request.repository, request.tag));
        names.push_back(reference.familiar());
    }
    const Making making(*this);
    TRY(const Catalog::Tagged parent, m_catalog->find(peer.uid, request.parent));
    ImageRecord record;
    record.layers = parent.image->layers;
    record.document = documentOf(parent.image->document, request);
    if (request.upper >= 0) {
        auto layer = layerOf(request, record.layers.empty() ? std::string() : record.layers.back().id);
        if (!layer) {
            const std::lock_guard lock(m_makingMutex);
            m_collectDue = true;
            return std::unexpected(std::move(layer).error());
        }
        record.document.diffIds.push_back(layer->diffId);
        record.layers.push_back(*std::move(layer));
    } else if (request.copied) {
        CHECK(request.copied());
    }
    record.configuration = encodeDocument(record.document);
    record.id = digestOf(record.configuration);
    CHECK(m_catalog->add({{record, names}}, peer.uid));
    for (const std::string &name : names)
        announce("tag", record, name, peer.uid);
    return record.id;
}

} // namespace quayside::images
