// A root file system becomes an image of one layer.
#include "engine/images/changes.h"
#include "engine/images/imageservice.h"

#include "engine/images/archive/layers.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/manifest.h"
#include "engine/images/content/reference.h"

#include <time.h>
#include <unistd.h>

#include <chrono>

namespace quayside::images
{
namespace
{

Result<std::string> mediaTypeOf(int file)
{
    char start[6] = {};
    if (::pread(file, start, sizeof start, 0) < 0)
        return failErrno(errno, "reading the archive");
    return layerMediaType({start, sizeof start});
}

// Whole megabytes, at most ten lines a second.
std::function<void(std::uint64_t)> counter(const std::string &status, const ProgressSink &progress)
{
    if (!progress)
        return {};
    return [status, progress, last = std::chrono::steady_clock::time_point()](std::uint64_t bytes) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < std::chrono::milliseconds(100))
            return;
        last = now;
        progress(std::format(R"({{"status":"{}","progressDetail":{{"current":{}}},"progress":"{} MB"}})",
                             status, bytes, bytes / 1'000'000));
    };
}

} // namespace

Result<ImageRecord> ImageService::imageOf(api::ByteSource &archive, ImageDocument document,
                                          const std::string &status, const ProgressSink &progress)
{
    TRY(BlobFile blob, m_blobs->create());
    TRY(const auto draft, m_layers.begin());
    const UnpackOptions options{
        .program = m_options.unpackProgram, .progress = counter(status, progress), .copy = &blob};
    TRY(const Unpacked unpacked, unpack(archive, draft->folder(), options));
    if (unpacked.entries == 0)
        return fail(ErrorKind::InvalidArgument,
                    "the archive is empty: a tar of a root file system is expected");
    if (!unpacked.endMarker)
        return fail(ErrorKind::InvalidArgument,
                    "the archive ends too early: its closing zero blocks are missing");
    LayerRecord layer{.id = hexOf(unpacked.diffId),
                      .diffId = unpacked.diffId,
                      .blob = unpacked.digest,
                      .blobSize = unpacked.archiveBytes,
                      .size = unpacked.bytes};
    TRY(layer.mediaType, mediaTypeOf(blob.file()));
    CHECK(m_blobs->adopt(blob.file(), unpacked.digest));
    CHECK(draft->commit(layer.id, unpacked.bytes));
    CHECK(m_blobs->flush());

    ImageRecord record;
    document.diffIds = {unpacked.diffId};
    record.configuration = encodeDocument(document);
    record.id = digestOf(record.configuration);
    record.document = std::move(document);
    record.layers = {std::move(layer)};
    return record;
}

Result<std::string> ImageService::import(const Peer &peer, api::ByteSource &archive,
                                         const std::string &repository, const std::string &tag,
                                         const std::string &message, const std::vector<std::string> &changes,
                                         const ProgressSink &progress)
{
    // Everything that can be wrong with the request, before the first byte is read.
    std::vector<std::string> names;
    if (!repository.empty()) {
        TRY(const Reference reference, parseRepositoryAndTag(repository, tag));
        names.push_back(reference.familiar());
    }
    ImageDocument document;
    for (const std::string &change : changes)
        CHECK(applyChange(document.config, change));
    const Platform host = hostPlatform();
    document.architecture = host.architecture;
    document.variant = host.variant;
    document.created = rfc3339(::time(nullptr));
    document.comment = message.empty() ? "Imported from -" : message;
    document.history = {{.created = document.created, .comment = document.comment}};

    const Making making(*this);
    auto record = imageOf(archive, std::move(document), "Importing", progress);
    if (!record) {
        const std::lock_guard lock(m_makingMutex);
        m_collectDue = true;
        return std::unexpected(record.error());
    }
    CHECK(m_catalog->add({{*record, names}}, peer.uid));
    announce("import", *record, names.empty() ? record->id : names.front(), peer.uid);
    for (const std::string &name : names)
        announce("tag", *record, name, peer.uid);
    return record->id;
}

} // namespace quayside::images
