#include "engine/images/registry/push.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/manifest.h"
#include "engine/images/pack/pack.h"
#include "engine/images/registry/gzip.h"
#include "engine/images/registry/pushindex.h"
#include "engine/images/registry/pushtarget.h"

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
          m_target(request.reference, request.siblings)
    {
    }
    Result<PushedImage> run();

private:
    Result<> sendLayer(Session &session, std::size_t index, Transfers &transfers);
    Result<bool> isThereOtherwise(Session &session, std::size_t index, Transfers &transfers);
    [[nodiscard]] bool isCompressedHere(std::size_t index) const;
    static void becomeSent(LayerRecord &layer);
    Result<> writeTar(const LayerRecord &layer, api::ByteSink &out);
    Result<Fd> compress(LayerRecord &layer);
    Result<bool> isInPlace(Session &session, const LayerRecord &layer, Transfers &transfers);
    Result<> readManifest();
    [[nodiscard]] std::string manifest() const;
    Result<PushedImage> sendImage(Transfers &transfers);
    Result<PushedImage> sendIndex(Transfers &transfers);

    const PushRequest &m_request;
    const Workshop &m_workshop;
    const ProgressSink &m_progress;
    ImageRecord m_image;    // its layers become what was sent
    Manifest m_came;        // its own, where it came from a registry; else without layers
    std::string m_cameText; // the same as bytes
    const PushTarget m_target;
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
    TRY(const PushTarget::Place place, m_target.placeOf(session, layer.blob));
    if (place == PushTarget::Place::There)
        transfers.say(blobStatus("Layer already exists", layer.diffId));
    if (place == PushTarget::Place::Mounted)
        transfers.say(blobStatus("Mounted from a sibling repository", layer.diffId));
    return place != PushTarget::Place::Missing;
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
    if (inPlace)
        return {};
    const api::OCIDescriptor blob{.mediaType = layer.mediaType,
                                  .digest = layer.blob,
                                  .size = static_cast<std::int64_t>(layer.blobSize)};
    return sendFile(m_target, session, blob, file.get(), layer.diffId, transfers);
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

Result<PushedImage> Push::sendImage(Transfers &transfers)
{
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
    TRY(const bool there, m_target.isThere(*m_session, m_image.id));
    if (!there)
        CHECK(m_target.send(*m_session, {.digest = m_image.id, .text = m_image.configuration}));
    const std::string text = manifest();
    CHECK(m_target.sendManifest(*m_session, m_request.reference.tag, text));
    return PushedImage{digestOf(text), text.size(), std::move(m_image.layers)};
}

Result<PushedImage> Push::sendIndex(Transfers &transfers)
{
    auto tree = readKeptIndex(m_workshop.blobs, m_request.index);
    if (!tree)
        return wrap(std::move(tree).error(), "{}: its platforms", m_target.what());
    CHECK(pushIndex(*tree, m_request.reference.tag, m_target, m_workshop.blobs, *m_session, transfers));
    return PushedImage{m_request.index, tree->back().text.size(), std::move(m_image.layers)};
}

Result<PushedImage> Push::run()
{
    auto session = Session::connect(m_request.registry);
    if (!session)
        return wrap(std::move(session).error(), "{}", m_target.what());
    m_session = *std::move(session);
    if (m_progress)
        m_progress("{\"status\":" +
                   api::quotedJson("The push refers to repository [" + m_request.reference.domain + "/" +
                                   m_request.reference.path + "]") +
                   "}");
    Transfers transfers(*m_session, m_progress, m_request.registry.cancelled);
    return m_request.index.empty() ? sendImage(transfers) : sendIndex(transfers);
}

} // namespace

Result<PushedImage> push(const PushRequest &request, const Workshop &workshop, const ProgressSink &progress)
{
    return Push(request, workshop, progress).run();
}

} // namespace quayside::images
