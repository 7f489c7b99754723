#include "engine/networks/doctor/hops.h"

#include <algorithm>
#include <set>

namespace quayside::networks::doctor
{

namespace
{

constexpr auto engineResolver = "127.0.0.11"; // the engine's own, in every container of such a network

std::string milliseconds(const Try &tried)
{
    return std::format("{:.1f} ms", static_cast<double>(tried.took.count()) / 1000.0);
}

std::string program(const std::string &holder)
{
    return holder.empty() ? "a program" : holder;
}

// Something that listens where others could reach it, on another port.
const Listener *elsewhere(const std::vector<Listener> &listeners, const Wanted &wanted)
{
    const auto reached = std::ranges::find_if(
        listeners, [&](const Listener &one) { return one.port != wanted.port && !one.address.loopback(); });
    return reached == listeners.end() ? nullptr : &*reached;
}

api::PortHop nothingThere(const Wanted &wanted, const std::vector<Listener> &listeners,
                          const std::string &looked,
                          const std::function<std::string(const std::string &)> &holder)
{
    if (const Listener *other = elsewhere(listeners, wanted)) {
        auto hop =
            brokenHop("program", looked,
                      std::format("Nothing listens on port {} inside: {} listens on {}.", wanted.port,
                                  program(holder(other->inode)), other->port),
                      std::format("Publish the container's port {} in place of {}, or let the program listen "
                                  "on {}.",
                                  other->port, wanted.port, wanted.port),
                      "edit");
        hop.port = other->port;
        return hop;
    }
    return brokenHop("program", looked, std::format("Nothing listens on port {} inside.", wanted.port),
                     "The program has not started to listen yet, or has failed: its log says more.", "log");
}

} // namespace

api::PortHop okHop(const char *id, std::string looked, std::string message)
{
    return {.id = id, .state = "ok", .looked = std::move(looked), .message = std::move(message)};
}

api::PortHop brokenHop(const char *id, std::string looked, std::string message, std::string fix,
                       const char *action)
{
    return {.id = id,
            .state = "broken",
            .looked = std::move(looked),
            .message = std::move(message),
            .fix = std::move(fix),
            .action = action};
}

api::PortHop unknownHop(const char *id, std::string looked, std::string message)
{
    return {.id = id, .state = "unknown", .looked = std::move(looked), .message = std::move(message)};
}

api::PortHop programHop(const Wanted &wanted, const std::vector<Listener> &listeners,
                        const std::function<std::string(const std::string &inode)> &holder)
{
    const std::string looked = std::format("/proc/net/{0} and {0}6 inside", wanted.protocol);
    std::vector<Listener> there;
    std::ranges::copy_if(listeners, std::back_inserter(there),
                         [](const Listener &one) { return one.address.text() != engineResolver; });
    const auto reached = std::ranges::find_if(there, [&](const Listener &one) {
        return one.port == wanted.port &&
               (one.address.unspecified() || std::ranges::contains(wanted.addresses, one.address));
    });
    if (reached != there.end())
        return okHop("program", looked,
                     std::format("{} listens on {}, port {}.", program(holder(reached->inode)),
                                 reached->address.unspecified() ? "all addresses" : reached->address.text(),
                                 wanted.port));
    const auto hidden = std::ranges::find(there, wanted.port, &Listener::port);
    if (hidden == there.end())
        return nothingThere(wanted, there, looked, holder);
    return brokenHop("program", looked,
                     std::format("{} listens on {} only, which {}: nothing from outside arrives there.",
                                 program(holder(hidden->inode)), hidden->address.text(),
                                 hidden->address.loopback()
                                     ? "is the container's own inside"
                                     : "is not the container's address in this network"),
                     "Let the program listen on 0.0.0.0 (all addresses): mostly an option such as --host or "
                     "--bind, or a line in its configuration.");
}

api::PortHop firewallHop(const FirewallVerdict &verdict, const std::string &bridge)
{
    const std::string looked = "chains of other tables at the hook forward (nft list ruleset)";
    if (verdict.fate == Fate::Passes)
        return okHop("firewall", looked, "No other firewall of this computer stands in the way.");
    const std::string fix = std::format(
        "Let it accept what goes to {} (oifname \"{}\" accept), before what drops it.", bridge, bridge);
    if (verdict.fate == Fate::Drops)
        return brokenHop(
            "firewall", looked,
            std::format("{} drops what other machines send to this port; from this computer it may "
                        "work all the same.",
                        "A firewall of this computer, " + verdict.where + ","),
            fix);
    auto hop = unknownHop("firewall", looked,
                          std::format("A firewall of this computer, {}, may drop it: that depends on where a "
                                      "connection comes from, or on what a listing does not show.",
                                      verdict.where));
    hop.fix = fix;
    return hop;
}

api::PortHop insideHop(const Try &tried, const std::string &where)
{
    const std::string looked = "a connection from this computer to " + where;
    switch (tried.reach) {
    case Reach::Connected:
        return okHop("inside", looked, std::format("{} answered after {}.", where, milliseconds(tried)));
    case Reach::Refused:
        return brokenHop("inside", looked,
                         std::format("{} refused the connection: nobody listens there.", where),
                         "See to the program in the container.", "log");
    case Reach::NoAnswer:
        return brokenHop("inside", looked,
                         std::format("{} did not answer within {}.", where, milliseconds(tried)),
                         "The container is paused or overloaded, or a firewall inside drops what comes.");
    case Reach::Unreachable:
        break;
    }
    return brokenHop("inside", looked, std::format("{} cannot be reached: {}.", where, tried.why),
                     "Restart the container: that makes its interface anew.");
}

api::PortHop outsideHop(const Try &tried, const std::string &where)
{
    const std::string looked = "a connection from this computer to " + where;
    switch (tried.reach) {
    case Reach::Connected:
        return okHop("outside", looked, std::format("{} answered after {}.", where, milliseconds(tried)));
    case Reach::Refused:
        return brokenHop("outside", looked, std::format("{} refused the connection.", where),
                         "One of the steps before is the reason.");
    case Reach::NoAnswer:
        return brokenHop("outside", looked,
                         std::format("{} did not answer within {}.", where, milliseconds(tried)),
                         "One of the steps before is the reason, or a firewall drops what leaves for it.");
    case Reach::Unreachable:
        break;
    }
    return brokenHop("outside", looked, std::format("{} cannot be reached: {}.", where, tried.why),
                     "One of the steps before is the reason.");
}

} // namespace quayside::networks::doctor
