// A host for root tests: the test's own network namespace, with a neighbour in another one, and containers
// that are no more than processes with a user and a network namespace.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace quayside::test
{

// Puts the process (before it has threads) in namespaces of its own. false: needs root.
bool enterTestNamespaces();
// All of a program's main(): its tests in such namespaces, or 77 and why.
int runInTestNamespaces(int argc, char **argv);

inline constexpr auto hostAddress = "198.18.0.1";   // RFC 2544: for tests
inline constexpr auto hostAddress6 = "2001:db8::1"; // RFC 3849: for documentation
inline constexpr auto outsideAddress = "198.18.0.2";
inline constexpr auto outsideAddress6 = "2001:db8::2";

// The neighbour: a namespace behind the host's interface uplink0, by which the host's default route leads.
Fd makeOutside();
// Another one, for this test only, behind an interface of its own: it is 198.18.1.2, the host 198.18.1.1.
Fd makeNeighbour();

// What answers on a port: its name and the address that the peer seems to have.
class Server
{
public:
    // In a child process, which listens on TCP and UDP `port`s and, where `isolated`, has a user and a
    // network namespace of its own; else it is in `netns`, or in the test's own where there is none.
    struct Options {
        std::string name;
        bool isolated = true;
        const Fd *netns = nullptr;
        std::string address = "::";
        std::vector<std::uint16_t> ports = {80};
    };
    explicit Server(const Options &options);
    Server(Server &&other) noexcept;
    Server &operator=(Server &&) = delete;
    ~Server(); // kills it

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] const Fd &netns() const { return m_netns; }

private:
    pid_t m_pid = -1;
    Fd m_netns;
};

// "web 198.18.0.2": the answer, or "refused", "timeout" (1 s), "unreachable".
std::string ask(const std::string &protocol, const std::string &address, std::uint16_t port,
                const Fd *from = nullptr);

} // namespace quayside::test
