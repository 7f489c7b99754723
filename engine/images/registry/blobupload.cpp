#include "engine/images/registry/blobupload.h"

#include "engine/api/http/uri.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace quayside::images
{
namespace
{

constexpr std::uint64_t usualChunk = std::uint64_t{8} << 20;
constexpr std::uint64_t largestChunk = std::uint64_t{1} << 30; // whatever a registry asks for

std::optional<std::uint64_t> numberIn(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// "0-499" → 500. "0-0" is one byte, or what registries say of nothing at all; `otherwise` decides.
std::uint64_t arrived(const std::string &range, std::uint64_t otherwise)
{
    const auto last = numberIn(std::string_view(range).substr(range.find('-') + 1));
    if (!last || !range.contains('-'))
        return otherwise;
    return *last == 0 ? std::min<std::uint64_t>(otherwise, 1) : *last + 1;
}

} // namespace

BlobUpload::BlobUpload(Session &session, std::string uploads, std::string scope, std::string what)
    : m_session(session), m_uploads(std::move(uploads)), m_scope(std::move(scope)), m_what(std::move(what))
{
}

Result<> BlobUpload::begin()
{
    TRY(const HttpAnswer answer, m_session.call({.method = "POST", .url = m_uploads}, m_scope));
    if (answer.head.status != 202)
        return registryError(answer.head, answer.body, m_what);
    m_at = 0;
    m_smallest = std::min(numberIn(answer.head.header("oci-chunk-min-length")).value_or(0), largestChunk);
    m_location = answer.head.header("location");
    if (m_location.empty())
        return fail(ErrorKind::Unavailable, "{}: the registry does not say where to", m_what);
    return {};
}

// Notes of a failure whether another attempt may help.
Result<> BlobUpload::check(const Result<HttpAnswer> &answer, int wanted)
{
    if (answer && answer->head.status == wanted)
        return {};
    m_tooLarge = answer && answer->head.status == 413;
    // 416: it has not got what we believe; 404: the upload is gone.
    m_mayPass = answer ? isPassing(answer->head.status) || answer->head.status == 416 ||
                             (answer->head.status == 404 && m_at > 0)
                       : answer.error().kind == ErrorKind::Unavailable;
    m_retryAfter = answer ? answer->head.header("retry-after") : std::string();
    if (!answer)
        return wrap(answer.error(), "{}", m_what);
    return registryError(answer->head, answer->body, m_what);
}

void BlobUpload::moveOn(const HttpHead &head, std::uint64_t otherwise)
{
    m_at = arrived(head.header("range"), otherwise);
    if (const std::string location = head.header("location"); !location.empty())
        m_location = location;
}

Result<> BlobUpload::finish(const Content &content, HttpRequest request)
{
    request.method = "PUT";
    request.url =
        m_location + (m_location.contains('?') ? "&" : "?") + api::encodeQuery({{"digest", content.digest}});
    request.headers["Content-Type"] = "application/octet-stream";
    return check(m_session.callOnce(std::move(request), m_scope), 201);
}

Result<> BlobUpload::sendChunk(const Content &content)
{
    const std::uint64_t length = std::min(std::max(usualChunk, m_smallest), content.size - m_at);
    HttpRequest request{.method = "PATCH", .url = m_location, .file = content.file};
    request.from = m_at;
    request.length = length;
    request.headers = {{"Content-Type", "application/octet-stream"},
                       {"Content-Range", std::format("{}-{}", m_at, m_at + length - 1)}};
    if (content.sent)
        request.sent = [&, at = m_at](std::uint64_t bytes) { content.sent(at + bytes); };
    const auto answer = m_session.callOnce(std::move(request), m_scope);
    CHECK(check(answer, 202));
    const std::uint64_t before = m_at;
    moveOn(answer->head, before + length);
    if (m_at <= before || m_at > before + length) {
        m_mayPass = false;
        return fail(ErrorKind::Unavailable, "{}: the registry took none of a chunk, or more than was sent",
                    m_what);
    }
    return {};
}

Result<> BlobUpload::sendOnce(const Content &content, bool inChunks)
{
    if (m_location.empty())
        CHECK(begin());
    const bool whole = content.file < 0 || (!inChunks && (m_smallest == 0 || content.size <= m_smallest));
    if (whole && m_at == 0)
        return finish(content, {.body = content.text, .file = content.file, .sent = content.sent});
    while (m_at < content.size)
        CHECK(sendChunk(content));
    return finish(content, {});
}

Result<bool> BlobUpload::findPlace()
{
    if (m_location.empty())
        return false;
    auto answer = m_session.callOnce({.url = m_location}, m_scope);
    if (!answer && answer.error().kind != ErrorKind::Unavailable)
        return std::unexpected(std::move(answer).error());
    if (!answer || (answer->head.status != 204 && answer->head.status != 200))
        return false;
    moveOn(answer->head, 0);
    return true;
}

Result<bool> BlobUpload::isThere(const Content &content)
{
    const std::string blob = m_uploads.substr(0, m_uploads.rfind("uploads/")) + content.digest;
    TRY(const HttpAnswer answer, m_session.call({.method = "HEAD", .url = blob}, m_scope));
    return answer.head.status == 200;
}

Result<> BlobUpload::send(const Content &content)
{
    int failures = 0;
    bool inChunks = false;
    for (std::uint64_t reached = 0;;) {
        m_mayPass = m_tooLarge = false;
        auto sent = sendOnce(content, inChunks);
        if (sent)
            return {};
        const bool goesOn = m_mayPass || (m_tooLarge && !inChunks && content.file >= 0);
        failures = m_at > reached ? 1 : failures + 1;
        if (!goesOn || !m_session.pause(failures, m_retryAfter))
            return sent;
        reached = std::max(reached, m_at);
        inChunks = true;
        TRY(const bool known, findPlace());
        if (known && content.file >= 0 && m_at <= content.size)
            continue;
        m_location.clear();
        m_at = 0;
        TRY(const bool there, isThere(content)); // the last answer alone may have been lost
        if (there)
            return {};
    }
}

} // namespace quayside::images
