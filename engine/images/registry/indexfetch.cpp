#include "engine/images/registry/indexfetch.h"

#include "engine/images/content/digest.h"
#include "engine/images/registry/blobdownload.h"

namespace quayside::images
{

IndexFetch::IndexFetch(std::string repository, const Workshop &workshop, const Commits::Placed &placed,
                       Transfers &transfers)
    : m_repository(std::move(repository)), m_workshop(workshop), m_placed(placed), m_transfers(transfers)
{
}

LayerRecord blobRecord(const std::string &digest)
{
    return {
        .id = hexOf(digest), .diffId = {}, .blob = digest, .mediaType = {}}; // no chain id is a blob's digest
}

Result<> IndexFetch::read(api::ByteSource &source, const std::string &digest)
{
    std::vector<char> buffer(std::size_t{64} * 1024);
    Sha256 sum;
    while (true) {
        TRY(const std::size_t got, source.read(buffer));
        if (got == 0)
            break;
        sum.add({buffer.data(), got});
    }
    if (const std::string own = sum.digest(); own != digest)
        return fail(ErrorKind::InvalidArgument, "the blob {} is damaged: what came has the digest {}", digest,
                    own);
    return {};
}

Result<> IndexFetch::fetch(Session &session, const api::OCIDescriptor &blob)
{
    const BlobPlace place{m_repository, blob.digest, static_cast<std::uint64_t>(blob.size)};
    TRY(const BlobFile file, fetchBlob(m_workshop.blobs, place, [&](BlobFile &into) {
            BlobDownload download(session, place, into);
            CountedSource counted(download, [&](std::uint64_t bytes) {
                m_transfers.say(blobProgress("Downloading", blob.digest, bytes, place.size));
            });
            return read(counted, blob.digest);
        }));
    m_transfers.say(blobStatus("Download complete", blob.digest));
    CHECK(file.flush());
    CHECK(m_workshop.blobs.adopt(file.file(), blob.digest));
    if (m_placed)
        m_placed(blobRecord(blob.digest));
    m_transfers.say(blobStatus("Pull complete", blob.digest));
    return {};
}

Result<> IndexFetch::run(const ManifestTree &tree)
{
    std::vector<api::OCIDescriptor> missing;
    std::vector<std::uint64_t> sizes;
    for (const api::OCIDescriptor &blob : blobsOf(tree)) {
        if (m_workshop.blobs.contains(blob.digest))
            continue;
        m_transfers.say(blobStatus("Pulling fs layer", blob.digest));
        sizes.push_back(static_cast<std::uint64_t>(blob.size));
        missing.push_back(blob);
    }
    m_fetchedAny = !missing.empty();
    const auto order = largestFirst(sizes);
    CHECK(m_transfers.run(missing.size(), [&](Session &session, std::size_t turn) {
        return fetch(session, missing[order[turn]]);
    }));
    for (const ManifestNode &node : tree)
        CHECK(m_workshop.blobs.keep(node.text));
    CHECK(m_workshop.blobs.flushNames());
    m_transfers.deliver();
    return {};
}

} // namespace quayside::images
