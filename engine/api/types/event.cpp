#include "engine/api/types/event.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(EventActor, f, v)
{
    f("ID", v.id);
    f("Attributes", v.attributes);
}

// status, id and from are what clients older than API 1.22 read, and what `docker events` of today still
// gets.
static void describeOldForm(Writer &f, const Event &event)
{
    if (event.type != "container" && event.type != "image")
        return;
    f("status", event.action);
    f("id", event.actor.id);
    const auto image = event.actor.attributes.find("image");
    if (event.type == "container" && image != event.actor.attributes.end())
        f("from", image->second);
}

static void describeOldForm(Reader &, const Event &) {}

QUAYSIDE_FIELDS(Event, f, v)
{
    describeOldForm(f, v);
    f("Type", v.type);
    f("Action", v.action);
    f("Actor", v.actor);
    f("scope", v.scope);
    f("time", v.time);
    f("timeNano", v.timeNano);
}

std::string encode(const Event &event)
{
    return written(event);
}

Result<Event> decodeEvent(std::string_view json)
{
    return readDocument<Event>(json);
}

} // namespace quayside::api
