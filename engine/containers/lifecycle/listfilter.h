// The filters of GET /containers/json.
#pragma once

#include "engine/api/types/filters.h"
#include "engine/containers/state/container.h"
#include "engine/images/images.h"

#include <functional>
#include <optional>
#include <set>

namespace quayside::containers
{

class ListFilter
{
public:
    struct Sources {
        const images::Images &images;
        const access::Peer &peer; // who asks
        std::function<Result<ContainerPtr>(const std::string &ref)> find;
    };
    // InvalidArgument: an unknown filter or a value that makes no sense; NotFound: before/since of no
    // container.
    static Result<ListFilter> make(const api::Filters &filters, const Sources &sources);

    // Does it speak of states, so that stopped containers are meant too?
    [[nodiscard]] bool choosesState() const;
    [[nodiscard]] bool matches(const Record &record, const RunState &state) const;

private:
    [[nodiscard]] bool matchesText(const Record &record) const;
    [[nodiscard]] bool matchesState(const RunState &state) const;
    [[nodiscard]] bool matchesPlaces(const Record &record, const RunState &state) const;

    api::Filters m_filters;
    std::set<std::int64_t> m_exitCodes;
    std::optional<std::int64_t> m_before, m_since; // createdNs
    std::set<std::string> m_ancestorIds, m_ancestorLayers;
    bool m_onlyTasks = false;
};

} // namespace quayside::containers
