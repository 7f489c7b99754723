// Images, implemented: the catalog of what there is, and the ways in and out of it.
#pragma once

#include "engine/images/catalog.h"
#include "engine/images/diskusage.h"
#include "engine/images/explorer.h"
#include "engine/images/images.h"
#include "engine/images/keptlayers.h"
#include "engine/images/registry/pull.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace quayside::images
{

class ImageService : public Images
{
public:
    ImageService(Options options, Records &records, storage::LayerStore &layers, api::EventSink sink,
                 std::unique_ptr<Catalog> catalog, std::unique_ptr<BlobStore> blobs,
                 std::unique_ptr<KeptLayers> kept);
    ~ImageService() override;

    Result<Image> resolve(const Peer &peer, const std::string &nameOrId) const override;
    Result<std::vector<api::ImageSummary>> list(const Peer &peer, bool sharedSize,
                                                const api::Filters &filters) const override;
    [[nodiscard]] std::int64_t layersSize(const Peer &peer) const override;
    Result<api::ImageInspect> inspect(const Peer &peer, const std::string &nameOrId) const override;
    Result<std::vector<api::ImageHistoryItem>> history(const Peer &peer,
                                                       const std::string &nameOrId) const override;
    Result<> tag(const Peer &peer, const std::string &nameOrId, const std::string &repository,
                 const std::string &tag) override;
    Result<std::vector<api::ImageDeleteItem>> remove(const Peer &peer, const std::string &nameOrId,
                                                     bool force, bool noPrune, const UsersOf &inUse) override;
    Result<api::ImagePruneReport> prune(const Peer &peer, const api::Filters &filters,
                                        const UsersOf &inUse) override;
    Result<Manifests> manifests(const Peer &peer, const std::string &nameOrId,
                                const UsersOf &inUse) const override;
    Result<api::ImagePrunePreview> previewPrune(const Peer &peer, const api::Filters &filters,
                                                const UsersOf &inUse) const override;
    Result<api::ImageDisk> disk(const Peer &peer, const std::string &nameOrId,
                                const UsersOf &inUse) const override;
    Contents &contents() override { return m_explorer; }
    Result<> load(const Peer &peer, api::ByteSource &archive, const LoadWanted &wanted,
                  const ProgressSink &progress) override;
    Result<> save(const Peer &peer, const std::vector<std::string> &names, api::ByteSink &archive) override;
    Result<std::string> import(const Peer &peer, api::ByteSource &archive, const std::string &repository,
                               const std::string &tag, const std::string &message,
                               const std::vector<std::string> &changes,
                               const ProgressSink &progress) override;
    Result<std::string> commit(const Peer &peer, const CommitRequest &request) override;
    Result<std::shared_ptr<const ImageRecord>> record(const Peer &peer,
                                                      const std::string &nameOrId) const override;
    Result<std::string> add(const Peer &peer, ImageRecord image,
                            const std::vector<std::string> &names) override;
    std::shared_ptr<void> hold() override { return std::make_shared<Making>(*this); }
    Result<std::uint64_t> collectLayers() override { return collect(); }
    Result<std::string> makeBase(const Peer &peer, const BaseImageRequest &request,
                                 const std::function<bool()> &cancelled,
                                 const ProgressSink &progress) override;
    Result<> pull(const Peer &peer, const PullWanted &wanted, const std::function<bool()> &cancelled,
                  const ProgressSink &progress) override;
    Result<> push(const Peer &peer, const std::string &image, const Credentials &credentials,
                  const std::function<bool()> &cancelled, const ProgressSink &progress) override;
    Result<> makeStarters() override;
    Result<std::string> provideStarter(const Peer &peer, const std::string &name) override;

    // Removes layers and blobs that no image uses, unless one is just being made, or they are kept for the
    // next pull.
    Result<std::uint64_t> collect();

private:
    [[nodiscard]] std::optional<KeptLayers::Time> nextKeptEnd() const;
    void collectKept(const std::stop_token &stop);
    void wakeCollector();
    void noteKept(const LayerRecord &layer);
    // While one lives nothing is collected: its layers have no image yet. The last one collects if it was
    // asked for.
    class Making
    {
    public:
        explicit Making(ImageService &service);
        ~Making();
        Making(const Making &) = delete;
        Making &operator=(const Making &) = delete;

    private:
        ImageService &m_service;
    };

    // exchange.cpp
    [[nodiscard]] Session::Options sessionOptions(const Peer &peer, const Reference &reference,
                                                  const Credentials &credentials,
                                                  const std::function<bool()> &cancelled) const;
    Result<PulledImage> fetch(PullRequest request, const ProgressSink &progress);
    Result<> pullOne(const Peer &peer, const PullRequest &request, const ProgressSink &progress);
    [[nodiscard]] std::set<std::string> tagsHere(const Peer &peer, const Reference &repository) const;
    Result<> pushOne(const Peer &peer, const Reference &reference, const Credentials &credentials,
                     const std::function<bool()> &cancelled, const ProgressSink &progress);
    Result<> pullAllTags(const Peer &peer, PullRequest request, const ProgressSink &progress);

    // A one-layer image of a root file system's tar, not yet in the catalog.
    Result<ImageRecord> imageOf(api::ByteSource &archive, ImageDocument document, const std::string &status,
                                const ProgressSink &progress);
    Result<LayerRecord> layerOf(const CommitRequest &request, const std::string &parentLayer);
    Result<> addStarter(const std::string &name, std::uint32_t owner, const std::string &layer,
                        ImageDocument document);
    Result<> makeStarter(const std::string &name, std::uint32_t owner);
    [[nodiscard]] Workshop workshop() { return {m_layers, *m_blobs, m_options.unpackProgram, {}}; }
    void announce(const std::string &action, const ImageRecord &image, const std::string &name,
                  std::uint32_t owner) const;

    // removal.cpp. What one removal takes: names, and the hold of these owners on the image.
    struct Release {
        std::vector<TagKey> names;
        std::set<std::uint32_t> owners;
    };
    struct Released {
        std::vector<api::ImageDeleteItem> items;
        std::int64_t bytes = 0; // of layers and blobs that no image has any more
    };
    Result<Release> releaseOf(const Peer &peer, const std::string &nameOrId, const std::string &id,
                              bool force, const std::vector<User> &users) const;
    Result<Released> release(const ImagePointer &image, const Release &taken, const std::vector<User> &users);
    // Who holds the image once `taken` is gone; nobody: it goes.
    [[nodiscard]] std::set<std::uint32_t> ownersAfter(const std::string &id, const Release &taken,
                                                      const std::vector<User> &users) const;
    // What a prune takes, in its order.
    struct Prunable {
        Catalog::Tagged image;
        Release taken;
        std::vector<User> users;
    };
    Result<std::vector<Prunable>> prunable(const Peer &peer, const api::Filters &filters,
                                           const UsersOf &inUse) const;
    [[nodiscard]] DiskUse diskUse() const { return {m_catalog->images(), *m_blobs}; }

    Options m_options;
    Records &m_records;
    storage::LayerStore &m_layers;
    api::EventSink m_sink;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<KeptLayers> m_kept;
    std::mutex m_makingMutex; // of the two below, and of collecting
    int m_making = 0;
    bool m_collectDue = false;
    std::mutex m_removeMutex; // one removal at a time: it looks, then acts
    Explorer m_explorer;
    std::mutex m_keptMutex;
    std::condition_variable_any m_keptChanged;
    std::jthread m_keptCollector; // sleeps until the first of m_kept is over
};

} // namespace quayside::images
