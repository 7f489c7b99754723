#include "engine/networks/portholder.h"
#include "engine/networks/portreservations.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <fstream>

using namespace quayside;
using namespace quayside::networks;

namespace
{

// A port of 127.0.0.1 that is free right now: tests of one machine run side by side.
std::uint16_t freePort(int count = 1)
{
    PortReservations finder;
    for (int i = 0; i < 100; ++i) {
        const auto first = finder.reserve("finder", {{"tcp", 1, "127.0.0.1", 0}}, false)->at(0).hostPort;
        finder.release("finder");
        bool free = first < 65000;
        for (int j = 0; j < count && free; ++j)
            free =
                finder.reserve(std::to_string(j), {{"tcp", 1, "127.0.0.1", std::uint16_t(first + j)}}, false)
                    .has_value();
        for (int j = 0; j < count; ++j)
            finder.release(std::to_string(j));
        if (free)
            return first;
    }
    return 0;
}

TEST(PortReservations, choosesTheFirstFreeOfARange)
{
    const auto first = freePort(3), last = std::uint16_t(first + 2);
    PortReservations ports;
    const PortRequest range{"tcp", 80, "127.0.0.1", first, last};
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(ports.reserve(std::to_string(i), {range}, false)->at(0).hostPort, first + i);
    const auto full = ports.reserve("3", {range}, false);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().kind, ErrorKind::Conflict);
    ports.release("1");
    EXPECT_EQ(ports.reserve("3", {range}, false)->at(0).hostPort, first + 1);
}

TEST(PortReservations, takesAllOrNone)
{
    const auto first = freePort(2);
    PortReservations ports;
    ASSERT_TRUE(ports.reserve("a", {{"tcp", 80, "127.0.0.1", std::uint16_t(first + 1)}}, false));
    const auto second = ports.reserve(
        "b", {{"tcp", 80, "127.0.0.1", first}, {"tcp", 81, "127.0.0.1", std::uint16_t(first + 1)}}, false);
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().message.contains(
        std::format("Bind for 127.0.0.1:{} failed: port is already allocated", first + 1)))
        << second.error().message;
    EXPECT_TRUE(ports.reserve("c", {{"tcp", 80, "127.0.0.1", first}}, false)); // given back
}

TEST(PortReservations, tellsTcpFromUdp)
{
    const auto port = freePort();
    PortReservations ports;
    EXPECT_TRUE(ports.reserve("a", {{"tcp", 80, "127.0.0.1", port}, {"udp", 80, "127.0.0.1", port}}, false));
    const auto other = freePort();
    const auto twice =
        ports.reserve("b", {{"tcp", 80, "127.0.0.1", other}, {"tcp", 81, "127.0.0.1", other}}, false);
    ASSERT_FALSE(twice);
    EXPECT_TRUE(twice.error().message.contains("asks twice")) << twice.error().message;
}

TEST(PortReservations, adoptsWhatSomebodyTookMeanwhile)
{
    const auto port = freePort();
    const PortBinding binding{"tcp", 80, "127.0.0.1", port};
    PortReservations dead, living;
    ASSERT_TRUE(dead.reserve("a", {{"tcp", 80, "127.0.0.1", port}}, false));
    living.adopt("a", {binding}); // `dead` still has the port
    const auto other = living.reserve("b", {{"tcp", 80, "127.0.0.1", port}}, false);
    ASSERT_FALSE(other);
    EXPECT_TRUE(other.error().message.contains("by container a")) << other.error().message;
    living.release("a");
    living.release("a");
}

TEST(PortReservations, isNotStoppedByEndedConnections)
{
    const Fd server(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int on = 1;
    ::setsockopt(server.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{.sin_family = AF_INET};
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    socklen_t length = sizeof address;
    ASSERT_EQ(::bind(server.get(), reinterpret_cast<sockaddr *>(&address), length), 0);
    ASSERT_EQ(::listen(server.get(), 1), 0);
    ::getsockname(server.get(), reinterpret_cast<sockaddr *>(&address), &length);
    {
        Fd client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        ASSERT_EQ(::connect(client.get(), reinterpret_cast<sockaddr *>(&address), length), 0);
        Fd accepted(::accept(server.get(), nullptr, nullptr));
        accepted.reset(); // the server's side ends first: TIME_WAIT is on its port
    }
    const auto port = ntohs(address.sin_port);
    PortReservations ports;
    EXPECT_FALSE(ports.reserve("a", {{"tcp", 80, "127.0.0.1", port}}, false));
    EXPECT_TRUE(portHolder("tcp", port).ends_with(std::format("(process {})", ::getpid())))
        << portHolder("tcp", port);
    const_cast<Fd &>(server).reset();
    EXPECT_TRUE(ports.reserve("a", {{"tcp", 80, "127.0.0.1", port}}, false));
}

// The host's ports are everybody's; who has one is not everybody's business.
TEST(PortReservations, tellsNoStrangerWhoHasAPort)
{
    const auto port = freePort();
    PortReservations ports;
    const std::vector<PortRequest> wanted = {{"tcp", 80, "127.0.0.1", port}};
    ASSERT_TRUE(ports.reserve("alices", wanted, false, 1000));
    const auto said = [&](std::uint32_t who) {
        const auto result = ports.reserve("another", wanted, false, who);
        return result ? std::string() : result.error().message;
    };
    EXPECT_TRUE(said(1000).contains("already allocated (by container alices)")) << said(1000);
    EXPECT_TRUE(said(0).contains("already allocated (by container alices)")) << said(0);
    EXPECT_TRUE(said(1001).contains("port is already allocated")) << said(1001);
    EXPECT_FALSE(said(1001).contains("alices")) << said(1001);
}

TEST(PortReservations, tellsNoStrangersProgram)
{
    const auto port = freePort();
    // A socket that listens: others do not count for portHolder().
    const Fd server(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    ASSERT_EQ(::bind(server.get(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(server.get(), 1), 0);
    EXPECT_NE(portHolder("tcp", port, ::getuid()), "");
    EXPECT_EQ(portHolder("tcp", port, 54321), "");
}

TEST(PortReservations, holdsBothFamilies)
{
    if (!std::ifstream("/proc/net/if_inet6"))
        GTEST_SKIP() << "no IPv6";
    PortReservations ports;
    const auto bindings = ports.reserve("a", {{"tcp", 80, "", 0}}, true);
    ASSERT_TRUE(bindings);
    ASSERT_EQ(bindings->size(), 2U);
    EXPECT_EQ(hostEnd(bindings->at(0)), std::format("0.0.0.0:{}", bindings->at(0).hostPort));
    EXPECT_EQ(hostEnd(bindings->at(1)), std::format("[::]:{}", bindings->at(0).hostPort));
}

} // namespace
