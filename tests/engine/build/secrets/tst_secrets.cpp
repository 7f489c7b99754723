#include "engine/build/secrets/relay.h"
#include "engine/build/secrets/secret.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <thread>

namespace quayside::build
{
namespace
{

constexpr int unchanging = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW;

Fd memory(const std::string &content, int seals)
{
    Fd file(::memfd_create("secret", MFD_ALLOW_SEALING | MFD_CLOEXEC));
    (void)!::write(file.get(), content.data(), content.size());
    ::fcntl(file.get(), F_ADD_SEALS, seals);
    return file;
}

Fd self()
{
    return Fd(static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0)));
}

std::string message(unsigned char type, const std::string &body = {})
{
    const std::size_t length = body.size() + 1;
    std::string text{static_cast<char>(length >> 24), static_cast<char>(length >> 16),
                     static_cast<char>(length >> 8), static_cast<char>(length)};
    return text + static_cast<char>(type) + body;
}

const std::string refusal = message(5);

std::string receive(int socket, std::size_t size)
{
    std::string text(size, '\0');
    std::size_t at = 0;
    pollfd ready{socket, POLLIN, 0};
    while (at < size && ::poll(&ready, 1, 5000) > 0) {
        const ssize_t got = ::recv(socket, text.data() + at, size - at, 0);
        if (got <= 0)
            break;
        at += static_cast<std::size_t>(got);
    }
    text.resize(at);
    return text;
}

struct Pair {
    Fd one, other;
    Pair()
    {
        int ends[2];
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        one.reset(ends[0]);
        other.reset(ends[1]);
    }
};

TEST(Secrets, AreMemoryThatNobodyChanges)
{
    const Fd good = memory("word", unchanging);
    const auto taken = takeSecret(self(), good.get(), "s");
    ASSERT_TRUE(taken) << taken.error().message;
    EXPECT_EQ(*secretText(*taken, "s"), "word");
    EXPECT_EQ(*secretText(*taken, "s"), "word"); // its place in the file is the caller's
    const Fd open = memory("word", F_SEAL_WRITE | F_SEAL_SHRINK);
    const Fd large = memory(std::string(mostSecretBytes + 1, 'x'), unchanging);
    const Fd most = memory(std::string(mostSecretBytes, 'x'), unchanging);
    const Fd file(::open("/etc/passwd", O_RDONLY | O_CLOEXEC));
    const Fd path(::open("/etc/passwd", O_PATH | O_CLOEXEC));
    for (const int wrong : {open.get(), large.get(), file.get(), path.get(), 9999})
        EXPECT_EQ(takeSecret(self(), wrong, "s").error().kind, ErrorKind::InvalidArgument) << wrong;
    EXPECT_EQ(secretText(*takeSecret(self(), most.get(), "s"), "s")->size(), mostSecretBytes);
    const Fd zero = memory(std::string("a\0b", 3), unchanging);
    EXPECT_FALSE(secretText(zero, "s"));
}

TEST(Agents, MessagesAreTakenApart)
{
    const std::string two = message(11) + message(12, "body");
    EXPECT_EQ(firstAgentMessage(two).message, message(11));
    EXPECT_EQ(firstAgentMessage(two.substr(5)).message, message(12, "body"));
    for (std::size_t size = 0; size < 5; ++size)
        EXPECT_TRUE(firstAgentMessage(two.substr(0, size)).message.empty());
    EXPECT_TRUE(firstAgentMessage(std::string("\x7f\xff\xff\xff", 4)).tooLong);
    EXPECT_FALSE(firstAgentMessage(two).tooLong);
}

TEST(Agents, OnlyConnectedUnixSocketsAreTaken)
{
    const Pair pair;
    EXPECT_TRUE(SshAgent::take(self(), pair.one.get(), "a"));
    const Fd alone(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const Fd packets(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const Fd file(::open("/etc/passwd", O_RDONLY | O_CLOEXEC));
    for (const int wrong : {alone.get(), packets.get(), file.get(), 9999})
        EXPECT_EQ(SshAgent::take(self(), wrong, "a").error().kind, ErrorKind::InvalidArgument) << wrong;
}

class RelayTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        char name[] = "/tmp/quayside-relay-XXXXXX";
        m_path = ::mkdtemp(name);
        m_folder.reset(::open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        m_agent = std::make_shared<SshAgent>(Fd(::fcntl(m_pair.one.get(), F_DUPFD_CLOEXEC, 3)), ::getuid(),
                                             ::getgid());
        auto relay =
            AgentRelay::start(m_agent, m_folder, {.mode = 0640, .uid = ::getuid(), .gid = ::getgid()});
        ASSERT_TRUE(relay) << relay.error().message;
        m_relay = *std::move(relay);
    }
    void TearDown() override
    {
        m_relay.reset();
        ::unlink((m_path + "/agent").c_str());
        ::rmdir(m_path.c_str());
    }
    [[nodiscard]] Fd client() const
    {
        Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        std::snprintf(address.sun_path, sizeof address.sun_path, "%s/agent", m_path.c_str());
        EXPECT_EQ(::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        return socket;
    }
    static void send(const Fd &socket, const std::string &text)
    {
        ASSERT_EQ(::send(socket.get(), text.data(), text.size(), MSG_NOSIGNAL),
                  static_cast<ssize_t>(text.size()));
    }

    Pair m_pair; // the agent is `other`
    std::string m_path;
    Fd m_folder;
    std::shared_ptr<SshAgent> m_agent;
    std::unique_ptr<AgentRelay> m_relay;
};

TEST_F(RelayTest, AsksAndAnswersWhateverThePieces)
{
    struct stat status{};
    ASSERT_EQ(::fstat(m_relay->file()->get(), &status), 0);
    EXPECT_EQ(status.st_mode, static_cast<mode_t>(S_IFSOCK | 0640));
    const Fd one = client(), two = client();
    const std::string question = message(13, std::string(1000, 'q'));
    send(one, question.substr(0, 2));
    send(one, question.substr(2));
    EXPECT_EQ(receive(m_pair.other.get(), question.size()), question);
    send(m_pair.other, message(14, "si"));
    EXPECT_EQ(receive(one.get(), message(14, "si").size()), message(14, "si"));
    send(two, message(11) + message(11));
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(receive(m_pair.other.get(), 5), message(11));
        send(m_pair.other, message(12, "keys"));
        EXPECT_EQ(receive(two.get(), 9), message(12, "keys"));
    }
}

TEST_F(RelayTest, WhatChangesTheAgentNeverReachesIt)
{
    const Fd one = client();
    for (const unsigned char type : {17, 18, 19, 20, 22, 23, 25, 27, 0}) {
        send(one, message(type, "body"));
        EXPECT_EQ(receive(one.get(), 5), refusal) << int(type);
    }
    pollfd asked{m_pair.other.get(), POLLIN, 0};
    EXPECT_EQ(::poll(&asked, 1, 50), 0);
}

TEST(Agents, MessagesAreTheirUsers)
{
    const Pair pair;
    const int yes = 1;
    ASSERT_EQ(::setsockopt(pair.other.get(), SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes), 0);
    const bool root = ::geteuid() == 0; // others may only say who they are
    const uid_t uid = root ? 4711 : ::getuid();
    SshAgent agent(Fd(::fcntl(pair.one.get(), F_DUPFD_CLOEXEC, 3)), uid, root ? 4712 : ::getgid());
    std::thread asking([&] { EXPECT_EQ(agent.ask(message(11), -1), message(12)); });
    char bytes[16];
    iovec part{bytes, sizeof bytes};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(ucred))] = {};
    msghdr received{};
    received.msg_iov = &part;
    received.msg_iovlen = 1;
    received.msg_control = control;
    received.msg_controllen = sizeof control;
    EXPECT_EQ(::recvmsg(pair.other.get(), &received, 0), 5);
    const cmsghdr *header = CMSG_FIRSTHDR(&received);
    ASSERT_TRUE(header);
    ucred sender{};
    std::memcpy(&sender, CMSG_DATA(header), sizeof sender);
    EXPECT_EQ(sender.uid, uid);
    const std::string answer = message(12);
    EXPECT_EQ(::send(pair.other.get(), answer.data(), answer.size(), 0), 5);
    asking.join();
}

TEST_F(RelayTest, NonsenseEndsItsClientOnly)
{
    const Fd bad = client(), good = client();
    send(bad, "\x7f\xff\xff\xff....");
    EXPECT_EQ(receive(bad.get(), 1), "");
    send(good, message(11));
    EXPECT_EQ(receive(m_pair.other.get(), 5), message(11));
    send(m_pair.other, message(12));
    EXPECT_EQ(receive(good.get(), 5), message(12));
}

TEST_F(RelayTest, AnAgentThatIsGoneOrOutOfStepIsAFailure)
{
    const Fd one = client();
    send(one, message(11));
    receive(m_pair.other.get(), 5);
    send(m_pair.other, message(12) + message(12)); // two answers
    EXPECT_EQ(receive(one.get(), 5), refusal);
    send(one, message(11)); // not asked again
    EXPECT_EQ(receive(one.get(), 5), refusal);
}

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

TEST_F(RelayTest, WithoutADescriptorToSpareItWaits)
{
    const Fd one = client();
    send(one, message(11));
    receive(m_pair.other.get(), 5); // it has been accepted
    send(m_pair.other, message(12));
    EXPECT_EQ(receive(one.get(), 5), message(12));
    const Fd two(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    // No new ones; and not below the number of those that poll(2) is asked about.
    const rlimit none{4, before.rlim_max};
    ASSERT_NE(::fcntl(3, F_GETFD), -1);
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    std::snprintf(address.sun_path, sizeof address.sun_path, "%s/agent", m_path.c_str());
    EXPECT_EQ(::connect(two.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const double began = processorSeconds();
    ::usleep(1'000'000);
    EXPECT_LT(processorSeconds() - began, 0.1) << "it asks again and again";
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
    send(two, message(11));
    EXPECT_EQ(receive(m_pair.other.get(), 5), message(11)) << "the client that waited";
    send(m_pair.other, message(12));
    EXPECT_EQ(receive(two.get(), 5), message(12));
}

TEST_F(RelayTest, EndsWhileTheAgentThinks)
{
    const Fd one = client();
    send(one, message(13));
    receive(m_pair.other.get(), 5);
    m_relay.reset(); // would wait for ever
    EXPECT_EQ(receive(one.get(), 5), refusal);
}

} // namespace
} // namespace quayside::build
