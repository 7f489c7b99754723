// The thread of the name server.
#pragma once

#include "engine/networks/dns/connection.h"
#include "engine/networks/dns/exchange.h"
#include "engine/networks/dns/server.h"

#include <netinet/in.h>

#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace quayside::networks::dns
{

class Loop final : public Server
{
public:
    Loop(const Directory &directory, HostServers hostServers, const Limits &limits)
        : m_directory(directory), m_hostServers(std::move(hostServers)), m_limits(limits)
    {
    }
    ~Loop() override;
    Result<> start();

    void serve(const std::string &containerId, Sockets sockets, Fd netns, Upstreams upstreams) override;
    void serveLater(const std::string &containerId, Fd netns, Upstreams upstreams) override;
    void forget(const std::string &containerId) override;

private:
    using Clock = std::chrono::steady_clock;
    using Token = std::uint64_t; // its highest byte is the kind
    enum class Kind : std::uint8_t { Wake, Datagrams, Listener, Stream, Asked };
    struct Container {
        std::string id;
        Sockets sockets;
        std::shared_ptr<Fd> netns;
        Upstreams upstreams;
        Token datagrams = 0, listener = 0;
        std::size_t asked = 0, connections = 0;
    };
    // Who waits for an exchange's end.
    struct Asker {
        std::string containerId;
        std::optional<sockaddr_in> from; // UDP
        Token connection = 0;            // TCP
    };
    struct Pending {
        std::unique_ptr<Exchange> exchange;
        Asker asker;
        Clock::time_point deadline;
    };

    void run();
    void handle(Token token, std::uint32_t events);
    [[nodiscard]] int timeout() const;
    void post(std::function<void()> task);
    bool runTasks(); // false: the end
    void expire();

    void add(const std::string &id, Sockets sockets, Fd netns, Upstreams upstreams);
    void drop(const std::string &id);
    void readDatagrams(Container &container);
    void acceptStreams(Container &container);
    void useStream(Token token, std::uint32_t events);
    void closeStream(Token token);
    void question(Container &container, Bytes message, Asker asker);
    void ask(Container &container, Bytes message, const Query &query, Asker asker);
    void proceed(Token token);
    void askNext(Token token);
    void finish(Token token, const Bytes &answer);
    void reply(const Asker &asker, const Bytes &answer);

    Token token(Kind kind) { return static_cast<Token>(kind) << 56 | ++m_lastToken; }
    bool watch(int fd, Token token, std::uint32_t events);
    void change(int fd, Token token, std::uint32_t events) const;
    Container *containerOf(Token token);

    const Directory &m_directory;
    const HostServers m_hostServers;
    const Limits m_limits;
    Fd m_epoll, m_wake;
    // The thread's own:
    Token m_lastToken = 0;
    std::map<std::string, Container> m_containers;
    std::map<Token, std::string> m_byToken; // containers' sockets
    std::map<Token, Connection> m_streams;
    std::map<Token, Pending> m_pending;

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_tasks;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace quayside::networks::dns
