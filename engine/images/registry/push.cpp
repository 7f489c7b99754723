#include "engine/images/registry/push.h"

#include "engine/api/http/uri.h"
#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/manifest.h"
#include "engine/images/pack/pack.h"
#include "engine/images/registry/gzip.h"

#include <fcntl.h>

namespace quayside::images
{
namespace
{

Result<> copyAll(int file, api::ByteSink &out)
{
    FileSource source(file);
    std::vector<char> buffer(256 * 1024);
    while (true) {
        TRY(const std::size_t got, source.read(buffer));
        if (got == 0)
            return {};
        CHECK(out.write({buffer.data(), got}));
    }
}

class Push
{
public:
    Push(const PushRequest &request, const Workshop &workshop, const ProgressSink &progress)
        : m_request(request), m_workshop(workshop), m_progress(progress), m_image(request.image),
          m_what("pushing " + request.reference.familiar()),
          m_scope("repository:" + request.reference.path + ":pull,push")
    {
    }
    Result<PushedImage> run();

private:
    Result<> sendLayer(Session &session, std::size_t index, Transfers &transfers);
    Result<bool> isThereOtherwise(Session &session, std::size_t index, Transfers &transfers);
    Result<> sendFile(Session &session, const LayerRecord &layer, int file, Transfers &transfers);
    [[nodiscard]] bool isCompressedHere(std::size_t index) const;
    static void becomeSent(LayerRecord &layer);
    Result<> writeTar(const LayerRecord &layer, api::ByteSink &out);
    Result<Fd> compress(LayerRecord &layer);
    Result<bool> isInPlace(Session &session, const LayerRecord &layer, Transfers &transfers);
    Result<bool> isThere(Session &session, const std::string &digest);
    Result<bool> mount(Session &session, const std::string &digest);
    Result<> send(Session &session, const std::string &digest, HttpRequest body);
    Result<std::string> beginUpload(Session &session, const std::string &query, bool &mounted);
    Result<> readManifest();
    [[nodiscard]] std::string manifest() const;
    Result<> sendManifest(const std::string &manifest);
    [[nodiscard]] std::string path(const std::string &rest) const
    {
        return "/v2/" + m_request.reference.path + rest;
    }

    const PushRequest &m_request;
    const Workshop &m_workshop;
    const ProgressSink &m_progress;
    ImageRecord m_image;    // its layers become what was sent
    Manifest m_came;        // its own, where it came from a registry; else without layers
    std::string m_cameText; // the same as bytes
    const std::string m_what, m_scope;
    std::unique_ptr<Session> m_session;
};

// What is not compressed, unless it came like this from a registry.
bool Push::isCompressedHere(std::size_t index) const
{
    const LayerRecord &layer = m_image.layers[index];
    const bool came = index < m_came.layers.size() && m_came.layers[index].digest == layer.blob;
    return layer.packed || (layer.blob == layer.diffId && !came);
}

Result<> Push::writeTar(const LayerRecord &layer, api::ByteSink &out)
{
    if (!layer.packed) {
        TRY(const Fd blob, m_workshop.blobs.openBlob(layer.blob));
        return copyAll(blob.get(), out);
    }
    // A layer that was made here has no blob.
    TRY(const Fd path, m_workshop.layers.openLayer(layer.id));
    const Fd folder(::openat(path.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "reading the layer {}", layer.diffId);
    return packLayer(folder.get(), out);
}

// Into a file without a name.
Result<Fd> Push::compress(LayerRecord &layer)
{
    TRY(BlobFile file, m_workshop.blobs.create());
    GzipSink gzip(file);
    CHECK(writeTar(layer, gzip));
    CHECK(gzip.finish());
    layer.sent = gzip.digest();
    layer.sentSize = gzip.size();
    return Fd(::fcntl(file.file(), F_DUPFD_CLOEXEC, 0));
}

Result<bool> Push::isThere(Session &session, const std::string &digest)
{
    TRY(const HttpAnswer answer, session.call({.method = "HEAD", .url = path("/blobs/" + digest)}, m_scope));
    if (answer.head.status == 200)
        return true;
    if (answer.head.status == 404)
        return false;
    return registryError(answer.head, answer.body, m_what);
}

// Where the upload goes on; `mounted`: it is over already (distribution-spec, "Mounting a blob from another
// repository").
Result<std::string> Push::beginUpload(Session &session, const std::string &query, bool &mounted)
{
    TRY(const HttpAnswer answer,
        session.call({.method = "POST", .url = path("/blobs/uploads/" + query)}, m_scope));
    mounted = answer.head.status == 201;
    if (mounted)
        return std::string();
    const std::string location = answer.head.header("location");
    if (answer.head.status != 202)
        return registryError(answer.head, answer.body, m_what);
    if (location.empty())
        return fail(ErrorKind::Unavailable, "{}: the registry does not say where to", m_what);
    return location;
}

Result<bool> Push::mount(Session &session, const std::string &digest)
{
    for (const std::string &sibling : m_request.siblings) {
        bool mounted = false;
        const auto begun =
            beginUpload(session, "?" + api::encodeQuery({{"mount", digest}, {"from", sibling}}), mounted);
        if (begun && mounted)
            return true;
        if (!begun && begun.error().kind == ErrorKind::Cancelled)
            return std::unexpected(begun.error());
    }
    return false;
}

// In one request. One that breaks begins anew: registries forget what they had of it.
Result<> Push::send(Session &session, const std::string &digest, HttpRequest body)
{
    for (int count = 1;; ++count) {
        bool mounted = false;
        TRY(const std::string location, beginUpload(session, "", mounted));
        body.method = "PUT";
        body.url = location + (location.contains('?') ? "&" : "?") + api::encodeQuery({{"digest", digest}});
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

// What goes out of a layer that is compressed here.
void Push::becomeSent(LayerRecord &layer)
{
    layer.blob = layer.sent;
    layer.blobSize = layer.sentSize;
    layer.mediaType = "application/vnd.oci.image.layer.v1.tar+gzip";
}

// Nothing has to be sent.
Result<bool> Push::isInPlace(Session &session, const LayerRecord &layer, Transfers &transfers)
{
    TRY(const bool there, isThere(session, layer.blob));
    if (there) {
        transfers.say(blobStatus("Layer already exists", layer.diffId));
        return true;
    }
    TRY(const bool mounted, mount(session, layer.blob));
    if (mounted)
        transfers.say(blobStatus("Mounted from a sibling repository", layer.diffId));
    return mounted;
}

// Where the registry has another form of the layer than the one that lies here, that one: as it came with the
// image's manifest, or as an earlier push compressed it.
Result<bool> Push::isThereOtherwise(Session &session, std::size_t index, Transfers &transfers)
{
    LayerRecord &layer = m_image.layers[index];
    std::vector<LayerRecord> forms;
    if (index < m_came.layers.size() && m_came.layers[index].digest != layer.blob &&
        m_came.layers[index].size >= 0) {
        forms.push_back(layer);
        forms.back().blob = m_came.layers[index].digest;
        forms.back().blobSize = static_cast<std::uint64_t>(m_came.layers[index].size);
        forms.back().mediaType = m_came.layers[index].mediaType;
    }
    if (isCompressedHere(index) && !layer.sent.empty()) {
        forms.push_back(layer);
        becomeSent(forms.back());
    }
    for (LayerRecord &form : forms) {
        TRY(const bool there, isInPlace(session, form, transfers));
        if (!there)
            continue;
        layer = std::move(form);
        return true;
    }
    return false;
}

Result<> Push::sendLayer(Session &session, std::size_t index, Transfers &transfers)
{
    TRY(const bool otherwise, isThereOtherwise(session, index, transfers));
    if (otherwise)
        return {};
    LayerRecord &layer = m_image.layers[index];
    Fd file;
    if (isCompressedHere(index)) {
        TRY(file, compress(layer));
        becomeSent(layer);
    } else {
        TRY(file, m_workshop.blobs.openBlob(layer.blob));
    }
    TRY(const bool inPlace, isInPlace(session, layer, transfers));
    return inPlace ? Result<>() : sendFile(session, layer, file.get(), transfers);
}

Result<> Push::sendFile(Session &session, const LayerRecord &layer, int file, Transfers &transfers)
{
    transfers.say(blobStatus("Pushing", layer.diffId));
    HttpRequest body{.file = file};
    body.sent = [&, last = std::chrono::steady_clock::time_point()](std::uint64_t bytes) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < std::chrono::milliseconds(100))
            return;
        last = now;
        transfers.say(blobProgress("Pushing", layer.diffId, bytes, layer.blobSize));
    };
    CHECK(send(session, layer.blob, std::move(body)));
    transfers.say(blobStatus("Pushed", layer.diffId));
    return {};
}

Result<> Push::readManifest()
{
    if (m_image.manifest.empty() || !m_workshop.blobs.contains(m_image.manifest))
        return {};
    TRY(const Fd file, m_workshop.blobs.openBlob(m_image.manifest));
    TRY(m_cameText, readAll(file.get(), maxDocument, "the manifest"));
    auto parsed = parseManifest(m_cameText);
    if (parsed && parsed->layers.size() == m_image.layers.size())
        m_came = *std::move(parsed);
    return {};
}

// As it came, where all of it is what is sent now.
std::string Push::manifest() const
{
    bool same = !m_came.layers.empty();
    for (std::size_t i = 0; same && i < m_image.layers.size(); ++i)
        same = m_came.layers[i].digest == m_image.layers[i].blob;
    return same ? m_cameText : encodeManifest(m_image);
}

Result<> Push::sendManifest(const std::string &manifest)
{
    const auto json = api::parseJson(manifest);
    const bool typed = json && json->is_object() && json->contains("mediaType");
    const std::string type = typed ? json->at("mediaType").get<std::string>() : std::string(ociManifestType);
    TRY(const HttpAnswer answer, m_session->call({.method = "PUT",
                                                  .url = path("/manifests/" + m_request.reference.tag),
                                                  .headers = {{"Content-Type", type}},
                                                  .body = manifest},
                                                 m_scope));
    if (answer.head.status != 201 && answer.head.status != 200 && answer.head.status != 202)
        return registryError(answer.head, answer.body, m_what);
    return {};
}

Result<PushedImage> Push::run()
{
    auto session = Session::connect(m_request.registry);
    if (!session)
        return wrap(std::move(session).error(), "{}", m_what);
    m_session = *std::move(session);
    if (m_progress)
        m_progress("{\"status\":" +
                   api::quotedJson("The push refers to repository [" + m_request.reference.domain + "/" +
                                   m_request.reference.path + "]") +
                   "}");
    Transfers transfers(*m_session, m_progress, m_request.registry.cancelled);
    CHECK(readManifest());
    std::vector<std::uint64_t> sizes;
    for (const LayerRecord &layer : m_image.layers) {
        transfers.say(blobStatus("Preparing", layer.diffId));
        sizes.push_back(layer.size);
    }
    const auto order = largestFirst(sizes);
    CHECK(transfers.run(m_image.layers.size(), [&](Session &one, std::size_t turn) {
        return sendLayer(one, order[turn], transfers);
    }));
    TRY(const bool there, isThere(*m_session, m_image.id));
    if (!there)
        CHECK(send(*m_session, m_image.id, {.body = m_image.configuration}));
    const std::string text = manifest();
    CHECK(sendManifest(text));
    return PushedImage{digestOf(text), text.size(), std::move(m_image.layers)};
}

} // namespace

Result<PushedImage> push(const PushRequest &request, const Workshop &workshop, const ProgressSink &progress)
{
    return Push(request, workshop, progress).run();
}

} // namespace quayside::images
