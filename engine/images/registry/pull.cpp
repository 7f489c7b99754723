#include "engine/images/registry/pull.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/manifesttree.h"
#include "engine/images/registry/blobsource.h"
#include "engine/images/registry/indexfetch.h"

namespace quayside::images
{
namespace
{

constexpr int deepestIndex = 4;
constexpr const char *manifestTypes =
    "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
    "application/vnd.docker.distribution.manifest.list.v2+json, "
    "application/vnd.docker.distribution.manifest.v2+json";

class Pull
{
public:
    Pull(const PullRequest &request, const Workshop &workshop, const KnownLayer &known,
         const ProgressSink &progress)
        : m_request(request), m_workshop(workshop), m_known(known), m_progress(progress),
          m_what("pulling " + request.reference.familiar())
    {
    }
    Result<PulledImage> run();

private:
    Result<std::string> fetchManifest(const std::string &reference, const std::string &digest);
    Result<Manifest> chooseManifest(PulledImage &pulled);
    Result<std::string> fetchConfiguration(const api::OCIDescriptor &config);
    Result<> fetchLayers(const Manifest &manifest, ImageRecord &record, bool &fetchedAny);
    Result<> keepManifest(PulledImage &pulled);
    Result<> keepIndex(PulledImage &pulled);
    void say(const std::string &status, const std::string &id = {}) const;

    const PullRequest &m_request;
    const Workshop &m_workshop;
    const KnownLayer &m_known;
    const ProgressSink &m_progress;
    const std::string m_what;
    std::unique_ptr<Session> m_session;
    std::string m_index; // what the reference led to, where it is one
};

void Pull::say(const std::string &status, const std::string &id) const
{
    if (!m_progress)
        return;
    const std::string which = id.empty() ? "" : ",\"id\":" + api::quotedJson(id);
    m_progress("{\"status\":" + api::quotedJson(status) + which + "}");
}

// `digest`: what it must have; empty: whatever the tag leads to.
Result<std::string> Pull::fetchManifest(const std::string &reference, const std::string &digest)
{
    const std::string path = "/v2/" + m_request.reference.path + "/manifests/" + reference;
    TRY(HttpAnswer answer, m_session->call({.url = path, .headers = {{"Accept", manifestTypes}}},
                                           pullScope(m_request.reference.path), maxDocument));
    if (answer.head.status != 200)
        return registryError(answer.head, answer.body, m_what);
    if (answer.head.header("content-type").contains("manifest.v1+prettyjws"))
        return fail(
            ErrorKind::NotSupported,
            "{}: its manifest is of schema 1, which Docker gave up in 2017: build and push the image anew",
            m_what);
    if (const std::string own = digestOf(answer.body); !digest.empty() && own != digest)
        return fail(ErrorKind::InvalidArgument, "{}: the manifest {} is damaged: what came has the digest {}",
                    m_what, digest, own);
    return std::move(answer.body);
}

// From an index to the manifest for the platform.
Result<Manifest> Pull::chooseManifest(PulledImage &pulled)
{
    const Reference &reference = m_request.reference;
    TRY(pulled.manifest,
        fetchManifest(reference.digest.empty() ? reference.tag : reference.digest, reference.digest));
    pulled.manifestDigest = digestOf(pulled.manifest);
    for (int depth = 0; depth < deepestIndex; ++depth) {
        auto manifest = parseManifest(pulled.manifest);
        if (!manifest)
            return wrap(std::move(manifest).error(), "{}", m_what);
        if (!manifest->isIndex)
            return manifest;
        if (depth == 0)
            m_index = pulled.manifest;
        auto chosen = choose(manifest->manifests, m_request.platform, Sole::MustFit);
        if (!chosen)
            return wrap(std::move(chosen).error(), "{}", m_what);
        TRY(pulled.manifest, fetchManifest(chosen->digest, chosen->digest));
    }
    return fail(ErrorKind::InvalidArgument, "{}: its index leads to another one, {} times", m_what,
                deepestIndex);
}

Result<std::string> Pull::fetchConfiguration(const api::OCIDescriptor &config)
{
    if (config.size < 0 || static_cast<std::size_t>(config.size) > maxDocument)
        return fail(ErrorKind::TooLarge, "{}: its configuration has {} bytes, {} are taken", m_what,
                    config.size, maxDocument);
    const BlobPlace place{m_request.reference.path, config.digest, static_cast<std::uint64_t>(config.size)};
    BlobSource source(*m_session, place);
    std::string text;
    char buffer[16 * 1024];
    while (true) {
        TRY(const std::size_t got, source.read(buffer));
        if (got == 0)
            break;
        text.append(buffer, got);
    }
    if (digestOf(text) != config.digest)
        return fail(ErrorKind::InvalidArgument,
                    "{}: its configuration {} is damaged: what came has the digest {}", m_what, config.digest,
                    digestOf(text));
    return text;
}

Result<> Pull::fetchLayers(const Manifest &manifest, ImageRecord &record, bool &fetchedAny)
{
    const auto &diffIds = record.document.diffIds;
    if (manifest.layers.size() != diffIds.size())
        return fail(ErrorKind::InvalidArgument, "{}: its manifest has {} layers, its configuration {}",
                    m_what, manifest.layers.size(), diffIds.size());
    std::vector<LayerFetch::Layer> layers;
    std::string parent;
    for (std::size_t i = 0; i < diffIds.size(); ++i) {
        const api::OCIDescriptor &blob = manifest.layers[i];
        if (!blob.urls.empty() || blob.size < 0)
            return fail(ErrorKind::NotSupported,
                        "{}: its layer {} lies elsewhere; such layers are not fetched", m_what, blob.digest);
        parent = chainId(parent, diffIds[i]);
        layers.push_back({blob, diffIds[i], parent});
    }
    Transfers transfers(*m_session, m_progress, m_request.registry.cancelled);
    LayerFetch fetch(m_request.reference.path, m_workshop, m_known, m_request.placed, transfers);
    TRY(record.layers, fetch.run(layers));
    fetchedAny = fetch.fetchedAny();
    return {};
}

// Its very bytes: a push sends them again, and the digest stays.
Result<> Pull::keepManifest(PulledImage &pulled)
{
    pulled.record.manifest = digestOf(pulled.manifest);
    CHECK(m_workshop.blobs.keep(pulled.manifest));
    return m_workshop.blobs.flushNames();
}

Result<> Pull::keepIndex(PulledImage &pulled)
{
    auto tree = readManifestTree(m_index, [this](const api::OCIDescriptor &wanted) {
        return fetchManifest(wanted.digest, wanted.digest);
    });
    if (!tree)
        return wrap(std::move(tree).error(), "{}", m_what);
    Transfers transfers(*m_session, m_progress, m_request.registry.cancelled);
    IndexFetch fetch(m_request.reference.path, m_workshop, m_request.placed, transfers);
    CHECK(fetch.run(*tree));
    pulled.index = {pulled.manifestDigest, digestsOf(*tree)};
    pulled.wasThere = pulled.wasThere && !fetch.fetchedAny();
    return {};
}

Result<PulledImage> Pull::run()
{
    auto session = Session::connect(m_request.registry);
    if (!session)
        return wrap(std::move(session).error(), "{}", m_what);
    m_session = *std::move(session);
    PulledImage pulled;
    TRY(const Manifest manifest, chooseManifest(pulled));
    say("Pulling from " + m_request.reference.path,
        m_request.reference.tag.empty() ? m_request.reference.digest : m_request.reference.tag);
    TRY(pulled.record.configuration, fetchConfiguration(manifest.config));
    pulled.record.id = manifest.config.digest;
    auto document = parseDocument(pulled.record.configuration);
    if (!document)
        return wrap(std::move(document).error(), "{}", m_what);
    pulled.record.document = *std::move(document);
    CHECK(keepManifest(pulled));
    bool fetchedAny = false;
    CHECK(fetchLayers(manifest, pulled.record, fetchedAny));
    pulled.wasThere = !fetchedAny;
    if (m_request.allPlatforms && m_index.empty())
        say(m_request.reference.familiar() + " is for one platform only");
    else if (m_request.allPlatforms)
        CHECK(keepIndex(pulled));
    return pulled;
}

} // namespace

Result<PulledImage> pull(const PullRequest &request, const Workshop &workshop, const KnownLayer &known,
                         const ProgressSink &progress)
{
    return Pull(request, workshop, known, progress).run();
}

} // namespace quayside::images
