#include "engine/networks/dns/loop.h"

#include "engine/networks/dns/reply.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace quayside::networks::dns
{

constexpr int mostAtOnce = 32; // of one socket, so that the others have their turn

Loop::~Loop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard guard(m_mutex);
        m_stop = true;
    }
    (void)::eventfd_write(m_wake.get(), 1);
    m_thread.join();
}

Result<> Loop::start()
{
    m_epoll = Fd(::epoll_create1(EPOLL_CLOEXEC));
    m_wake = Fd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!m_epoll || !m_wake || !watch(m_wake.get(), token(Kind::Wake), EPOLLIN))
        return failErrno(errno, "starting the name server");
    try {
        m_thread = std::thread([this] { run(); });
    } catch (const std::system_error &error) {
        return failErrno(error.code().value(), "starting the name server's thread");
    }
    return {};
}

void Loop::post(std::function<void()> task)
{
    {
        const std::lock_guard guard(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    (void)::eventfd_write(m_wake.get(), 1);
}

void Loop::serve(const std::string &containerId, Sockets sockets, Fd netns, Upstreams upstreams)
{
    // A std::function wants what can be copied.
    auto shared = std::make_shared<std::pair<Sockets, Fd>>(std::move(sockets), std::move(netns));
    post([this, containerId, shared, upstreams = std::move(upstreams)] {
        add(containerId, std::move(shared->first), std::move(shared->second), upstreams);
    });
}

void Loop::serveLater(const std::string &containerId, Fd netns, Upstreams upstreams)
{
    auto shared = std::make_shared<Fd>(std::move(netns));
    post([this, containerId, shared, upstreams = std::move(upstreams)] {
        // One that ended meanwhile takes its namespace along.
        if (auto sockets = openSockets(*shared))
            add(containerId, *std::move(sockets), std::move(*shared), upstreams);
    });
}

void Loop::forget(const std::string &containerId)
{
    post([this, containerId] { drop(containerId); });
}

void Loop::run()
{
    std::array<epoll_event, 64> events;
    while (true) {
        const int count = ::epoll_wait(m_epoll.get(), events.data(), events.size(), timeout());
        for (int i = 0; i < count; ++i)
            handle(events[i].data.u64, events[i].events);
        expire();
        if (!runTasks())
            return;
    }
}

bool Loop::runTasks()
{
    while (true) {
        std::function<void()> task;
        {
            const std::lock_guard guard(m_mutex);
            if (m_stop)
                return false;
            if (m_tasks.empty())
                return true;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

void Loop::handle(Token token, std::uint32_t events)
{
    switch (static_cast<Kind>(token >> 56)) {
    case Kind::Wake: {
        eventfd_t count = 0;
        (void)::eventfd_read(m_wake.get(), &count);
        break;
    }
    case Kind::Datagrams:
        if (auto *container = containerOf(token))
            readDatagrams(*container);
        break;
    case Kind::Listener:
        if (auto *container = containerOf(token))
            acceptStreams(*container);
        break;
    case Kind::Stream:
        useStream(token, events);
        break;
    case Kind::Asked:
        proceed(token);
        break;
    }
}

int Loop::timeout() const
{
    auto due = Clock::time_point::max();
    for (const auto &[token, pending] : m_pending)
        due = std::min(due, pending.deadline);
    for (const auto &[token, stream] : m_streams)
        due = std::min(due, stream.deadline);
    if (due == Clock::time_point::max())
        return -1;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - Clock::now());
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(wait.count(), 0, 60000));
}

void Loop::expire()
{
    const auto now = Clock::now();
    std::vector<Token> late, idle;
    for (const auto &[token, pending] : m_pending)
        if (pending.deadline <= now)
            late.push_back(token);
    for (const auto &[token, stream] : m_streams)
        if (stream.deadline <= now)
            idle.push_back(token);
    std::ranges::for_each(late, [this](Token token) { askNext(token); });
    std::ranges::for_each(idle, [this](Token token) { closeStream(token); });
}

bool Loop::watch(int fd, Token token, std::uint32_t events)
{
    epoll_event event{.events = events, .data = {.u64 = token}};
    return ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) == 0;
}

void Loop::change(int fd, Token token, std::uint32_t events) const
{
    epoll_event event{.events = events, .data = {.u64 = token}};
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

Loop::Container *Loop::containerOf(Token token)
{
    const auto id = m_byToken.find(token);
    return id == m_byToken.end() ? nullptr : &m_containers.at(id->second);
}

void Loop::add(const std::string &id, Sockets sockets, Fd netns, Upstreams upstreams)
{
    drop(id);
    auto &container = m_containers[id];
    container.id = id;
    container.sockets = std::move(sockets);
    if (!upstreams.servers.empty())
        container.netns = std::make_shared<Fd>(std::move(netns));
    container.upstreams = std::move(upstreams);
    container.datagrams = token(Kind::Datagrams);
    container.listener = token(Kind::Listener);
    m_byToken[container.datagrams] = id;
    m_byToken[container.listener] = id;
    watch(container.sockets.udp.get(), container.datagrams, EPOLLIN);
    watch(container.sockets.tcp.get(), container.listener, EPOLLIN);
}

void Loop::drop(const std::string &id)
{
    const auto found = m_containers.find(id);
    if (found == m_containers.end())
        return;
    m_byToken.erase(found->second.datagrams);
    m_byToken.erase(found->second.listener);
    std::erase_if(m_pending, [&](const auto &one) { return one.second.asker.containerId == id; });
    std::erase_if(m_streams, [&](const auto &one) { return one.second.containerId() == id; });
    m_containers.erase(found); // closed descriptors leave the epoll set by themselves
}

void Loop::readDatagrams(Container &container)
{
    std::array<std::uint8_t, 4096> buffer;
    for (int i = 0; i < mostAtOnce; ++i) {
        sockaddr_in from{};
        socklen_t length = sizeof from;
        const auto size = ::recvfrom(container.sockets.udp.get(), buffer.data(), buffer.size(), 0,
                                     reinterpret_cast<sockaddr *>(&from), &length);
        if (size < 0)
            return;
        question(container, Bytes(buffer.data(), buffer.data() + size),
                 {.containerId = container.id, .from = from});
    }
}

void Loop::acceptStreams(Container &container)
{
    for (int i = 0; i < mostAtOnce; ++i) {
        Fd socket(::accept4(container.sockets.tcp.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!socket)
            return;
        if (container.connections >= m_limits.connections)
            continue; // closed
        const auto stream = token(Kind::Stream);
        if (!watch(socket.get(), stream, EPOLLIN))
            continue;
        auto &made = m_streams.try_emplace(stream, std::move(socket), container.id).first->second;
        made.deadline = Clock::now() + std::chrono::milliseconds(m_limits.idleMs);
        ++container.connections;
    }
}

void Loop::useStream(Token token, std::uint32_t events)
{
    const auto found = m_streams.find(token);
    if (found == m_streams.end())
        return;
    auto &stream = found->second;
    auto &container = m_containers.at(stream.containerId());
    bool open = true;
    if (events & EPOLLOUT)
        open = stream.write();
    std::vector<Bytes> questions;
    if (open && (events & ~static_cast<std::uint32_t>(EPOLLOUT)))
        open = stream.read([&](Bytes message) { questions.push_back(std::move(message)); });
    for (auto &one : questions)
        question(container, std::move(one), {.containerId = container.id, .connection = token});
    if (!open)
        closeStream(token);
    else if (const auto still = m_streams.find(token);
             still != m_streams.end()) // an answer may have ended it
        still->second.deadline = Clock::now() + std::chrono::milliseconds(m_limits.idleMs);
}

void Loop::closeStream(Token token)
{
    const auto found = m_streams.find(token);
    if (found == m_streams.end())
        return;
    --m_containers.at(found->second.containerId()).connections;
    m_streams.erase(found);
}

void Loop::question(Container &container, Bytes message, Asker asker)
{
    const auto told = replyTo(m_directory, container.id, message, asker.from.has_value());
    if (!told.bytes.empty())
        reply(asker, told.bytes);
    else if (told.ask)
        ask(container, std::move(message), *told.ask, std::move(asker));
}

void Loop::ask(Container &container, Bytes message, const Query &query, Asker asker)
{
    if (container.asked >= m_limits.perContainer || m_pending.size() >= m_limits.total) {
        reply(asker, failure(message, query));
        return;
    }
    const auto asked = token(Kind::Asked);
    const auto upstreams = container.upstreams.servers.empty() ? m_hostServers() : container.upstreams;
    const bool tcp = !asker.from.has_value();
    m_pending[asked] = {
        std::make_unique<Exchange>(std::move(message), query, upstreams, container.netns, tcp),
        std::move(asker),
        {}};
    ++container.asked;
    askNext(asked);
}

void Loop::askNext(Token token)
{
    auto &pending = m_pending.at(token);
    if (!pending.exchange->askNext() ||
        !watch(pending.exchange->fd(), token, pending.exchange->writes() ? EPOLLOUT : EPOLLIN)) {
        finish(token, pending.exchange->failed());
        return;
    }
    pending.deadline = Clock::now() + std::chrono::milliseconds(m_limits.timeoutMs);
}

void Loop::proceed(Token token)
{
    const auto found = m_pending.find(token);
    if (found == m_pending.end())
        return;
    auto &exchange = *found->second.exchange;
    const bool wrote = exchange.writes();
    switch (exchange.proceed()) {
    case Exchange::State::Waiting:
        if (wrote && !exchange.writes())
            change(exchange.fd(), token, EPOLLIN);
        break;
    case Exchange::State::Answered:
        finish(token, exchange.answer());
        break;
    case Exchange::State::Failed:
        askNext(token);
        break;
    }
}

void Loop::finish(Token token, const Bytes &answer)
{
    const Bytes kept = answer; // the exchange goes first
    const auto asker = m_pending.at(token).asker;
    m_pending.erase(token);
    if (const auto container = m_containers.find(asker.containerId); container != m_containers.end())
        --container->second.asked;
    reply(asker, kept);
}

void Loop::reply(const Asker &asker, const Bytes &answer)
{
    if (asker.from) {
        const auto container = m_containers.find(asker.containerId);
        if (container != m_containers.end()) // what cannot be sent now is asked for again
            ::sendto(container->second.sockets.udp.get(), answer.data(), answer.size(), MSG_NOSIGNAL,
                     reinterpret_cast<const sockaddr *>(&*asker.from), sizeof *asker.from);
        return;
    }
    const auto stream = m_streams.find(asker.connection);
    if (stream == m_streams.end())
        return;
    if (!stream->second.answer(answer)) {
        closeStream(asker.connection);
        return;
    }
    change(stream->second.fd(), asker.connection, stream->second.writes() ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

Result<std::unique_ptr<Server>> Server::start(const Directory &directory, HostServers hostServers,
                                              const Limits &limits)
{
    auto loop = std::make_unique<Loop>(directory, std::move(hostServers), limits);
    CHECK(loop->start());
    return loop;
}

} // namespace quayside::networks::dns
