// The name server on the loopback address of the test's own namespace, with name servers of the test's to
// ask.
#include "engine/networks/dns/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <atomic>
#include <cstring>
#include <thread>

using namespace quayside;
using namespace quayside::networks::dns;

namespace
{

using Text = std::string;

struct Socket {
    Fd fd;
    std::uint16_t port = 0;
};

Socket bound(int type)
{
    Socket made{Fd(::socket(AF_INET, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))};
    sockaddr_in address{.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(::bind(made.fd.get(), reinterpret_cast<sockaddr *>(&address), length), 0);
    if (type == SOCK_STREAM) {
        EXPECT_EQ(::listen(made.fd.get(), 16), 0);
    }
    ::getsockname(made.fd.get(), reinterpret_cast<sockaddr *>(&address), &length);
    made.port = ntohs(address.sin_port);
    return made;
}

Fd connected(int type, std::uint16_t port)
{
    Fd fd(::socket(AF_INET, type | SOCK_CLOEXEC, 0));
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    return fd;
}

bool readable(int fd, int ms)
{
    pollfd waiting{fd, POLLIN, 0};
    return ::poll(&waiting, 1, ms) == 1;
}

Text question(const Text &label, std::uint16_t id = 7)
{
    Text message = {char(id >> 8), char(id), 1, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    message += char(label.size());
    return message + label + Text("\0\0\1\0\1", 5);
}

Text ask(const Fd &socket, const Text &message, int ms = 5000)
{
    ::send(socket.get(), message.data(), message.size(), MSG_NOSIGNAL);
    char buffer[65536];
    if (!readable(socket.get(), ms))
        return "timeout";
    const auto size = ::recv(socket.get(), buffer, sizeof buffer, 0);
    return size < 0 ? Text("error") : Text(buffer, std::size_t(size));
}

int rcode(const Text &reply)
{
    return reply.size() < 12 ? -1 : reply[3] & 0x0f;
}

// Answers each question with itself as a reply; `silent` says nothing, `wrongId` first what nobody asked.
class Upstream
{
public:
    enum class Mode { Answers, Silent, Refuses, WrongIdFirst };
    explicit Upstream(Mode mode) : m_mode(mode), m_udp(bound(SOCK_DGRAM)), m_thread([this] { run(); }) {}
    ~Upstream()
    {
        m_stop = true;
        m_thread.join();
    }
    [[nodiscard]] std::uint16_t port() const { return m_udp.port; }
    std::atomic<int> asked = 0;

private:
    void run()
    {
        while (!m_stop) {
            if (!readable(m_udp.fd.get(), 20))
                continue;
            char buffer[4096];
            sockaddr_in from{};
            socklen_t length = sizeof from;
            const auto size = ::recvfrom(m_udp.fd.get(), buffer, sizeof buffer, 0,
                                         reinterpret_cast<sockaddr *>(&from), &length);
            ++asked;
            if (size < 12 || m_mode == Mode::Silent)
                continue;
            buffer[2] |= char(0x80);
            if (m_mode == Mode::Refuses)
                buffer[3] = char((buffer[3] & 0xf0) | 5);
            if (m_mode == Mode::WrongIdFirst) {
                buffer[0] ^= 0x55;
                ::sendto(m_udp.fd.get(), buffer, std::size_t(size), 0, reinterpret_cast<sockaddr *>(&from),
                         length);
                buffer[0] ^= 0x55;
            }
            ::sendto(m_udp.fd.get(), buffer, std::size_t(size), 0, reinterpret_cast<sockaddr *>(&from),
                     length);
        }
    }
    const Mode m_mode;
    Socket m_udp;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

class NameServer : public testing::Test
{
protected:
    void start(Upstreams upstreams,
               Server::Limits limits = {.perContainer = 8, .total = 16, .timeoutMs = 150, .idleMs = 400})
    {
        Entry entry{.networkId = "n", .networkName = "n", .names = {"web"}};
        entry.addresses.push_back(*IpAddress::parse("10.5.0.2"));
        directory.set("c", {std::move(entry)});
        auto made = Server::start(directory, [upstreams] { return upstreams; }, limits);
        ASSERT_TRUE(made) << made.error().message;
        server = *std::move(made);
        auto udp = bound(SOCK_DGRAM), tcp = bound(SOCK_STREAM);
        udpPort = udp.port;
        tcpPort = tcp.port;
        server->serve("c", {std::move(udp.fd), std::move(tcp.fd)}, {}, {});
    }
    static Upstreams at(std::uint16_t port)
    {
        return {.servers = {*IpAddress::parse("127.0.0.1")}, .port = port};
    }
    static Text framed(const Text &message)
    {
        return Text{char(message.size() >> 8), char(message.size())} + message;
    }

    Directory directory;
    std::unique_ptr<Server> server;
    std::uint16_t udpPort = 0, tcpPort = 0;
};

TEST_F(NameServer, answersByBothProtocols)
{
    start({});
    const auto udp = ask(connected(SOCK_DGRAM, udpPort), question("web"));
    EXPECT_EQ(rcode(udp), 0);
    EXPECT_TRUE(udp.ends_with(Text("\x0a\x05\0\x02", 4)));
    const Fd stream = connected(SOCK_STREAM, tcpPort);
    const auto tcp = ask(stream, framed(question("web")));
    EXPECT_EQ(tcp, framed(udp));
    // Cut into pieces, and two at once.
    const auto twice = framed(question("web", 1)) + framed(question("web", 2));
    for (std::size_t i = 0; i + 1 < twice.size(); ++i)
        ::send(stream.get(), twice.data() + i, 1, MSG_NOSIGNAL);
    auto both = ask(stream, twice.substr(twice.size() - 1));
    while (both.size() < 2 * tcp.size() && readable(stream.get(), 2000))
        both += ask(stream, {});
    EXPECT_EQ(both.size(), 2 * tcp.size());
}

TEST_F(NameServer, passesOthersQuestionsOn)
{
    const Upstream upstream(Upstream::Mode::Answers);
    start(at(upstream.port()));
    const auto reply = ask(connected(SOCK_DGRAM, udpPort), question("elsewhere", 0x0107));
    EXPECT_EQ(rcode(reply), 0);
    EXPECT_EQ(reply.substr(0, 2), Text("\1\7"));
    EXPECT_EQ(upstream.asked, 1);
    ask(connected(SOCK_DGRAM, udpPort), question("web"));
    EXPECT_EQ(upstream.asked, 1); // not for its own names
}

TEST_F(NameServer, believesOnlyWhomItAsked)
{
    const Upstream upstream(Upstream::Mode::WrongIdFirst);
    start(at(upstream.port()));
    EXPECT_EQ(rcode(ask(connected(SOCK_DGRAM, udpPort), question("elsewhere"))), 0);
}

TEST_F(NameServer, saysWhenNobodyAnswers)
{
    const Upstream silent(Upstream::Mode::Silent);
    start(at(silent.port()));
    EXPECT_EQ(rcode(ask(connected(SOCK_DGRAM, udpPort), question("elsewhere"))), 2);
    EXPECT_EQ(silent.asked, 3);
    EXPECT_EQ(rcode(ask(connected(SOCK_DGRAM, udpPort), question("web"))), 0);
}

TEST_F(NameServer, saysAtOnceWhenThereIsNobody)
{
    start({});
    EXPECT_EQ(rcode(ask(connected(SOCK_DGRAM, udpPort), question("elsewhere"))), 2);
    EXPECT_EQ(rcode(ask(connected(SOCK_STREAM, tcpPort), framed(question("elsewhere"))).substr(2)), 2);
}

TEST_F(NameServer, tellsARefusalWhereNobodyKnowsBetter)
{
    const Upstream upstream(Upstream::Mode::Refuses);
    start(at(upstream.port()));
    EXPECT_EQ(rcode(ask(connected(SOCK_DGRAM, udpPort), question("elsewhere"))), 5);
}

TEST_F(NameServer, boundsWhatIsUnderWay)
{
    const Upstream silent(Upstream::Mode::Silent);
    start(at(silent.port()), {.perContainer = 8, .total = 16, .timeoutMs = 2000, .idleMs = 400});
    const Fd client = connected(SOCK_DGRAM, udpPort);
    int refused = 0;
    for (int i = 0; i < 20; ++i)
        ::send(client.get(), question("elsewhere", std::uint16_t(i)).data(), question("elsewhere").size(), 0);
    for (int i = 0; i < 12 && readable(client.get(), 1500); ++i) {
        char buffer[512];
        refused += ::recv(client.get(), buffer, sizeof buffer, 0) > 0 && (buffer[3] & 0x0f) == 2 ? 1 : 0;
    }
    EXPECT_EQ(refused, 12);                                                    // the 13th to 20th wait
    EXPECT_EQ(rcode(ask(connected(SOCK_DGRAM, udpPort), question("web"))), 0); // its own names all the same
}

TEST_F(NameServer, closesIdleAndHostileConnections)
{
    start({});
    const Fd idle = connected(SOCK_STREAM, tcpPort);
    EXPECT_TRUE(readable(idle.get(), 3000)); // the end
    const Fd greedy = connected(SOCK_STREAM, tcpPort);
    EXPECT_LT(ask(greedy, Text("\xff\xff") + Text(100, 'x')).size(), 12U); // closed
    // One too many is closed. On a busy machine the first may have been idle for too long before the last is
    // made.
    bool refused = false;
    for (int attempt = 0; attempt < 20 && !refused; ++attempt) {
        std::vector<Fd> many;
        for (int i = 0; i < 40; ++i)
            many.push_back(connected(SOCK_STREAM, tcpPort));
        refused = ask(many.back(), framed(question("web"))).size() < 12U;
    }
    EXPECT_TRUE(refused);
    EXPECT_EQ(rcode(ask(connected(SOCK_DGRAM, udpPort), question("web"))), 0);
}

TEST_F(NameServer, forgetsAContainer)
{
    start({});
    const Fd client = connected(SOCK_DGRAM, udpPort);
    EXPECT_EQ(rcode(ask(client, question("web"))), 0);
    server->forget("c");
    Text last;
    for (int i = 0; i < 50 && last != "error"; ++i)
        last = ask(client, question("web"), 100);
    EXPECT_EQ(last, "error"); // nobody listens there
}

} // namespace
