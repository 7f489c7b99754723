#include "tests/engine/networks/support/testhost.h"

#include "engine/isolation/network/address.h"
#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <utility>

namespace quayside::test
{

using namespace isolation::network;

namespace
{

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << "the test's network: " << result.error().message << "\n";
        std::abort();
    }
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

socklen_t fill(sockaddr_storage &storage, const std::string &text, std::uint16_t port)
{
    const auto address = must(IpAddress::parse(text));
    if (address.family == Family::V4) {
        auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
        v4 = {.sin_family = AF_INET, .sin_port = htons(port)};
        std::memcpy(&v4.sin_addr, address.bytes.data(), 4);
        return sizeof v4;
    }
    auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
    v6 = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
    std::memcpy(&v6.sin6_addr, address.bytes.data(), 16);
    return sizeof v6;
}

std::string textOf(const sockaddr_storage &storage)
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    if (storage.ss_family == AF_INET)
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in &>(storage).sin_addr, buffer.data(),
                    buffer.size());
    else
        ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6 &>(storage).sin6_addr, buffer.data(),
                    buffer.size());
    const std::string text = buffer.data();
    return text.starts_with("::ffff:") ? text.substr(7) : text;
}

int serverSocket(const std::string &address, int type, std::uint16_t port)
{
    sockaddr_storage storage{};
    const socklen_t length = fill(storage, address, port);
    const int fd = ::socket(storage.ss_family, type, 0);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(fd, reinterpret_cast<sockaddr *>(&storage), length) != 0 ||
        (type == SOCK_STREAM && ::listen(fd, 64) != 0)) {
        std::cerr << "the test's server on port " << port << ": " << ::strerror(errno) << "\n";
        ::_exit(1);
    }
    return fd;
}

void answer(const pollfd &ready, bool tcp, const std::string &name)
{
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    std::array<char, 64> buffer{};
    if (!tcp) {
        if (::recvfrom(ready.fd, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&peer),
                       &length) < 0)
            return;
        const auto text = name + " " + textOf(peer);
        (void)!::sendto(ready.fd, text.data(), text.size(), 0, reinterpret_cast<sockaddr *>(&peer), length);
        return;
    }
    const Fd connection(::accept(ready.fd, reinterpret_cast<sockaddr *>(&peer), &length));
    const auto text = name + " " + textOf(peer);
    (void)!::write(connection.get(), text.data(), text.size());
}

[[noreturn]] void serve(const Server::Options &options, int ready)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // What the engine has open (its lock, ports, sockets) would stay open with a child that does not exec.
    const int netns = options.netns ? ::dup3(options.netns->get(), 100, 0) : -1;
    ::dup3(ready, 101, 0);
    ::close_range(3, 99, 0);
    ::close_range(102, ~0U, 0);
    ready = 101;
    if (options.isolated && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        ::_exit(1);
    if (netns >= 0 && ::setns(netns, CLONE_NEWNET) != 0)
        ::_exit(1);
    std::vector<pollfd> sockets;
    for (const auto port : options.ports)
        for (const int type : {SOCK_STREAM, SOCK_DGRAM})
            sockets.push_back({serverSocket(options.address, type, port), POLLIN, 0});
    (void)!::write(ready, "r", 1);
    while (::poll(sockets.data(), sockets.size(), -1) > 0)
        for (std::size_t i = 0; i < sockets.size(); ++i)
            if (sockets[i].revents)
                answer(sockets[i], i % 2 == 0, options.name);
    ::_exit(0);
}

} // namespace

bool enterTestNamespaces()
{
    return ::unshare(CLONE_NEWNET | CLONE_NEWNS) == 0 &&
           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

int runInTestNamespaces(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (!enterTestNamespaces()) {
        std::cout << "skipped: needs root (network and mount namespaces of its own)\n";
        return 77;
    }
    return RUN_ALL_TESTS();
}

namespace
{

struct Cable {
    std::string interface;
    std::vector<std::string> hostEnd, farEnd; // with prefix lengths
};

int connect(const Cable &cable, const Fd &netns)
{
    auto links = must(Links::open());
    must(links.setUp(1));
    must(links.addVeth(
        {.name = cable.interface, .peerAddress = {2, 0, 0, 0, 0, 2}, .peerNamespace = netns.get()}));
    const int index = must(links.find(cable.interface)).index;
    for (const auto &address : cable.hostEnd)
        must(links.addAddress(index, must(IpPrefix::parse(address))));
    must(inNamespace(netns, [&]() -> Result<> {
        auto inside = must(Links::open());
        must(inside.setUp(1));
        const int eth0 = must(inside.find("eth0")).index;
        must(inside.setUp(eth0));
        for (const auto &address : cable.farEnd)
            must(inside.addAddress(eth0, must(IpPrefix::parse(address))));
        must(inside.awaitRunning(eth0));
        return {};
    }));
    must(links.awaitRunning(index));
    return index;
}

Fd newNamespace()
{
    Fd netns;
    std::thread([&] {
        if (::unshare(CLONE_NEWNET) == 0)
            netns = Fd(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
    }).join();
    return netns;
}

} // namespace

Fd makeOutside()
{
    Fd netns = newNamespace();
    const std::string v4 = "/24", v6 = "/64";
    const int index = connect(
        {"uplink0", {hostAddress + v4, hostAddress6 + v6}, {outsideAddress + v4, outsideAddress6 + v6}},
        netns);
    auto links = must(Links::open());
    must(links.addDefaultRoute(index, must(IpAddress::parse(outsideAddress))));
    must(links.addDefaultRoute(index, must(IpAddress::parse(outsideAddress6))));
    return netns;
}

Fd makeNeighbour()
{
    Fd netns = newNamespace();
    connect({"cable0", {"198.18.1.1/24"}, {"198.18.1.2/24"}}, netns);
    return netns;
}

Server::Server(const Options &options)
{
    std::array<int, 2> ready{};
    if (::pipe2(ready.data(), O_CLOEXEC) != 0)
        std::abort();
    m_pid = ::fork();
    if (m_pid == 0)
        serve(options, ready[1]);
    ::close(ready[1]);
    char byte = 0;
    if (::read(ready[0], &byte, 1) != 1)
        std::abort();
    ::close(ready[0]);
    m_netns = Fd(::open(std::format("/proc/{}/ns/net", m_pid).c_str(), O_RDONLY | O_CLOEXEC));
}

Server::Server(Server &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_netns(std::move(other.m_netns))
{
}

Server::~Server()
{
    if (m_pid < 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

static std::string askHere(const std::string &protocol, const std::string &address, std::uint16_t port)
{
    sockaddr_storage storage{};
    const socklen_t length = fill(storage, address, port);
    const Fd fd(::socket(storage.ss_family, protocol == "tcp" ? SOCK_STREAM : SOCK_DGRAM, 0));
    const timeval second{1, 0};
    ::setsockopt(fd.get(), SOL_SOCKET, SO_SNDTIMEO, &second, sizeof second);
    ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
    const auto word = [] {
        if (errno == ECONNREFUSED)
            return "refused";
        return errno == EHOSTUNREACH || errno == ENETUNREACH ? "unreachable" : "timeout";
    };
    if (::connect(fd.get(), reinterpret_cast<sockaddr *>(&storage), length) != 0)
        return word();
    if (protocol == "udp" && ::send(fd.get(), "?", 1, 0) != 1)
        return word();
    std::array<char, 128> buffer{};
    const auto received = ::recv(fd.get(), buffer.data(), buffer.size(), 0);
    return received >= 0 ? std::string(buffer.data(), static_cast<std::size_t>(received)) : word();
}

std::string ask(const std::string &protocol, const std::string &address, std::uint16_t port, const Fd *from)
{
    if (!from)
        return askHere(protocol, address, port);
    std::string reply;
    must(inNamespace(*from, [&]() -> Result<> {
        reply = askHere(protocol, address, port);
        return {};
    }));
    return reply;
}

} // namespace quayside::test
