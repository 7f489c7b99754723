#include "engine/images/imageservice.h"

#include "engine/images/archive/layers.h"
#include "engine/images/content/reference.h"

#include <algorithm>

namespace quayside::images
{

Result<std::unique_ptr<Images>> Images::open(const Options &options, Records &records,
                                             storage::LayerStore &layers, api::EventSink sink)
{
    TRY(auto catalog, Catalog::open(records));
    TRY(auto blobs, BlobStore::open(options.root));
    TRY(auto kept, KeptLayers::open(records, std::chrono::system_clock::now()));
    auto service = std::make_unique<ImageService>(options, records, layers, std::move(sink),
                                                  std::move(catalog), std::move(blobs), std::move(kept));
    TRY([[maybe_unused]] const auto freed, service->collect()); // what an engine that died while loading has left
    return service;
}

ImageService::ImageService(Options options, Records &records, storage::LayerStore &layers,
                           api::EventSink sink, std::unique_ptr<Catalog> catalog,
                           std::unique_ptr<BlobStore> blobs, std::unique_ptr<KeptLayers> kept)
    : m_options(std::move(options)), m_records(records), m_layers(layers), m_sink(std::move(sink)),
      m_catalog(std::move(catalog)), m_blobs(std::move(blobs)), m_kept(std::move(kept)),
      m_explorer(
          *m_catalog, layers, [this] { return std::make_shared<Making>(*this); }, m_options.unpackProgram),
      m_keptCollector([this](const std::stop_token &stop) { collectKept(stop); })
{
}

ImageService::~ImageService()
{
    m_keptCollector.request_stop();
    m_keptCollector.join();
}

ImageService::Making::Making(ImageService &service) : m_service(service)
{
    const std::lock_guard lock(m_service.m_makingMutex);
    ++m_service.m_making;
}

ImageService::Making::~Making()
{
    bool due = false;
    {
        const std::lock_guard lock(m_service.m_makingMutex);
        due = --m_service.m_making == 0 && m_service.m_collectDue;
    }
    if (due)
        (void)m_service.collect(); // what stays now goes at the next one
}

Result<std::uint64_t> ImageService::collect()
{
    const std::lock_guard lock(m_makingMutex);
    m_collectDue = m_making > 0;
    if (m_collectDue)
        return 0;
    auto layers = m_catalog->layersInUse();
    auto blobs = m_catalog->blobsInUse();
    for (const LayerRecord &layer : m_kept->all()) {
        layers.push_back(layer.id);
        blobs.insert(layer.blob);
    }
    if (m_options.keptLayers)
        std::ranges::move(m_options.keptLayers(), std::back_inserter(layers));
    TRY(const std::uint64_t bytes, m_layers.removeExcept(layers));
    CHECK(m_blobs->removeExcept(blobs));
    return bytes;
}

void ImageService::wakeCollector()
{
    {
        const std::scoped_lock lock(m_keptMutex); // else it may be about to wait
    }
    m_keptChanged.notify_all();
}

void ImageService::noteKept(const LayerRecord &layer)
{
    {
        const std::scoped_lock lock(m_keptMutex);
        m_kept->keep(layer, std::chrono::system_clock::now());
    }
    m_keptChanged.notify_all();
}

// When the first of what is kept is over: a layer, or a part of a blob.
std::optional<KeptLayers::Time> ImageService::nextKeptEnd() const
{
    const auto layers = m_kept->nextEnd(), parts = m_blobs->partial().nextEnd();
    return layers && parts ? std::min(*layers, *parts) : layers ? layers : parts;
}

void ImageService::collectKept(const std::stop_token &stop)
{
    std::unique_lock lock(m_keptMutex);
    auto earliest = KeptLayers::Time::min(); // what cannot be removed is not tried without a pause
    while (!stop.stop_requested()) {
        const auto end = nextKeptEnd();
        if (!end) {
            m_keptChanged.wait(lock, stop, [this] { return nextKeptEnd().has_value(); });
            continue;
        }
        m_keptChanged.wait_until(lock, stop, std::max(*end, earliest), [] { return false; });
        const auto now = std::chrono::system_clock::now();
        if (stop.stop_requested() || now < *end || now < earliest)
            continue;
        earliest = now + std::chrono::minutes(1);
        m_kept->releaseOld(now);
        m_blobs->partial().removeOld(now);
        lock.unlock();
        (void)collect(); // what stays now goes at the next one
        lock.lock();
    }
}

// As dockerd: the image's labels and its name.
void ImageService::announce(const std::string &action, const ImageRecord &image, const std::string &name,
                            std::uint32_t owner) const
{
    if (!m_sink)
        return;
    api::Event event{.type = "image", .action = action, .actor = {image.id, image.document.config.labels}};
    event.actor.attributes["name"] = name;
    event.owner = owner;
    event.isPublic = owner == systemUser;
    m_sink(std::move(event));
}

Result<Image> ImageService::resolve(const Peer &peer, const std::string &nameOrId) const
{
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, nameOrId));
    const ImageDocument &document = found.image->document;
    Image image{.id = found.image->id,
                .name = nameOrId,
                .config = document.config,
                .architecture = document.architecture,
                .os = document.os,
                .variant = document.variant};
    if (const auto reference = parseTagged(nameOrId);
        reference && m_catalog->named(peer.uid, reference->familiar()))
        image.name = reference->familiar();
    for (const LayerRecord &layer : found.image->layers)
        image.layers.push_back(layer.id);
    return image;
}

Result<> ImageService::load(const Peer &peer, api::ByteSource &archive, const LoadWanted &wanted,
                            const ProgressSink &progress)
{
    const Making making(*this);
    auto loaded =
        images::load(archive, workshop(), wanted.allPlatforms, wanted.quiet ? ProgressSink() : progress);
    if (!loaded) {
        const std::lock_guard lock(m_makingMutex);
        m_collectDue = true;
        return std::unexpected(loaded.error());
    }
    for (LoadedImage &image : *loaded)
        if (!image.index.digest.empty())
            image.record.indexes[peer.uid] = image.index;
    CHECK(m_catalog->add(*loaded, peer.uid));
    for (const LoadedImage &image : *loaded) {
        if (image.names.empty() && progress)
            progress(streamLine("Loaded image ID: " + image.record.id + "\n"));
        for (const std::string &name : image.names) {
            if (progress)
                progress(streamLine("Loaded image: " + name + "\n"));
            announce("tag", image.record, name, peer.uid);
        }
        announce("load", image.record, image.record.id, peer.uid);
    }
    return {};
}

Result<> ImageService::save(const Peer &peer, const std::vector<std::string> &names, api::ByteSink &archive)
{
    const Making making(*this); // the blobs stay while they are read
    std::vector<SavedImage> images;
    for (const std::string &name : names) {
        TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, name));
        auto saved = std::ranges::find_if(
            images, [&](const SavedImage &image) { return image.record.id == found.image->id; });
        if (saved == images.end())
            saved = images.insert(images.end(), SavedImage{.record = *found.image, .names = {}});
        if (const KeptIndex *index = indexOf(*found.image, peer.uid))
            saved->index = index->digest;
        // By name: that name. By id: none, as docker save does.
        const auto reference = parseTagged(name);
        if (reference && std::ranges::contains(found.names, reference->familiar()) &&
            !std::ranges::contains(saved->names, reference->familiar()))
            saved->names.push_back(reference->familiar());
    }
    return images::save(images, *m_blobs, m_layers, archive);
}

} // namespace quayside::images
