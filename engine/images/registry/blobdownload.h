// A blob of a registry on its way into a file, going on from what came of it before.
#pragma once

#include "engine/images/content/blobstore.h"
#include "engine/images/registry/blobsource.h"

#include <optional>

namespace quayside::images
{

// All of the blob, from its first byte: what lies in `file` already, then what the registry has, which is
// written behind it. Nothing is verified here; a reader that finds it wrong drops the file. Both are
// borrowed.
class BlobDownload : public api::ByteSource
{
public:
    BlobDownload(Session &session, const BlobPlace &place, BlobFile &file)
        : m_file(file), m_there(file.sizeAtStart()), m_rest(session, place, m_there)
    {
    }
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    BlobFile &m_file;
    const std::uint64_t m_there; // bytes
    std::uint64_t m_at = 0;
    BlobSource m_rest;
};

// After a fetch that failed: false where what came may be what is wrong, or there is no room for it.
bool mayGoOn(const Error &error);

// Calls `attempt` with a file for the blob until it is done; where it failed of what an earlier fetch had
// left, once more, from the beginning. What is worth it is left for the next fetch. The file is as attempt()
// left it, and dropped.
Result<BlobFile> fetchBlob(BlobStore &blobs, const BlobPlace &place,
                           const std::function<Result<>(BlobFile &file)> &attempt);

} // namespace quayside::images
