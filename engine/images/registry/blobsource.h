// A blob of a registry as it comes, from one end to the other whatever happens to the connection.
#pragma once

#include "engine/images/registry/session.h"

namespace quayside::images
{

struct BlobPlace {
    std::string repository; // "library/busybox"
    std::string digest;
    std::uint64_t size = 0; // what the manifest says
};

std::string blobPath(const BlobPlace &place);         // "/v2/library/busybox/blobs/sha256:…"
std::string pullScope(const std::string &repository); // "repository:library/busybox:pull"

// Goes on with a Range request where a connection breaks, at most five times. Ends after `size` bytes;
// TooLarge where more come, Unavailable where less. Digests are the reader's to check. The session must
// outlive it.
class BlobSource : public api::ByteSource
{
public:
    // `from`: the first byte that is wanted.
    BlobSource(Session &session, BlobPlace place, std::uint64_t from = 0)
        : m_session(session), m_place(std::move(place)), m_at(from)
    {
    }
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    Result<> connect();
    Result<std::size_t> readOnce(std::span<char> buffer);

    Session &m_session;
    const BlobPlace m_place;
    std::unique_ptr<HttpBody> m_body;
    std::uint64_t m_at = 0, m_skip = 0; // m_skip: what a server without ranges sends again
    int m_attempts = 0;
};

} // namespace quayside::images
