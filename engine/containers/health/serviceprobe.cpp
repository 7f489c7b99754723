// A health check is an exec that belongs to nobody: events tell of it as of any other.
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/state/ids.h"

namespace quayside::containers
{

HealthMonitor::Host Service::healthHost()
{
    return {
        .run = [this](const ContainerPtr &container, const std::vector<std::string> &argv,
                      std::function<void(int)> ended) { return runProbe(container, argv, std::move(ended)); },
        .counted =
            [this](const ContainerPtr &container, bool changed) {
                std::string status;
                {
                    const std::scoped_lock lock(container->mutex);
                    status = text(container->state.health.status);
                    if (changed)
                        (void)saveState(*container); // a restart of the engine would count anew: no harm
                }
                if (changed)
                    emit(*container, "health_status: " + status);
            }};
}

Result<ProbeProcess> Service::runProbe(const ContainerPtr &container, const std::vector<std::string> &argv,
                                       std::function<void(int)> ended)
{
    TRY(const auto id, newId());
    api::ExecCreateRequest request;
    request.attachStdout = request.attachStderr = true;
    request.cmd = argv;
    const auto exec = std::make_shared<Exec>(id, container->id, std::move(request));
    exec->started = true; // by nobody else
    exec->kept = false;
    exec->waiters.push_back(
        std::make_shared<Waiter>(Waiter::For::NextExit, [ended = std::move(ended)](const WaitResult &end) {
            ended(static_cast<int>(end.statusCode));
        }));
    {
        const std::scoped_lock lock(container->mutex);
        m_execs.add(exec);
        container->execIds.push_back(id);
    }
    emit(*container, execEvent("exec_create", *exec), {{"execID", id}});
    auto launched = launchExec(container, exec, true, 0, 0);
    if (!launched) {
        exec->waiters.clear(); // the error says it
        execEnded(container, exec, -1);
        return wrap(std::move(launched).error(),
                    "OCI runtime exec failed: exec failed: unable to start container process");
    }
    ProbeProcess process{.output = std::move(launched->output),
                         .error = std::move(launched->error),
                         .process = std::move(launched->process)};
    execRuns(container, exec, *launched);
    return process;
}

} // namespace quayside::containers
