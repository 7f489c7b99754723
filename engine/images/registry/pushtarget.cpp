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

// distribution-spec, "Mounting a blob from another repository". Any other answer than 201 begins an upload,
// which is left alone.
Result<bool> PushTarget::mount(Session &session, const std::string &digest) const
{
    for (const std::string &sibling : m_siblings) {
        const std::string query = api::encodeQuery({{"mount", digest}, {"from", sibling}});
        const auto answer =
            session.call({.method = "POST", .url = m_path + "/blobs/uploads/?" + query}, m_scope);
        if (answer && answer->head.status == 201)
            return true;
        if (!answer && answer.error().kind == ErrorKind::Cancelled)
            return std::unexpected(answer.error());
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

Result<> PushTarget::send(Session &session, const BlobUpload::Content &content) const
{
    return BlobUpload(session, m_path + "/blobs/uploads/", m_scope, m_what).send(content);
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
