// GET /quayside/containers/{id}/ports/check: the way to a published port, hop by hop.
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

struct PortHop {
    // container, host, rule, firewall, bridge, interface, program, inside (a connection from the engine to
    // the container), outside (one to the published port).
    std::string id;
    std::string state;   // ok, broken, unknown
    std::string looked;  // what was looked at: "/proc/net/tcp of the container", "0.0.0.0:4000"
    std::string message; // a sentence
    std::string fix;     // what to do, in a sentence; "": nothing
    // What a client can do by itself: start, unpause, rules (POST …/ports/repair), edit (publish another
    // port), log; "": nothing.
    std::string action;
    std::int64_t port = 0; // edit: the port of the container that answers; 0: none is known
};

struct PortCheck {
    std::string protocol;
    std::int64_t containerPort = 0;
    std::vector<std::string> published; // "0.0.0.0:4000"
    std::string address;                // the container's
    bool works = false;
    std::vector<PortHop> hops; // from the host to the program
};
std::string encode(const PortCheck &check);
template <>
Result<PortCheck> decode(std::string_view json);

} // namespace quayside::api
