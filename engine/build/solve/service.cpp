#include "engine/build/build.h"

#include "engine/build/context/callerfolder.h"
#include "engine/build/context/context.h"
#include "engine/build/context/uploadedsource.h"
#include "engine/build/solve/buildrun.h"
#include "engine/build/solve/enter.h"
#include "engine/build/sources/sources.h"
#include "engine/build/steps/cachemounts.h"
#include "engine/images/images.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <format>
#include <set>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace quayside::build
{
namespace
{

constexpr std::size_t mostDockerfile = 4 << 20; // bytes, as the parser takes
constexpr std::uint64_t leastCacheBytes = 2'000'000'000;
constexpr std::int64_t longestUnused =
    std::int64_t{60} * 24 * 3600 * 1'000'000'000; // ns, as BuildKit's policy

constexpr std::int64_t boundsPause = std::int64_t{60} * 1'000'000'000; // ns: of builds that made nothing

std::int64_t nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

struct Space {
    std::uint64_t total = 0, available = 0; // bytes
};

Space spaceOf(const std::string &path)
{
    struct statvfs found{};
    if (::statvfs(path.c_str(), &found) != 0)
        return {};
    return {found.f_blocks * found.f_frsize, found.f_bavail * found.f_frsize};
}

class Service final : public Builds
{
public:
    Service(std::string root, Services services, std::unique_ptr<CacheMounts> mounts)
        : m_root(std::move(root)), m_services(services), m_mounts(std::move(mounts)),
          m_stepImages(services.records, services.images, services.containers)
    {
    }

    BuildOutcome build(const Peer &peer, const BuildRequest &request, api::ByteSource &body,
                       const std::function<void(const BuildEvent &)> &sink,
                       const std::function<bool()> &cancelled) override;
    Result<Pruned> prune(const Peer &peer, const PruneRequest &request) override;
    std::vector<Usage> usage(const Peer &peer) const override;

    History &history() override { return m_services.history; }
    Result<api::BuildStepImage> enter(const Peer &peer, const std::string &build, int step) override
    {
        return enterStep(m_services, m_stepImages, peer, build, step);
    }
    void containerGone(const std::string &image) override { m_stepImages.containerGone(image); }
    Result<> forget(const Peer &peer, const std::string &build) override
    {
        CHECK(m_services.history.remove(peer, build));
        TRY([[maybe_unused]] const auto bytes, m_services.images.collectLayers());
        return {};
    }

private:
    struct Input {
        std::unique_ptr<FileSource> context;
        std::string dockerfile;
    };
    Result<Input> receive(const Peer &peer, const BuildRequest &request, api::ByteSource &body,
                          BuildFolder &folder, const std::function<bool()> &cancelled) const;
    BuildOutcome buildRecorded(const Peer &peer, const BuildRequest &request, api::ByteSource &body,
                               Recording &recording, const std::function<void(const BuildEvent &)> &sink,
                               const std::function<bool()> &cancelled);

    void keepInBounds(const Peer &peer);
    std::set<storage::LayerId> layersOfImages(const Peer &peer) const;

    const std::string m_root;
    const Services m_services;
    std::unique_ptr<CacheMounts> m_mounts;
    StepImages m_stepImages;
    mutable KnownUploads m_uploads;
    std::atomic<std::int64_t> m_boundsKept = 0; // when they were looked at last
};

Result<Service::Input> Service::receive(const Peer &peer, const BuildRequest &request, api::ByteSource &body,
                                        BuildFolder &folder, const std::function<bool()> &cancelled) const
{
    Input input;
    std::string path = request.dockerfile.empty() ? "Dockerfile" : request.dockerfile;
    const FetchOptions fetching{.peer = &peer, .cancelled = cancelled};
    if (request.directory) {
        Fd directory(::fcntl(request.directory->get(), F_DUPFD_CLOEXEC, 3));
        if (!directory)
            return failErrno(errno, "keeping the context open");
        TRY(input.context, callerSource(peer, std::move(directory), path));
    } else if (request.remote.empty()) {
        TRY(input.context, receiveUpload(folder, body, path, m_uploads, peer.uid));
    } else if (isGit(request.remote)) {
        TRY(auto fetched, fetchGit(request.remote, {.context = true, .dockerfile = path}, folder, fetching));
        input.context = std::move(fetched.source);
    } else if (isUrl(request.remote)) {
        TRY(auto fetched, fetchContext(request.remote, path, folder, fetching));
        input.context = std::move(fetched.source);
        if (fetched.onlyDockerfile)
            path = "Dockerfile";
    } else {
        return fail(ErrorKind::InvalidArgument,
                    "remote context {} is neither a git repository nor an http(s) address", request.remote);
    }
    TRY(input.dockerfile, readContextFile(*input.context, path, mostDockerfile));
    return input;
}

// The values of arguments may be secrets, as may be a password in an address.
api::BuildRecord described(const access::Peer &peer, const BuildRequest &request)
{
    api::BuildRecord record{.owner = peer.uid,
                            .tags = request.tags,
                            .context = request.directory        ? "folder"
                                       : request.remote.empty() ? "upload"
                                                                : request.remote,
                            .dockerfile = request.dockerfile.empty() ? "Dockerfile" : request.dockerfile,
                            .target = request.target,
                            .platform = request.platform,
                            .noCache = request.noCache};
    const auto address = record.context.find("://");
    const auto begin = address == std::string::npos ? 0 : address + 3;
    const auto user = record.context.substr(0, record.context.find('/', begin)).rfind('@');
    if (address != std::string::npos && user != std::string::npos && user >= begin)
        record.context.erase(begin, user + 1 - begin);
    for (const auto &[name, value] : request.arguments)
        record.arguments.push_back(name);
    return record;
}

BuildOutcome Service::build(const Peer &peer, const BuildRequest &request, api::ByteSource &body,
                            const std::function<void(const BuildEvent &)> &sink,
                            const std::function<bool()> &cancelled)
{
    const auto recording = m_services.history.begin(described(peer, request));
    if (!recording)
        return std::unexpected(BuildError{recording.error()});
    sink({BuildEvent::Kind::Record, (*recording)->id()});
    auto outcome = buildRecorded(peer, request, body, **recording, sink, cancelled);
    if (outcome)
        (*recording)->finish(*outcome);
    else
        (*recording)->finish(outcome.error().error, outcome.error().exitCode);
    if (const std::int64_t now = nowNs(); (*recording)->ranSteps() || now - m_boundsKept > boundsPause) {
        m_boundsKept = now;
        keepInBounds(peer);
    }
    return outcome;
}

BuildOutcome Service::buildRecorded(const Peer &peer, const BuildRequest &request, api::ByteSource &body,
                                    Recording &recording, const std::function<void(const BuildEvent &)> &sink,
                                    const std::function<bool()> &cancelled)
{
    auto folder = BuildFolder::make(m_root, m_services.workerFile);
    if (!folder)
        return std::unexpected(BuildError{std::move(folder).error()});
    auto input = receive(peer, request, body, *folder, cancelled);
    if (!input)
        return std::unexpected(BuildError{std::move(input).error()});
    return BuildRun(m_services, peer, request, *folder, m_root + "/buildhashes", *m_mounts, recording)
        .run(*input->context, input->dockerfile, sink, cancelled);
}

Result<Builds::Pruned> Service::prune(const Peer &peer, const PruneRequest &request)
{
    Pruned pruned;
    const auto fileSystem = spaceOf(m_root);
    TRY(const auto gone,
        m_services.cache.prune(peer.uid, request, layersOfImages(peer), fileSystem.available));
    for (const auto &step : gone)
        pruned.ids.push_back(step.key);
    if (!request.isFiltered() && request.means("regular") && !request.onlyOwn)
        m_services.history.dropFailures(peer.uid);
    TRY(pruned.bytes, m_services.images.collectLayers());
    if (!request.isLimited() && !request.isFiltered() && request.means("exec.cachemount")) {
        TRY(const auto bytes, peer.isRoot() ? m_mounts->pruneAll() : m_mounts->prune(peer.uid));
        pruned.bytes += bytes;
    }
    if (m_services.events) {
        api::Event event{.type = "builder", .action = "prune", .actor = {}};
        event.actor.attributes["reclaimed"] = std::to_string(pruned.bytes);
        event.owner = peer.uid;
        m_services.events(std::move(event));
    }
    return pruned;
}

// What nobody looks at would fill the disk: the cache of a user keeps to a size and an age by itself.
void Service::keepInBounds(const Peer &peer)
{
    const auto extent = m_services.cache.extent(peer.uid);
    const auto limit = m_services.cacheBytes > 0 ? m_services.cacheBytes
                                                 : std::max(spaceOf(m_root).total / 10, leastCacheBytes);
    const std::int64_t old = nowNs() - longestUnused;
    (void)m_mounts->prune(peer.uid, old / 1'000'000'000);
    if (extent.oldestNs != 0 && extent.oldestNs < old)
        (void)prune(peer, {.unusedBefore = old, .types = {"regular"}, .onlyOwn = true});
    if (extent.bytes > limit) // shared ones counted: the rest may fit
        (void)prune(peer, {.mostBytes = limit, .types = {"regular"}, .onlyOwn = true});
}

std::set<storage::LayerId> Service::layersOfImages(const Peer &peer) const
{
    std::set<storage::LayerId> used;
    if (const auto list = m_services.images.list(peer, false, {}))
        for (const auto &image : *list)
            if (const auto found = m_services.images.resolve(peer, image.id))
                used.insert(found->layers.begin(), found->layers.end());
    return used;
}

std::vector<Builds::Usage> Service::usage(const Peer &peer) const
{
    const auto used = layersOfImages(peer);
    std::vector<Usage> usage;
    for (auto &step : m_services.cache.all(peer.uid)) {
        const bool shared = step.layer && used.contains(step.layer->id);
        usage.push_back({std::move(step), shared});
    }
    std::ranges::sort(
        usage, [](const Usage &one, const Usage &other) { return one.step.usedNs > other.step.usedNs; });
    return usage;
}

} // namespace

Result<std::unique_ptr<Builds>> Builds::open(const std::string &root, Services services)
{
    CHECK(BuildFolder::sweep(root));
    const std::string hashes = root + "/buildhashes";
    if (::mkdir(hashes.c_str(), 0700) != 0 && errno != EEXIST)
        return failErrno(errno, "making the folder {}", hashes);
    TRY(auto mounts, CacheMounts::open(root));
    return std::make_unique<Service>(root, services, std::move(mounts));
}

} // namespace quayside::build
