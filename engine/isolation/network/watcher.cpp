#include "engine/isolation/network/watcher.h"

#include <arpa/inet.h>
#include <linux/filter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <system_error>

namespace quayside::isolation::network
{

using namespace std::chrono_literals;

// A firewall that starts writes dozens of transactions: look once, when it pauses.
constexpr auto quiet = 100ms;
constexpr auto longestWait = 400ms;

static Result<Fd> subscribe(int protocol, std::initializer_list<int> groups)
{
    Fd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol));
    const sockaddr_nl address{.nl_family = AF_NETLINK};
    if (!fd || ::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return failErrno(errno, "opening a netlink socket for changes");
    for (const int group : groups)
        if (::setsockopt(fd.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) != 0)
            return failErrno(errno, "subscribing to changes of the network");
    return fd;
}

// Containers that come and go send a stream of news about their interfaces: only removals may wake the
// thread.
static Result<> onlyRemovals(const Fd &route)
{
    // Classic BPF reads big-endian; nlmsg_type has the host's order.
    constexpr auto typeOffset = offsetof(nlmsghdr, nlmsg_type);
    std::array<sock_filter, 5> code = {{
        BPF_STMT(BPF_LD | BPF_H | BPF_ABS, typeOffset),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ::htons(RTM_DELLINK), 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ::htons(RTM_DELADDR), 1, 0),
        BPF_STMT(BPF_RET | BPF_K, 0),
        BPF_STMT(BPF_RET | BPF_K, ~0U),
    }};
    const sock_fprog program{code.size(), code.data()};
    if (::setsockopt(route.get(), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) != 0)
        return failErrno(errno, "filtering changes of the network");
    return {};
}

Result<std::unique_ptr<Watcher>> Watcher::make(const std::string &table, Callback changed, Own own)
{
    std::unique_ptr<Watcher> watcher(new Watcher(table, std::move(changed), std::move(own)));
    TRY(watcher->m_netfilter, subscribe(NETLINK_NETFILTER, {NFNLGRP_NFTABLES}));
    TRY(watcher->m_route, subscribe(NETLINK_ROUTE, {RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR}));
    CHECK(onlyRemovals(watcher->m_route));
    watcher->m_wake = Fd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!watcher->m_wake)
        return failErrno(errno, "making an event descriptor");
    return watcher;
}

Result<> Watcher::start()
{
    try {
        m_thread = std::thread([this] { run(); });
    } catch (const std::system_error &error) {
        return failErrno(error.code().value(), "starting the thread that watches the network");
    }
    return {};
}

void Watcher::stop()
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

void Watcher::runIn(std::chrono::milliseconds delay, std::function<void()> task)
{
    {
        const std::lock_guard guard(m_mutex);
        m_tasks.emplace(Clock::now() + delay, std::move(task));
    }
    (void)::eventfd_write(m_wake.get(), 1);
}

int Watcher::timeout()
{
    auto due = Clock::time_point::max();
    if (m_changes.any() || !m_transactions.empty())
        due = std::min(m_lastChange + quiet, m_firstChange + longestWait);
    const std::lock_guard guard(m_mutex);
    if (!m_tasks.empty())
        due = std::min(due, m_tasks.begin()->first);
    if (due == Clock::time_point::max())
        return -1;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - Clock::now());
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(0, wait.count()));
}

void Watcher::run()
{
    while (true) {
        std::array<pollfd, 3> fds = {
            {{m_netfilter.get(), POLLIN, 0}, {m_route.get(), POLLIN, 0}, {m_wake.get(), POLLIN, 0}}};
        ::poll(fds.data(), fds.size(), timeout());
        {
            const std::lock_guard guard(m_mutex);
            if (m_stop)
                return;
        }
        eventfd_t count = 0;
        (void)::eventfd_read(m_wake.get(), &count);
        drain(m_netfilter.get(), true);
        drain(m_route.get(), false);
        report();
        runDueTasks();
    }
}

void Watcher::drain(int fd, bool netfilter)
{
    alignas(nlmsghdr) std::array<char, 32768> buffer;
    while (true) {
        const auto received = ::recv(fd, buffer.data(), buffer.size(), 0);
        if (received < 0 && errno == ENOBUFS) { // some were lost: suppose the worst
            changed();
            m_changes = {true, true, true};
            m_open = {};
            continue;
        }
        if (received <= 0)
            return;
        auto rest = static_cast<int>(received);
        for (auto *header = reinterpret_cast<nlmsghdr *>(buffer.data()); NLMSG_OK(header, rest);
             header = NLMSG_NEXT(header, rest))
            if (netfilter) {
                noteRules(header);
            } else {
                changed();
                m_changes.interfaces = true;
            }
    }
}

// Attribute 1 of every kind of message is the table (NFTA_TABLE_NAME, NFTA_CHAIN_TABLE, …), but of
// NFT_MSG_NEWGEN, where it is the generation's number.
static std::string_view firstAttribute(const nlmsghdr *header)
{
    constexpr auto start = NLMSG_LENGTH(sizeof(nfgenmsg));
    int rest = static_cast<int>(header->nlmsg_len) - static_cast<int>(start);
    const auto *attribute = reinterpret_cast<const rtattr *>(reinterpret_cast<const char *>(header) + start);
    for (; RTA_OK(attribute, rest); attribute = RTA_NEXT(attribute, rest))
        if ((attribute->rta_type & NLA_TYPE_MASK) == NFTA_TABLE_NAME)
            return {static_cast<const char *>(RTA_DATA(attribute)), RTA_PAYLOAD(attribute)};
    return {};
}

void Watcher::noteRules(const nlmsghdr *header)
{
    const int type = header->nlmsg_type & 0xff;
    const auto first = firstAttribute(header);
    if (type == NFT_MSG_NEWGEN) { // ends every transaction
        std::uint32_t number = 0;
        if (first.size() == sizeof number)
            std::memcpy(&number, first.data(), sizeof number);
        m_open.generation = ::ntohl(number);
        if (m_open.any()) {
            changed();
            m_transactions.push_back(m_open);
        }
        m_open = {};
        return;
    }
    const bool own = first.substr(0, first.find('\0')) == m_table;
    const bool removed = type == NFT_MSG_DELTABLE || type == NFT_MSG_DELCHAIN || type == NFT_MSG_DELRULE ||
                         type == NFT_MSG_DELSET || type == NFT_MSG_DELSETELEM;
    const bool structure = type == NFT_MSG_NEWCHAIN || type == NFT_MSG_DELCHAIN || type == NFT_MSG_DELRULE ||
                           type == NFT_MSG_DELTABLE;
    m_open.ownTable |= own && removed;
    m_open.otherTables |= !own && structure;
}

// To be called before the change is put down.
void Watcher::changed()
{
    m_lastChange = Clock::now();
    if (!m_changes.any() && m_transactions.empty())
        m_firstChange = m_lastChange;
}

// Now that the burst is over: whoever made a transaction of the engine's own has long said so.
void Watcher::judge()
{
    for (const auto &transaction : std::exchange(m_transactions, {})) {
        if (m_own && m_own(transaction.generation))
            continue;
        m_changes.ownTable |= transaction.ownTable;
        m_changes.otherTables |= transaction.otherTables;
    }
}

void Watcher::report()
{
    const auto now = Clock::now();
    const bool waiting = m_changes.any() || !m_transactions.empty();
    if (!waiting || (now < m_lastChange + quiet && now < m_firstChange + longestWait))
        return;
    judge();
    if (m_changes.any())
        m_changed(std::exchange(m_changes, {}));
}

void Watcher::runDueTasks()
{
    while (true) {
        std::function<void()> task;
        {
            const std::lock_guard guard(m_mutex);
            if (m_tasks.empty() || m_tasks.begin()->first > Clock::now())
                return;
            task = std::move(m_tasks.begin()->second);
            m_tasks.erase(m_tasks.begin());
        }
        task();
    }
}

} // namespace quayside::isolation::network
