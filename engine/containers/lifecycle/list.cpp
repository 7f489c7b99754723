#include "engine/containers/lifecycle/listfilter.h"
#include "engine/containers/lifecycle/service.h"
#include "engine/containers/lifecycle/views.h"

#include "engine/access/users.h"
#include "engine/containers/launch/command.h"
#include "engine/containers/state/times.h"

#include <algorithm>

namespace quayside::containers
{

namespace
{

// As dockerd: arguments with blanks are quoted, joined by blanks.
std::string commandText(const std::vector<std::string> &argv)
{
    std::string text;
    for (const auto &argument : argv) {
        const bool quoted = &argument != &argv.front() && argument.find(' ') != std::string::npos;
        text += (text.empty() ? "" : " ") + (quoted ? "'" + argument + "'" : argument);
    }
    return text;
}

api::ContainerSummary summaryOf(const std::string &root, const Record &record, const RunState &state)
{
    api::ContainerSummary view;
    view.id = record.id;
    view.names = {"/" + record.name};
    view.image = record.config.image;
    view.imageID = record.imageId;
    view.command = commandText(argvOf(record.config));
    view.created = record.createdNs / 1000000000;
    view.ports = portsOf(record, state);
    view.labels = record.config.labels;
    view.state = text(state.status);
    view.status = statusText(state, nowNs());
    view.hostConfig.networkMode = record.hostConfig.networkMode;
    view.hostConfig.annotations = record.hostConfig.annotations;
    view.networkSettings.networks = endpointsOf(record, state);
    view.mounts = mountPointsOf(root, record);
    return view;
}

} // namespace

Result<std::vector<api::ContainerSummary>> Service::list(const Peer &peer, bool all, std::optional<int> limit,
                                                         bool size, const api::Filters &filters)
{
    const auto containers = m_index.all();
    TRY(const auto filter, ListFilter::make(filters, {m_services.images, peer, [&](const std::string &ref) {
                                                          return find(peer, ref, Right::Use);
                                                      }}));
    const bool everyState = all || (limit && *limit > 0) || filter.choosesState();
    std::vector<api::ContainerSummary> list;
    for (const auto &container : containers) {
        Record record;
        RunState state;
        {
            const std::scoped_lock lock(container->mutex);
            if (container->removed || container->record.step ||
                !access::mayUse(peer, container->record.owner.uid, container->record.delegates))
                continue;
            const bool up = container->runs() || container->state.status == Status::Restarting;
            if ((!everyState && !up) || !filter.matches(container->record, container->state))
                continue;
            record = container->record;
            state = container->state;
        }
        auto view = summaryOf(m_options.root, record, state);
        if (!access::maySee(peer, record.owner.uid))
            view.quayside = {.owner = access::userName(record.owner.uid)};
        if (size)
            if (const auto sized = addSizes(record, view.sizeRw, view.sizeRootFs); !sized) {
                if (sized.error().kind == ErrorKind::NotFound)
                    continue; // removed meanwhile
                return std::unexpected(sized.error());
            }
        list.push_back(std::move(view));
        if (limit && *limit > 0 && list.size() == static_cast<std::size_t>(*limit))
            break;
    }
    return list;
}

} // namespace quayside::containers
