#include "engine/containers/lifecycle/listfilter.h"

#include "engine/containers/lifecycle/ports.h"
#include "engine/containers/lifecycle/views.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <regex>

namespace quayside::containers
{

namespace
{

constexpr std::array statuses{"created", "running", "paused", "restarting", "removing", "exited", "dead"};

Result<std::set<std::int64_t>> exitCodes(const std::vector<std::string> &values)
{
    std::set<std::int64_t> codes;
    for (const auto &text : values) {
        std::int64_t code = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
        if (error != std::errc() || end != text.data() + text.size())
            return fail(ErrorKind::InvalidArgument, "invalid filter 'exited={}': a number is needed", text);
        codes.insert(code);
    }
    return codes;
}

// A name matches where the value, a regular expression, is found in it; one that is none is taken as it
// stands. Length is bounded on both sides.
bool findsName(const std::string &pattern, const std::string &name)
{
    constexpr std::size_t longest = 256;
    if (pattern.size() > longest || name.size() > longest)
        return name == pattern;
    if (name == pattern || "/" + name == pattern)
        return true;
    try {
        // The polynomial matcher: the other one can be made to take for ever.
        const std::regex expression(pattern, std::regex::ECMAScript | std::regex_constants::__polynomial);
        return std::regex_search(name, expression) || std::regex_search("/" + name, expression);
    } catch (const std::regex_error &) {
        return name.find(pattern) != std::string::npos;
    }
}

// "80", "80/tcp", "80-90/udp" against a container's port.
bool coversPort(const std::string &wanted, int port, const std::string &protocol)
{
    const auto slash = wanted.find('/');
    if (slash != std::string::npos && wanted.substr(slash + 1) != protocol)
        return false;
    if (slash == std::string::npos && protocol != "tcp")
        return false;
    const std::string range = wanted.substr(0, slash);
    int first = 0, last = 0;
    const auto dash = range.find('-');
    std::from_chars(range.data(), range.data() + range.size(), first);
    last = first;
    if (dash != std::string::npos)
        std::from_chars(range.data() + dash + 1, range.data() + range.size(), last);
    return first <= port && port <= last;
}

// As moby, daemon/list.go, has it: of the ports that the list shows, one is published as, or is inside, what
// one of the filters names. Where it does not run, it has none.
bool matchesPorts(const api::Filters &filters, const Record &record, const RunState &state)
{
    const auto &published = filters.of("publish"), &exposed = filters.of("expose");
    if (published.empty() && exposed.empty())
        return true;
    const auto covered = [](const std::vector<std::string> &values, std::int64_t port,
                            const std::string &type) {
        return std::ranges::any_of(values, [&](const std::string &value) {
            return coversPort(value, static_cast<int>(port), type);
        });
    };
    return std::ranges::any_of(portsOf(record, state), [&](const api::Port &port) {
        return (port.publicPort != 0 && covered(published, port.publicPort, port.type)) ||
               covered(exposed, port.privatePort, port.type);
    });
}

Result<> checkValues(const api::Filters &filters)
{
    CHECK(filters.allow({"ancestor", "before", "exited", "expose", "health", "id", "is-task", "isolation",
                         "label", "label!", "name", "network", "publish", "since", "status", "volume"}));
    for (const auto &status : filters.of("status"))
        if (std::ranges::find(statuses, status) == statuses.end())
            return fail(ErrorKind::InvalidArgument, "invalid filter 'status={}'", status);
    for (const auto &health : filters.of("health"))
        if (health != "none" && health != "starting" && health != "healthy" && health != "unhealthy")
            return fail(ErrorKind::InvalidArgument, "invalid filter 'health={}'", health);
    for (const auto *name : {"publish", "expose"})
        for (const auto &value : filters.of(name)) {
            const auto port = value.substr(0, value.find_first_of("-/"));
            const auto slash = value.find('/');
            CHECK(parsePortKey(slash == std::string::npos ? port : port + value.substr(slash)));
        }
    return {};
}

} // namespace

Result<ListFilter> ListFilter::make(const api::Filters &filters, const Sources &sources)
{
    CHECK(checkValues(filters));
    ListFilter filter;
    filter.m_filters = filters;
    TRY(filter.m_exitCodes, exitCodes(filters.of("exited")));
    TRY(filter.m_onlyTasks, filters.flag("is-task", false));
    for (const auto &ref : filters.of("before")) {
        TRY(const auto container, sources.find(ref));
        filter.m_before = container->record.createdNs;
    }
    for (const auto &ref : filters.of("since")) {
        TRY(const auto container, sources.find(ref));
        filter.m_since = container->record.createdNs;
    }
    for (const auto &ref : filters.of("ancestor"))
        if (const auto image = sources.images.resolve(sources.peer, ref)) {
            filter.m_ancestorIds.insert(image->id);
            if (!image->layers.empty()) // images that were built on it have its top layer among theirs
                filter.m_ancestorLayers.insert(image->layers.back());
        }
    return filter;
}

bool ListFilter::choosesState() const
{
    return m_filters.contains("status") || m_filters.contains("exited");
}

bool ListFilter::matchesText(const Record &record) const
{
    const auto any = [&](const char *name, auto &&test) {
        const auto &values = m_filters.of(name);
        return values.empty() || std::ranges::any_of(values, test);
    };
    return any("id", [&](const std::string &value) { return record.id.starts_with(value); }) &&
           any("name", [&](const std::string &value) { return findsName(value, record.name); }) &&
           m_filters.matchesLabels(record.config.labels);
}

bool ListFilter::matchesState(const RunState &state) const
{
    if (!m_filters.matches("status", std::string(text(state.status))))
        return false;
    if (m_filters.contains("exited") &&
        (!m_exitCodes.contains(state.exitCode) || state.status != Status::Exited))
        return false;
    return m_filters.matches("health", std::string(text(state.health.status)));
}

bool ListFilter::matchesPlaces(const Record &record, const RunState &state) const
{
    const auto any = [&](const char *name, auto &&test) {
        const auto &values = m_filters.of(name);
        return values.empty() || std::ranges::any_of(values, test);
    };
    return any("volume",
               [&](const std::string &value) {
                   return std::ranges::any_of(record.mounts, [&](const MountSpec &mount) {
                       return mount.name == value || mount.target == value || mount.source == value;
                   });
               }) &&
           any("network",
               [&](const std::string &value) {
                   return record.hostConfig.networkMode == value ||
                          std::ranges::any_of(record.networking.endpointsConfig, [&](const auto &one) {
                              return one.first == value || one.second.networkID == value;
                          });
               }) &&
           matchesPorts(m_filters, record, state);
}

bool ListFilter::matches(const Record &record, const RunState &state) const
{
    if (m_onlyTasks || (m_before && record.createdNs >= *m_before) ||
        (m_since && record.createdNs <= *m_since))
        return false;
    if (m_filters.contains("ancestor") && !m_ancestorIds.contains(record.imageId) &&
        std::ranges::none_of(record.layers,
                             [&](const auto &layer) { return m_ancestorLayers.contains(layer); }))
        return false;
    return matchesText(record) && matchesState(state) && matchesPlaces(record, state);
}

} // namespace quayside::containers
