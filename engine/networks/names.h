// What the engine's network things are called on the host.
#pragma once

#include <string>

namespace quayside::networks
{

inline constexpr auto defaultRoot = "/var/lib/quayside";

struct Names {
    std::string bridge;  // quayside0, or qs-<hash of root>: several engines may run on one machine
    std::string table;   // quayside, or quayside-<hash>
    std::string comment; // marks our rules in other programs' chains: "quayside: <bridge>"
};
Names namesFor(const std::string &root);

} // namespace quayside::networks
