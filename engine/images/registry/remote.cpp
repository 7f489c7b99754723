#include "engine/images/registry/remote.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/document.h"
#include "engine/images/content/manifest.h"
#include "engine/images/registry/blobsource.h"

#include <algorithm>

namespace quayside::images
{
namespace
{

constexpr const char *manifestTypes =
    "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
    "application/vnd.docker.distribution.manifest.list.v2+json, "
    "application/vnd.docker.distribution.manifest.v2+json";

std::string manifestPath(const Reference &reference, const std::string &which)
{
    return "/v2/" + reference.path + "/manifests/" + which;
}

// What the document says of itself counts for more than the header, which may be a guess.
std::string mediaTypeOf(const HttpAnswer &answer)
{
    const auto json = api::parseJson(answer.body);
    if (json && json->is_object() && json->contains("mediaType") && json->at("mediaType").is_string())
        return json->at("mediaType").get<std::string>();
    const std::string type = answer.head.header("content-type");
    return type.substr(0, type.find(';'));
}

Result<api::OCIPlatform> platformOf(Session &session, const Reference &reference,
                                    const api::OCIDescriptor &config)
{
    const std::string what = "asking what " + reference.familiar() + " runs on";
    if (config.size < 0 || static_cast<std::size_t>(config.size) > maxDocument)
        return fail(ErrorKind::TooLarge, "{}: its configuration has {} bytes, {} are taken", what,
                    config.size, maxDocument);
    const BlobPlace place{reference.path, config.digest, static_cast<std::uint64_t>(config.size)};
    TRY(const HttpAnswer answer,
        session.call({.url = blobPath(place)}, pullScope(reference.path), maxDocument));
    if (answer.head.status != 200)
        return registryError(answer.head, answer.body, what);
    if (digestOf(answer.body) != config.digest)
        return fail(ErrorKind::InvalidArgument,
                    "{}: its configuration {} is damaged: what came has the digest {}", what, config.digest,
                    digestOf(answer.body));
    const auto document = parseDocument(answer.body);
    if (!document) // a chart, a signature: anything may lie in a registry
        return api::OCIPlatform{};
    return api::OCIPlatform{.architecture = document->architecture,
                            .os = document->os,
                            .osVersion = document->osVersion,
                            .osFeatures = {},
                            .variant = document->variant};
}

// The error of a registry that was set up without deletion: 405, or a status with the code of the
// distribution-spec.
bool isUnsupported(const HttpAnswer &answer)
{
    return answer.head.status == 405 ||
           (answer.head.status >= 400 && answer.body.contains("\"UNSUPPORTED\""));
}

} // namespace

Result<RemoteManifest> fetchRemoteManifest(Session &session, const Reference &reference,
                                           const std::string &scope, const std::string &what)
{
    const std::string &which = reference.digest.empty() ? reference.tag : reference.digest;
    TRY(HttpAnswer answer,
        session.call({.url = manifestPath(reference, which), .headers = {{"Accept", manifestTypes}}}, scope,
                     maxDocument));
    if (answer.head.status != 200)
        return registryError(answer.head, answer.body, what);
    RemoteManifest manifest{.text = {}, .digest = digestOf(answer.body), .mediaType = mediaTypeOf(answer)};
    if (!reference.digest.empty() && manifest.digest != reference.digest)
        return fail(ErrorKind::InvalidArgument, "{}: the manifest {} is damaged: what came has the digest {}",
                    what, reference.digest, manifest.digest);
    manifest.text = std::move(answer.body);
    return manifest;
}

Result<api::DistributionInspect> inspectRemote(Session &session, const Reference &reference)
{
    const std::string what = "asking for " + reference.familiar();
    TRY(const RemoteManifest found, fetchRemoteManifest(session, reference, pullScope(reference.path), what));
    api::DistributionInspect answer;
    answer.descriptor.mediaType = found.mediaType;
    answer.descriptor.digest = found.digest;
    answer.descriptor.size = static_cast<std::int64_t>(found.text.size());
    const auto manifest = parseManifest(found.text);
    if (!manifest)
        return wrap(manifest.error(), "{}", what);
    if (!manifest->isIndex) {
        TRY(const auto platform, platformOf(session, reference, manifest->config));
        if (!platform.architecture.empty() || !platform.variant.empty())
            answer.platforms.push_back(platform);
        return answer;
    }
    for (const api::OCIDescriptor &one : manifest->manifests)
        if (one.platform && !isAttestation(one))
            answer.platforms.push_back(*one.platform);
    return answer;
}

Result<std::string> deleteRemote(Session &session, const Reference &reference)
{
    const std::string what = "deleting " + reference.familiar(),
                      scope = "repository:" + reference.path + ":pull,delete";
    std::string digest = reference.digest;
    if (digest.empty()) {
        TRY(const RemoteManifest found, fetchRemoteManifest(session, reference, scope, what));
        digest = found.digest;
    }
    TRY(const HttpAnswer answer,
        session.call({.method = "DELETE", .url = manifestPath(reference, digest)}, scope));
    if (answer.head.status == 202 || answer.head.status == 200 || answer.head.status == 204)
        return digest;
    if (isUnsupported(answer))
        return fail(
            ErrorKind::Forbidden,
            "{}: the registry {} does not allow deletion; who runs it can allow it (of docker-registry: "
            "storage.delete.enabled in its configuration)",
            what, reference.domain);
    return registryError(answer.head, answer.body, what);
}

} // namespace quayside::images
