#include "engine/containers/lifecycle/service.h"

#include "engine/containers/files/changes.h"
#include "engine/containers/launch/command.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/containers/lifecycle/mountspecs.h"
#include "engine/containers/lifecycle/networking.h"
#include "engine/containers/state/ids.h"
#include "engine/containers/state/times.h"
#include "engine/containers/steps/steps.h"
#include "engine/containers/steps/stubs.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>

namespace quayside::containers
{

namespace
{

constexpr int pollMilliseconds = 100; // how soon a cancelled build ends its step
constexpr std::size_t outputPiece = 32 * 1024;

// Written by an engine thread when the step's log is complete.
class EndSignal
{
public:
    EndSignal() : m_fd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    void raise() const
    {
        const std::uint64_t one = 1;
        (void)!::write(m_fd.get(), &one, sizeof one);
    }
    [[nodiscard]] int fd() const { return m_fd.get(); }

private:
    Fd m_fd;
};

} // namespace

class Service::ServiceStep final : public Step
{
public:
    ServiceStep(Service &service, ContainerPtr container, Peer peer)
        : m_service(service), m_container(std::move(container)), m_peer(std::move(peer))
    {
    }
    ~ServiceStep() override { (void)m_service.removeStep(m_container); }

    [[nodiscard]] const std::string &id() const override { return m_container->id; }
    Result<int> run(const std::function<Result<>(std::string_view)> &output,
                    const std::function<bool()> &cancelled) override;
    [[nodiscard]] bool outOfMemory() const override
    {
        const std::scoped_lock lock(m_container->mutex);
        return m_container->state.oomKilled;
    }
    Result<Files> takeFiles() override;

private:
    Result<> removeMountPoints(int upper) const;
    Result<> follow(logs::Reader &log, const EndSignal &ended,
                    const std::function<Result<>(std::string_view)> &output,
                    const std::function<bool()> &cancelled);

    Service &m_service;
    ContainerPtr m_container;
    Peer m_peer;
};

Result<> Service::ServiceStep::follow(logs::Reader &log, const EndSignal &ended,
                                      const std::function<Result<>(std::string_view)> &output,
                                      const std::function<bool()> &cancelled)
{
    std::string text;
    while (!log.atEnd()) {
        if (cancelled && cancelled())
            return fail(ErrorKind::Cancelled, "the build was cancelled");
        TRY(const std::size_t count, log.read(text, outputPiece));
        if (count > 0) {
            CHECK(output(text));
            text.clear();
            continue;
        }
        pollfd ready[] = {{ended.fd(), POLLIN, 0}, {log.pollFd(), POLLIN, 0}};
        if (::poll(ready, 2, pollMilliseconds) < 0 && errno != EINTR)
            return failErrno(errno, "waiting for the step");
        if (ready[1].revents != 0)
            log.drained();
        if (ready[0].revents != 0)
            log.finish();
    }
    return {};
}

Result<int> Service::ServiceStep::run(const std::function<Result<>(std::string_view)> &output,
                                      const std::function<bool()> &cancelled)
{
    TRY(const Fd folder, m_service.openFolder(m_container->id, "log"));
    TRY(const auto log, logs::Reader::open(folder, {.follow = true, .multiplexed = false}));
    const auto ended = std::make_shared<EndSignal>();
    TRY(const auto waiting, m_service.whenLogEnds(m_peer, m_container->id, [ended] { ended->raise(); }));
    {
        const std::scoped_lock operation(m_container->operation);
        if (auto launched = m_service.launch(m_container); !launched) {
            m_service.recordStartFailure(m_container, launched.error());
            return std::unexpected(std::move(launched).error());
        }
    }
    CHECK(follow(*log, *ended, output, cancelled));
    const std::scoped_lock lock(m_container->mutex);
    if (!m_container->state.error.empty())
        return fail(ErrorKind::Internal, "{}", m_container->state.error);
    return static_cast<int>(m_container->state.exitCode);
}

Result<> Service::ServiceStep::removeMountPoints(int upper) const
{
    std::vector<std::string> targets;
    for (const auto &mount : m_container->stepMounts)
        targets.push_back(mount.target);
    if (targets.empty())
        return {};
    const auto &below = m_container->record.layers;
    storage::RootSource root;
    for (auto layer = below.rbegin(); layer != below.rend(); ++layer) {
        TRY(Fd folder, m_service.m_services.layers.openLayer(*layer));
        root.lower.push_back(std::move(folder));
    }
    Fd image;
    if (!below.empty()) {
        TRY(image, openImageRoot(systemKernel(), root));
    }
    return removeStubs(upper, image.get(), std::move(targets));
}

Result<Step::Files> Service::ServiceStep::takeFiles()
{
    auto &layers = m_service.m_services.layers;
    Files files;
    const auto &below = m_container->record.layers; // of a step it never changes
    TRY(files.draft, layers.beginFrom(m_container->id));
    CHECK(removeMountPoints(files.draft->folder()));
    TRY(files.layer,
        images::nameLayer(files.draft->folder(), below.empty() ? "" : below.back(), files::isMountPoint));
    if (files.layer.entries == 0)
        files.draft.reset();
    else
        CHECK(files.draft->finish(files.layer.record.size));
    return files;
}

Result<std::unique_ptr<Step>> Service::beginStep(const Peer &peer, StepRequest request)
{
    api::ContainerCreateRequest create{request.config, request.hostConfig, {}};
    CHECK(access::mayCreateContainer(peer, create));
    TRY(const std::string id, newId());
    Record record{.id = id, .name = "build-" + id.substr(0, 12), .owner = peer, .createdNs = nowNs()};
    record.owner.pid = 0;
    record.imageId = "step:" + (request.layers.empty() ? std::string() : request.layers.back());
    record.layers = std::move(request.layers);
    record.config = std::move(request.config);
    record.hostConfig = std::move(request.hostConfig);
    record.step = true;
    if (record.config.hostname.empty())
        record.config.hostname = id.substr(0, 12);
    fillDefaults(record.hostConfig);
    CHECK(checkSupported(record.config, record.hostConfig));
    CHECK(checkConfig(record.config));
    CHECK(checkHost(record.hostConfig, m_facts));
    CHECK(mayMakeLab(peer, record.hostConfig, m_facts));
    CHECK(checkJoins(peer, record.hostConfig));
    CHECK(settleNetworks(peer, m_services.networks, record));
    if (argvOf(record.config).empty())
        return fail(ErrorKind::InvalidArgument, "RUN has nothing to run");
    const auto container = std::make_shared<Container>(std::move(record));
    container->stepMounts = std::move(request.mounts);
    container->stepSecrets = std::move(request.secrets);
    CHECK(m_services.layers.createContainer(id));
    // Not even a reboot has to be survived: what a dead engine leaves is removed at the next start.
    if (auto saved = m_services.records.apply(
            {{recordKind, id, encode(container->record)}, {stateKind, id, encode(container->state)}},
            Durability::Normal);
        !saved) {
        (void)m_services.layers.removeContainer(id);
        return wrap(std::move(saved).error(), "saving the step");
    }
    m_index.add(container);
    return std::make_unique<ServiceStep>(*this, container, peer);
}

Result<> Service::removeStep(const ContainerPtr &container)
{
    CHECK(killForRemoval(container));
    const std::scoped_lock operation(container->operation);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removed)
            return {};
    }
    return removeStopped(container, true);
}

// Their builds ended with the engine that ran them.
void Service::removeOldSteps()
{
    for (const auto &container : m_index.all())
        if (container->record.step)
            m_workers->post([this, container] { (void)removeStep(container); });
}

} // namespace quayside::containers
