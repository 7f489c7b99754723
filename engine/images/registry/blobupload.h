// One blob on its way to a registry (OCI distribution-spec v1.1, "Pushing blobs").
#pragma once

#include "engine/images/registry/session.h"

#include <functional>
#include <string>

namespace quayside::images
{

// In one request. In chunks where the registry asks for them (OCI-Chunk-Min-Length) or that request was too
// large or broke: then it goes on behind what has arrived, where the registry still knows it, and else begins
// anew.
class BlobUpload
{
public:
    struct Content {
        std::string digest, text{};                      // text: all of it, where it is small
        int file = -1;                                   // else an open file (borrowed)
        std::uint64_t size = 0;                          // bytes
        std::function<void(std::uint64_t bytes)> sent{}; // so far; may be empty
    };
    // `uploads`: the path where one begins ("/v2/library/busybox/blobs/uploads/"); `what` is tried, for
    // errors.
    BlobUpload(Session &session, std::string uploads, std::string scope, std::string what);
    // Five failures one after the other end it, where nothing more has arrived meanwhile.
    Result<> send(const Content &content);

private:
    Result<> begin();
    Result<> sendOnce(const Content &content, bool inChunks);
    Result<> sendChunk(const Content &content);
    Result<> finish(const Content &content, HttpRequest request);
    Result<bool> isThere(const Content &content);
    Result<bool> findPlace(); // whether the registry still has what has arrived
    Result<> check(const Result<HttpAnswer> &answer, int wanted);
    void moveOn(const HttpHead &head, std::uint64_t otherwise);

    Session &m_session;
    const std::string m_uploads, m_scope, m_what;
    std::string m_location;                     // where the upload goes on; "": it has to begin
    std::uint64_t m_at = 0, m_smallest = 0;     // bytes that have arrived; of a chunk, as the registry wants
    bool m_mayPass = false, m_tooLarge = false; // of the last failure
    std::string m_retryAfter;
};

} // namespace quayside::images
