#include "engine/server/routes/eventfilter.h"

#include <algorithm>

namespace quayside::server
{

namespace
{

std::string attribute(const api::Event &event, const std::string &name)
{
    const auto found = event.actor.attributes.find(name);
    return found == event.actor.attributes.end() ? std::string() : found->second;
}

bool matchesAction(const api::Filters &filters, const std::string &action)
{
    if (!filters.contains("event"))
        return true;
    return std::ranges::any_of(filters.of("event"), [&](const std::string &wanted) {
        return action == wanted || (action.starts_with(wanted) && action[wanted.size()] == ':');
    });
}

// By the id of the event's object, the beginning of one, or its name. Events about a container on a network
// name the container as an attribute.
bool matchesObject(const api::Filters &filters, const api::Event &event, const std::string &type)
{
    if (!filters.contains(type))
        return true;
    const std::string id = event.type == type ? event.actor.id : attribute(event, type);
    const std::string name = event.type == type ? attribute(event, "name") : std::string();
    return std::ranges::any_of(filters.of(type), [&](const std::string &wanted) {
        return !wanted.empty() && (id.starts_with(wanted) || name == wanted || "/" + name == wanted);
    });
}

std::string withoutTag(const std::string &image)
{
    const std::size_t colon = image.rfind(':');
    const bool isPort = colon != std::string::npos && image.find('/', colon) != std::string::npos;
    return colon == std::string::npos || isPort ? image : image.substr(0, colon);
}

// An image's own events, and those of containers made from it.
bool matchesImage(const api::Filters &filters, const api::Event &event)
{
    if (!filters.contains("image"))
        return true;
    const std::string name = attribute(event, event.type == "container" ? "image" : "name");
    return std::ranges::any_of(filters.of("image"), [&](const std::string &wanted) {
        return !wanted.empty() && (wanted == event.actor.id || wanted == name || wanted == withoutTag(name));
    });
}

} // namespace

Result<std::function<bool(const api::Event &)>> eventFilter(const api::Filters &filters)
{
    CHECK(filters.allow({"type", "event", "container", "image", "label", "network", "volume", "daemon",
                         "scope", "plugin", "service", "node", "secret", "config"}));
    return [filters](const api::Event &event) {
        const auto none = {"plugin", "service", "node", "secret", "config"};
        return filters.matches("type", event.type) && filters.matches("scope", event.scope) &&
               matchesAction(filters, event.action) && matchesObject(filters, event, "container") &&
               matchesObject(filters, event, "network") && matchesObject(filters, event, "volume") &&
               matchesObject(filters, event, "daemon") && matchesImage(filters, event) &&
               (!filters.contains("label") || filters.matchesLabels(event.actor.attributes)) &&
               std::ranges::none_of(none, [&](const char *name) { return filters.contains(name); });
    };
}

} // namespace quayside::server
