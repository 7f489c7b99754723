// GET /events: EventMessage of the contract.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace quayside::api
{

struct EventActor {
    std::string id;
    std::map<std::string, std::string> attributes;
};

struct Event {
    std::string type;   // container, image, network, volume, daemon, builder
    std::string action; // create, start, die, …
    EventActor actor;
    std::string scope = "local";
    std::int64_t time = 0, timeNano = 0; // UTC; filled in by the hub where 0
    std::uint32_t owner = 0; // not encoded: whose object it is; others but root do not see the event
    bool isPublic = false;   // not encoded: of an object that everybody sees, as the system's images
};

// Takes an event from any thread and returns at once.
using EventSink = std::function<void(Event)>;

std::string encode(const Event &event); // one line of JSON, without the line end
Result<Event> decodeEvent(std::string_view json);

} // namespace quayside::api
