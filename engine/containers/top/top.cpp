// docker top.
#include "engine/containers/lifecycle/service.h"
#include "engine/containers/state/idranges.h"
#include "engine/containers/state/times.h"
#include "engine/containers/stats/snapshot.h"
#include "engine/containers/top/psformat.h"

#include <algorithm>
#include <ctime>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

PsContext contextOf(std::uint32_t firstId)
{
    timespec sinceBoot{};
    ::clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    PsContext context{.firstId = firstId, .ids = idsPerUser};
    context.nowSeconds = nowNs() / 1'000'000'000;
    context.bootSeconds = context.nowSeconds - sinceBoot.tv_sec;
    context.memoryBytes = hostUse().memoryBytes;
    context.ticksPerSecond = ::sysconf(_SC_CLK_TCK);
    context.pageBytes = ::sysconf(_SC_PAGESIZE);
    return context;
}

} // namespace

Result<api::ContainerTopResponse> Service::top(const Peer &peer, const std::string &ref,
                                               const std::string &psArgs)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    TRY(const auto columns, parsePsArgs(psArgs));
    std::uint32_t firstId;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->state.status == Status::Restarting)
            return fail(ErrorKind::Conflict,
                        "Container {} is restarting, wait until the container is running", container->id);
        if (!container->runs())
            return fail(ErrorKind::Conflict, "container {} is not running", container->id);
        firstId = container->state.firstId;
    }
    auto &cgroups = m_launcher->cgroups();
    TRY(const auto pids, cgroups.processes(container->id));
    std::vector<ProcessFacts> processes;
    for (const auto pid : pids)
        if (auto facts = readProcess(pid))
            processes.push_back(*std::move(facts));
    // A number that was given anew between the list and the reading may be a stranger's: it is not in the
    // container's list now.
    TRY(auto still, cgroups.processes(container->id));
    std::ranges::sort(still);
    std::erase_if(processes,
                  [&](const ProcessFacts &facts) { return !std::ranges::binary_search(still, facts.pid); });
    std::ranges::sort(processes, {}, &ProcessFacts::pid);
    api::ContainerTopResponse response;
    for (const auto &column : columns)
        response.titles.push_back(column.title);
    const PsContext context = contextOf(firstId);
    for (const auto &facts : processes) {
        auto &row = response.processes.emplace_back();
        for (const auto &column : columns)
            row.push_back(column.value(facts, context));
    }
    emit(*container, "top");
    return response;
}

} // namespace quayside::containers
