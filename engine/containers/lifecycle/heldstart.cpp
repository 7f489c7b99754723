// Starts that are held before each step, and the recordings of all.
#include "engine/containers/lifecycle/service.h"

namespace quayside::containers
{

using namespace std::chrono_literals;

LaunchesService::Host Service::launchesHost()
{
    constexpr auto patience = 10min; // without a client
    return {.find = [this](const Peer &peer, const std::string &ref) { return find(peer, ref); },
            .begin = [](const ContainerPtr &container) -> Result<> {
                const std::scoped_lock lock(container->mutex);
                if (container->removed || container->removing)
                    return fail(ErrorKind::NotFound, "No such container: {}", container->id);
                CHECK(mayStart(*container));
                container->launching = true;
                return {};
            },
            .launch = [this](const ContainerPtr &container,
                             HeldLaunch &held) { return launchHeld(container, held); },
            .openFolder = [this](const std::string &id) { return openFolder(id); },
            .held = {.held =
                         [this](const Container &container, const std::string &step) {
                             emit(container, "launch: held", {{"step", step}});
                         },
                     .committing = [this](Container &container) { return beginCommand(container); },
                     .patience = patience}};
}

Result<> Service::launchHeld(const ContainerPtr &container, HeldLaunch &held)
{
    RunState before;
    {
        const std::scoped_lock lock(container->mutex);
        before = container->state;
        container->state.restartCount = 0;
        container->state.stoppedByUser = false;
        container->restartDelay = {};
    }
    auto done = launchObserved(container, held);
    if (done)
        return done;
    if (!held.aborted()) {
        recordStartFailure(container, done.error());
        return done;
    }
    {
        const std::scoped_lock lock(container->mutex);
        container->state = std::move(before);
        if (container->state.status != Status::Created)
            (void)saveState(*container);
    }
    emit(*container, "launch: aborted", {{"step", held.stepName()}});
    return done;
}

// From here on the process may be there when this engine is not: as launchReserved() of other starts.
Result<> Service::beginCommand(Container &container)
{
    const std::scoped_lock lock(container.mutex);
    container.state.launched = true;
    return saveState(container);
}

// Written when the start has been answered.
void Service::keepRecording(const ContainerPtr &container, const std::shared_ptr<LaunchTrace> &trace,
                            const Result<> &done)
{
    if (container->record.step) // never changed
        return;
    trace->finish(done ? "" : done.error().message);
    m_workers->post([this, container, trace] { m_launches->keep(container, trace->view()); });
}

} // namespace quayside::containers
