// One container in the engine's memory.
#pragma once

#include "engine/api/types/launch.h"
#include "engine/base/fd.h"
#include "engine/containers/containers.h"
#include "engine/containers/state/delegates.h"
#include "engine/containers/state/record.h"
#include "engine/containers/state/watcher.h"
#include "engine/containers/steps/steps.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace quayside::containers
{

// A callback that runs once, or never where it is cancelled first.
template <typename Argument>
class Once
{
public:
    explicit Once(std::function<void(Argument)> done) : m_done(std::move(done)) {}

    void fire(Argument argument)
    {
        const std::scoped_lock lock(m_mutex);
        if (auto done = std::exchange(m_done, nullptr))
            done(std::move(argument));
    }
    // After return `done` neither runs nor will, except where it is `done` itself that cancels.
    void cancel()
    {
        const std::scoped_lock lock(m_mutex);
        m_done = nullptr;
    }

private:
    std::recursive_mutex m_mutex; // `done` may let go of its own handle
    std::function<void(Argument)> m_done;
};

// Somebody who waits for something about a container.
class Waiter : public Once<WaitResult>
{
public:
    enum class For : std::uint8_t { NotRunning, NextExit, Removed, LogEnd };
    Waiter(For condition, std::function<void(WaitResult)> done)
        : Once(std::move(done)), m_condition(condition)
    {
    }
    [[nodiscard]] For condition() const { return m_condition; }

private:
    const For m_condition;
};
using InputWaiter = Once<Fd>; // for its standard input, from a client that attached before the start

// Cancels what it stands for when it goes.
template <typename Callback>
class CancelHandle final : public Containers::WaitHandle
{
public:
    explicit CancelHandle(std::shared_ptr<Callback> callback) : m_callback(std::move(callback)) {}
    ~CancelHandle() override { m_callback->cancel(); }

private:
    std::shared_ptr<Callback> m_callback;
};

// What the engine holds of a running container.
struct Runtime {
    Fd control; // to the stage
    Fd process; // pidfd of process 1
    Fd input;   // standard input's writer or the pty master; invalid: none, or closed for good
    Fd stage;   // pidfd of the stage, where it is our child
    Watcher::Token watch = 0;
    std::chrono::steady_clock::time_point since;
};

// The process of a launch that is held (launches/heldlaunch.h).
struct HeldProcess {
    std::int32_t pid = 0; // 0: there is none yet
    Fd process;           // pidfd
    bool entered = false; // its user namespace
    bool pivoted = false; // to its own root, for good
};

// Locks: `operation` is held by whoever changes what runs (start, the end of a run, remove), also while in
// the kernel, and is taken first; nobody who waits for the end of a run may hold it. `mutex` guards
// everything below it and is held for moments only. The id never changes.
struct Container {
    explicit Container(Record given) : id(given.id), record(std::move(given)), delegates(record.delegates) {}

    const std::string id;
    std::mutex operation;

    mutable std::mutex mutex;
    std::condition_variable changed; // with `mutex`: the state became another
    Record record;
    Delegates delegates; // those of the record, to be asked without `mutex`
    RunState state;
    Runtime run;
    std::uint64_t launches = 0; // counts the runs, to tell one from the next
    bool launching = false;     // a held launch goes on
    HeldProcess held;
    std::shared_ptr<const api::Launch> lastStart; // of one that removes itself: on no disk
    bool removing = false;
    bool removed = false;
    std::chrono::milliseconds restartDelay{0};
    Watcher::Token restartTimer = 0;
    std::vector<std::shared_ptr<Waiter>> waiters;
    std::vector<std::shared_ptr<InputWaiter>> inputWaiters;
    std::vector<std::string> execIds;
    // Of a build's step; never changed.
    std::vector<StepMount> stepMounts;
    std::vector<std::string> stepSecrets;

    // With `mutex` held:
    [[nodiscard]] bool runs() const
    {
        return state.status == Status::Running || state.status == Status::Paused;
    }
    // Takes those out that wait for one of `conditions`, to be fired without the lock.
    std::vector<std::shared_ptr<Waiter>> takeWaiters(std::initializer_list<Waiter::For> conditions)
    {
        std::vector<std::shared_ptr<Waiter>> due;
        std::erase_if(waiters, [&](const std::shared_ptr<Waiter> &waiter) {
            const bool wanted = std::ranges::find(conditions, waiter->condition()) != conditions.end();
            if (wanted)
                due.push_back(waiter);
            return wanted;
        });
        return due;
    }
};

using ContainerPtr = std::shared_ptr<Container>;

} // namespace quayside::containers
