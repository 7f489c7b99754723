#include "engine/images/registry/blobsource.h"

#include <algorithm>

namespace quayside::images
{

std::string blobPath(const BlobPlace &place)
{
    return "/v2/" + place.repository + "/blobs/" + place.digest;
}

std::string pullScope(const std::string &repository)
{
    return "repository:" + repository + ":pull";
}

Result<> BlobSource::connect()
{
    HttpRequest request{.url = blobPath(m_place)};
    if (m_at > 0)
        request.headers["Range"] = std::format("bytes={}-", m_at);
    TRY(m_body, m_session.open(std::move(request), pullScope(m_place.repository)));
    const HttpHead &head = m_body->head();
    const bool part = head.status == 206 && head.header("content-range").starts_with(std::format("bytes {}-", m_at));
    if (head.status != 200 && !part) {
        const auto said = readAnswer(*m_body, 64 * 1024);
        return registryError(head, said ? said->body : std::string(), "fetching the blob " + m_place.digest);
    }
    m_skip = part ? 0 : m_at;
    return {};
}

Result<std::size_t> BlobSource::readOnce(std::span<char> buffer)
{
    while (true) {
        const auto wanted = m_skip > 0 ? buffer.first(std::min<std::uint64_t>(m_skip, buffer.size())) : buffer;
        TRY(const std::size_t got, m_body->read(wanted));
        if (got == 0)
            return fail(ErrorKind::Unavailable, "the blob {} ended after {} of {} bytes", m_place.digest, m_at,
                        m_place.size);
        if (m_skip == 0)
            return got;
        m_skip -= got;
    }
}

Result<std::size_t> BlobSource::read(std::span<char> buffer)
{
    if (m_at == m_place.size)
        return 0;
    while (true) {
        if (!m_body)
            CHECK(connect()); // has tried five times itself
        auto got = readOnce(buffer);
        if (!got && got.error().kind == ErrorKind::Unavailable) {
            m_body.reset();
            if (m_session.pause(++m_attempts))
                continue;
        }
        if (!got)
            return got;
        if (*got > m_place.size - m_at)
            return fail(ErrorKind::TooLarge, "the blob {} has over {} bytes, which its manifest gives it", m_place.digest,
                        m_place.size);
        m_at += *got;
        return got;
    }
}

} // namespace quayside::images
