// Interfaces, addresses and routes of one network namespace (rtnetlink(7)).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/isolation/network/address.h"
#include "engine/isolation/network/netlink.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quayside::isolation::network
{

using MacAddress = std::array<std::uint8_t, 6>;
Result<MacAddress> parseMac(std::string_view text); // "02:42:ac:1f:00:02"
std::string macText(const MacAddress &address);

struct Link {
    int index = 0;
    std::string name;
    std::string kind; // "bridge", "veth", …; "" for hardware
    int master = 0;   // index of the bridge that it is a port of
    bool up = false;
    bool running = false; // packets pass: the kernel follows a moment after `up` on both ends
    std::uint32_t mtu = 0;
    std::string alias; // a note for people and programs (ip link set … alias)
    int peer = 0;      // index of a veth's other end, in that end's namespace; of a macvlan: its parent
    std::string mac;   // "" where it has none
};

struct BridgeSpec {
    std::string name;     // at most 15 characters, as every interface's
    MacAddress address{}; // fixed: else a bridge takes the lowest of its ports', which come and go
    std::uint32_t mtu = 1500;
};

// A pair of interfaces: one a port of the bridge, up at once, the other in another namespace.
struct VethSpec {
    std::string name;
    int bridge = 0; // index; 0: no port of one
    std::string peerName = "eth0";
    MacAddress peerAddress{};
    int peerNamespace = -1; // an open /proc/PID/ns/net
    std::uint32_t mtu = 1500;
};

// An interface in another namespace with an address of its own on the wire of one of this namespace's.
struct MacvlanSpec {
    std::string name = "eth0"; // there
    int parent = 0;            // index, here
    MacAddress address{};
    int targetNamespace = -1;         // an open /proc/PID/ns/net
    std::optional<std::uint32_t> mtu; // none: the parent's
};

struct InterfaceAddress {
    int index = 0;
    IpPrefix address;
};

struct Route {
    int index = 0;        // of the interface it leads to; 0: none (blackhole and the like)
    IpPrefix destination; // length 0: a default route
    std::uint32_t metric = 0;
    std::optional<IpAddress> gateway = {};
};

// Not thread-safe: a connection to the namespace that the opening thread was in.
class Links
{
public:
    static Result<Links> open();

    Result<int> addBridge(const BridgeSpec &spec); // its index
    // The end on the bridge has no IPv6 address: nobody would ask for it, and each costs the network packets.
    // Conflict with errno EXFULL where the bridge has no port left (1,023).
    Result<> addVeth(const VethSpec &spec);
    // Mode bridge: the interfaces of one parent reach each other. NotFound: no such parent.
    Result<> addMacvlan(const MacvlanSpec &spec);
    Result<> setUp(int index);
    Result<> setUp(std::string_view name);
    Result<> setAlias(int index, std::string_view alias);
    Result<> setMaster(int index, int bridge);
    // A bridge port that may send a packet back where it came from.
    Result<> setHairpin(int index);
    // A bridge port that reaches the bridge itself, but no other port with the same setting.
    Result<> setIsolated(int index);
    // Usable at once: no duplicate address detection for IPv6. One that is there already is no error.
    Result<> addAddress(int index, const IpPrefix &address);
    Result<> removeAddress(int index, const IpPrefix &address);
    Result<> addDefaultRoute(int index, const IpAddress &gateway);
    Result<> removeDefaultRoutes(Family family); // of the main table; none is no error
    Result<> addRoute(int index, const IpPrefix &destination, const IpAddress &gateway);
    Result<> remove(int index); // one that is not there is no error

    Result<Link> find(std::string_view name); // NotFound
    Result<Link> find(int index);             // NotFound
    // Waits, 0.1 s at most, until packets pass.
    Result<> awaitRunning(int index);
    // Has the IPv6 address joined its multicast group, so that neighbours can find it (RFC 4291, 2.7.1)?
    Result<bool> isSolicited(const IpAddress &address);
    Result<std::vector<Link>> list(std::optional<int> master = {});
    Result<std::vector<InterfaceAddress>> addresses();
    Result<std::vector<Route>> routes(); // of the main table, both families

    // What changes something is only collected from here to commit(), which sends all of it in one system
    // call and returns the first error; what came after that was still tried. Questions are not collected.
    void collect() { m_collecting = true; }
    Result<> commit();

private:
    explicit Links(NetlinkSocket socket) : m_socket(std::move(socket)) {}
    Result<> request(Message message, std::string_view doing);
    Result<> finishVeth(const VethSpec &spec);
    Result<Link> find(Message message);
    NetlinkSocket m_socket;
    bool m_collecting = false;
    std::vector<Message> m_collected;
    std::vector<std::string> m_doing; // of those
};

} // namespace quayside::isolation::network
