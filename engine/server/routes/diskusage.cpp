// GET  /system/df?type=…     what lies on the disk, of the kinds asked for (image, container, volume,
// build-cache; else all)
#include "engine/server/routes/resources.h"

#include "engine/build/build.h"
#include "engine/containers/containers.h"
#include "engine/images/images.h"
#include "engine/server/routes/decoding.h"
#include "engine/volumes/volumes.h"

#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace quayside::server
{

namespace
{

using Kinds = std::set<std::string>;

Result<Kinds> kindsOf(const Request &request)
{
    const Kinds known = {"container", "image", "volume", "build-cache"};
    Kinds kinds;
    const auto [first, last] = request.query.equal_range("type");
    for (auto entry = first; entry != last; ++entry) {
        if (!known.contains(entry->second))
            return fail(ErrorKind::InvalidArgument, "unknown object type: {}", entry->second);
        kinds.insert(entry->second);
    }
    return kinds.empty() ? known : kinds;
}

// Sizes are read from the trees themselves, since what runs may write at any time; those of images are known
// for good. Walks of one user's never go on twice at a time: who asks meanwhile gets what the first one
// finds.
class DiskUsage
{
public:
    DiskUsage(containers::Containers &containers, images::Images &images, volumes::Volumes &volumes,
              build::Builds &builds)
        : m_containers(containers), m_images(images), m_volumes(volumes), m_builds(builds)
    {
    }

    Result<std::string> find(const access::Peer &peer, const Kinds &kinds)
    {
        const Key key{peer.uid, kinds};
        std::promise<Result<std::string>> promise;
        std::shared_future<Result<std::string>> running;
        {
            const std::scoped_lock lock(m_mutex);
            if (const auto known = m_running.find(key); known != m_running.end())
                running = known->second;
            else
                m_running.emplace(key, promise.get_future().share());
        }
        if (running.valid())
            return running.get();
        auto found = walk(peer, kinds);
        {
            const std::scoped_lock lock(m_mutex);
            m_running.erase(key);
        }
        promise.set_value(found);
        return found;
    }

private:
    using Key = std::pair<std::uint32_t, Kinds>;

    Result<std::string> walk(const access::Peer &peer, const Kinds &kinds)
    {
        std::vector<api::ContainerSummary> containers;
        if (kinds.contains("container") || kinds.contains("image")) {
            TRY(containers, m_containers.list(peer, true, {}, kinds.contains("container"), {}));
        }
        std::string images = "null", volumes = "null";
        std::int64_t layers = 0;
        if (kinds.contains("image")) {
            TRY(images, imagesOf(peer, containers));
            layers = m_images.layersSize(peer);
        }
        if (kinds.contains("volume"))
            volumes = volumesOf(peer);
        return "{\"LayersSize\":" + std::to_string(layers) + ",\"Images\":" + images +
               ",\"Containers\":" + (kinds.contains("container") ? encode(containers) : "null") +
               ",\"Volumes\":" + volumes +
               ",\"BuildCache\":" + (kinds.contains("build-cache") ? buildCacheOf(m_builds, peer) : "null") +
               "}";
    }

    Result<std::string> imagesOf(const access::Peer &peer,
                                 const std::vector<api::ContainerSummary> &containers)
    {
        TRY(auto images, m_images.list(peer, true, {}));
        std::map<std::string, std::int64_t> users;
        for (const auto &container : containers)
            ++users[container.imageID];
        for (auto &image : images)
            image.containers = users[image.id];
        return encode(images);
    }

    std::string volumesOf(const access::Peer &peer)
    {
        std::string text;
        for (const auto &volume : m_volumes.usage(peer.uid))
            text += (text.empty() ? "[" : ",") + encode(volume);
        return text.empty() ? "[]" : text + "]";
    }

    containers::Containers &m_containers;
    images::Images &m_images;
    volumes::Volumes &m_volumes;
    build::Builds &m_builds;
    std::mutex m_mutex;
    std::map<Key, std::shared_future<Result<std::string>>> m_running;
};

} // namespace

Routes diskUsageRoutes(containers::Containers &containers, images::Images &images, volumes::Volumes &volumes,
                       build::Builds &builds)
{
    const auto usage = std::make_shared<DiskUsage>(containers, images, volumes, builds);
    return {
        {"GET", "/system/df", CallHandler([usage](const Request &request) -> Result<Response> {
             TRY(const Kinds kinds, kindsOf(request));
             TRY(const std::string found, usage->find(request.peer, kinds));
             return Response::json(found);
         })},
    };
}

} // namespace quayside::server
