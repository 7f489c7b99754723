#include "engine/images/registry/pushtarget.h"

#include "engine/api/http/uri.h"
#include "engine/api/json.h"
#include "engine/images/content/manifest.h"

namespace quayside::images
{

PushTarget::PushTarget(const Reference &reference, std::set<std::string> siblings)
    : m_path("/v2/" + reference.path), m_what("pushing " + reference.familiar()),
      m_scope("repository:" + reference.path + ":pull,push"), m_siblings(std::move(siblings))
{
}

Result<bool> PushTarget::isThere(Session &session, const std::string &digest) const
{
    TRY(const HttpAnswer answer,
        session.call({.method = "HEAD", .url = m_path + "/blobs/" + digest}, m_scope));
    if (answer.head.status == 200)
        return true;
    if (answer.head.status == 404)
        return false;
    return registryError(answer.head, answer.body, m_what);
}

// distribution-spec, "Pushing blobs" and "Mounting a blob from another repository".
Result<PushTarget::Upload> PushTarget::begin(Session &session, const std::string &query) const
{
    TRY(const HttpAnswer answer,
        session.call({.method = "POST", .url = m_path + "/blobs/uploads/" + query}, m_scope));
    if (answer.head.status == 201)
        return Upload{.location = {}, .mounted = true};
    if (answer.head.status != 202)
        return registryError(answer.head, answer.body, m_what);
    Upload upload{.location = answer.head.header("location")};
    if (upload.location.empty())
        return fail(ErrorKind::Unavailable, "{}: the registry does not say where to", m_what);
    return upload;
}

Result<bool> PushTarget::mount(Session &session, const std::string &digest) const
{
    for (const std::string &sibling : m_siblings) {
        const auto begun = begin(session, "?" + api::encodeQuery({{"mount", digest}, {"from", sibling}}));
        if (begun && begun->mounted)
            return true;
        if (!begun && begun.error().kind == ErrorKind::Cancelled)
            return std::unexpected(begun.error());
    }
    return false;
}

Result<PushTarget::Place> PushTarget::placeOf(Session &session, const std::string &digest) const
{
    TRY(const bool there, isThere(session, digest));
    if (there)
        return Place::There;
    TRY(const bool mounted, mount(session, digest));
    return mounted ? Place::Mounted : Place::Missing;
}

// In one request. One that breaks begins anew: registries forget what they had of it.
Result<> PushTarget::send(Session &session, const std::string &digest, HttpRequest body) const
{
    for (int count = 1;; ++count) {
        TRY(const Upload upload, begin(session, ""));
        body.method = "PUT";
        body.url = upload.location + (upload.location.contains('?') ? "&" : "?") +
                   api::encodeQuery({{"digest", digest}});
        body.headers["Content-Type"] = "application/octet-stream";
        auto answer = session.callOnce(body, m_scope);
        if (answer && answer->head.status == 201)
            return {};
        const bool passing =
            answer ? isPassing(answer->head.status) : answer.error().kind == ErrorKind::Unavailable;
        if (passing && session.pause(count, answer ? answer->head.header("retry-after") : std::string()))
            continue;
        if (!answer)
            return wrap(std::move(answer).error(), "{}", m_what);
        return registryError(answer->head, answer->body, m_what);
    }
}

Result<> PushTarget::sendManifest(Session &session, const std::string &name,
                                  const std::string &manifest) const
{
    const auto json = api::parseJson(manifest);
    const bool typed = json && json->is_object() && json->contains("mediaType");
    const std::string type = typed ? json->at("mediaType").get<std::string>() : std::string(ociManifestType);
    TRY(const HttpAnswer answer, session.call({.method = "PUT",
                                               .url = m_path + "/manifests/" + name,
                                               .headers = {{"Content-Type", type}},
                                               .body = manifest},
                                              m_scope));
    if (answer.head.status != 201 && answer.head.status != 200 && answer.head.status != 202)
        return registryError(answer.head, answer.body, m_what);
    return {};
}

} // namespace quayside::images
