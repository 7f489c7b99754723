// Tells when somebody changes the network under us.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/isolation/network/netlink.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace quayside::isolation::network
{

// A thread that sleeps until the kernel has news (nf_tables' and rtnetlink's multicast groups) or a task is
// due: nothing wakes it otherwise. What the engine itself changes in the rules is no news.
class Watcher
{
public:
    struct Changes {
        bool ownTable = false;    // something was taken from our table, or it is gone
        bool otherTables = false; // another table's chains or rules changed
        bool interfaces = false;  // an interface or an address of one was removed
        [[nodiscard]] bool any() const { return ownTable || otherTables || interfaces; }
    };
    // Called on the watcher's thread once a burst of changes is over, at most 0.4 s after it began.
    using Callback = std::function<void(Changes)>;
    // Whether a generation of the rules is of the engine's own making (Nft::made).
    using Own = std::function<bool(std::uint32_t)>;

    // Subscribes, in the network namespace of the calling thread; nothing is called before start().
    static Result<std::unique_ptr<Watcher>> make(const std::string &table, Callback changed, Own own = {});
    ~Watcher() { stop(); }
    Result<> start();
    // Waits for the thread; tasks not yet due are dropped. To be called while what the callback uses still
    // lives.
    void stop();

    // Runs on the watcher's thread.
    void runIn(std::chrono::milliseconds delay, std::function<void()> task);

private:
    using Clock = std::chrono::steady_clock;
    // What one transaction took away.
    struct Transaction {
        std::uint32_t generation = 0;
        bool ownTable = false, otherTables = false;
        [[nodiscard]] bool any() const { return ownTable || otherTables; }
    };
    Watcher(std::string table, Callback changed, Own own)
        : m_table(std::move(table)), m_changed(std::move(changed)), m_own(std::move(own))
    {
    }
    void run();
    void drain(int fd, bool netfilter);
    void noteRules(const nlmsghdr *header);
    void changed();
    void judge();
    void report();
    void runDueTasks();
    [[nodiscard]] int timeout();

    const std::string m_table;
    const Callback m_changed;
    const Own m_own;
    Fd m_netfilter, m_route, m_wake;
    Changes m_changes;                       // the thread's own, as are all up to the mutex
    Transaction m_open;                      // the kernel is not at its end yet
    std::vector<Transaction> m_transactions; // still to be told from the engine's own
    Clock::time_point m_firstChange, m_lastChange;
    std::mutex m_mutex;
    bool m_stop = false;
    std::multimap<Clock::time_point, std::function<void()>> m_tasks;
    std::thread m_thread;
};

} // namespace quayside::isolation::network
