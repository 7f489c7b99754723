// Containers with all the real services on a temporary root, for root tests.
#pragma once

#include "engine/containers/containers.h"
#include "engine/images/images.h"
#include "engine/networks/networks.h"
#include "engine/records/records.h"
#include "engine/volumes/volumes.h"
#include "tests/fakes/temproot.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <poll.h>
#include <unistd.h>

namespace quayside::test
{

class ContainerBench
{
public:
    ContainerBench() { open(); }
    ~ContainerBench()
    {
        if (containers)
            removeAll();
        close();
        (void)networks::Networks::removeAll({.root = root(), .runDir = runDir()});
    }
    void open()
    {
        std::filesystem::create_directories(root());
        std::filesystem::create_directories(runDir());
        const auto sink = [this](api::Event event) {
            const std::scoped_lock lock(m_mutex);
            m_events.push_back(std::move(event));
            m_changed.notify_all();
        };
        records = take(Records::open(root() + "/quayside.db"));
        layers = take(storage::LayerStore::open(root()));
        images = take(images::Images::open({.root = root(), .starterFolder = QUAYSIDE_BIN_DIR}, *records,
                                           *layers, sink));
        networks = take(networks::Networks::open({.root = root(), .runDir = runDir()}, *records, sink));
        volumes = take(volumes::Volumes::open(root(), *records, sink));
        if (!images->resolve(access::Peer{}, "busybox"))
            (void)images->makeStarters(); // busybox is what counts
        containers =
            take(containers::Containers::open({.root = root(),
                                               .runDir = runDir(),
                                               .stageFile = QUAYSIDE_BIN_DIR "/quayside-stage",
                                               .socketPath = runDir() + "/engine.sock"},
                                              {*records, *images, *layers, *networks, *volumes, sink}));
    }
    void close()
    {
        containers.reset();
        volumes.reset();
        networks.reset();
        images.reset();
        layers.reset();
        records.reset();
    }
    void removeAll()
    {
        const auto all = containers->list(peer, true, {}, false, {});
        for (const auto &one : all.value())
            EXPECT_TRUE(containers->remove(peer, one.id, true, true));
    }

    static api::ContainerCreateRequest command(std::vector<std::string> argv)
    {
        api::ContainerCreateRequest request;
        request.image = "busybox";
        request.cmd = std::move(argv);
        request.hostConfig.networkMode = "none";
        return request;
    }
    std::string create(const api::ContainerCreateRequest &request, const std::string &name = {})
    {
        const auto made = containers->create(peer, name, request);
        EXPECT_TRUE(made) << made.error().message;
        return made ? made->id : std::string();
    }
    std::string run(const api::ContainerCreateRequest &request, const std::string &name = {})
    {
        const auto id = create(request, name);
        const auto started = containers->start(peer, id);
        EXPECT_TRUE(started) << started.error().message;
        return id;
    }
    // Waits at most ten seconds; -1: it did not come to that.
    std::int64_t waitFor(const std::string &id,
                         containers::WaitCondition condition = containers::WaitCondition::NotRunning)
    {
        std::mutex mutex;
        std::condition_variable done;
        std::int64_t code = -1;
        const auto handle = containers->wait(peer, id, condition, [&](const containers::WaitResult &result) {
            const std::scoped_lock lock(mutex);
            code = result.statusCode;
            done.notify_all();
        });
        EXPECT_TRUE(handle);
        std::unique_lock lock(mutex);
        done.wait_for(lock, std::chrono::seconds(10), [&] { return code >= 0; });
        const auto result = code;
        lock.unlock(); // the handle goes first: its callback uses the lock
        return result;
    }
    std::string logOf(const std::string &id)
    {
        auto reader = containers->logs(peer, id, {});
        EXPECT_TRUE(reader) << reader.error().message;
        std::string text;
        while (reader && (*reader)->read(text, 1 << 20).value_or(0) > 0) {
        }
        return plain(text);
    }
    // What lies in Docker's frames.
    static std::string plain(std::string_view frames)
    {
        std::string text;
        while (frames.size() >= 8) {
            const auto byte = [&](int i) {
                return static_cast<std::size_t>(static_cast<unsigned char>(frames[i]));
            };
            const std::size_t length = byte(4) << 24 | byte(5) << 16 | byte(6) << 8 | byte(7);
            text += frames.substr(8, length);
            frames.remove_prefix(std::min(frames.size(), 8 + length));
        }
        return text;
    }
    // What comes until the other side ends, or nothing has come for five seconds.
    static std::string drain(const Fd &fd)
    {
        std::string text;
        char buffer[4096];
        pollfd ready{fd.get(), POLLIN, 0};
        while (::poll(&ready, 1, 5000) > 0) {
            const auto count = ::read(fd.get(), buffer, sizeof buffer);
            if (count <= 0)
                break;
            text.append(buffer, static_cast<std::size_t>(count));
        }
        return text;
    }
    std::string runForOutput(const api::ContainerCreateRequest &request)
    {
        const auto id = run(request);
        EXPECT_GE(waitFor(id), 0);
        auto text = logOf(id);
        EXPECT_TRUE(containers->remove(peer, id, false, true));
        return text;
    }
    api::ContainerInspect inspect(const std::string &id)
    {
        const auto view = containers->inspect(peer, id, false);
        EXPECT_TRUE(view) << view.error().message;
        return view.value_or(api::ContainerInspect{});
    }
    // Waits until `condition` holds, at most ten seconds.
    template <typename Condition>
    static bool eventually(Condition condition)
    {
        for (int i = 0; i < 1000; ++i) {
            if (condition())
                return true;
            ::usleep(10000);
        }
        return false;
    }
    std::vector<std::string> actionsOf(const std::string &id)
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<std::string> actions;
        for (const auto &event : m_events)
            if (event.type == "container" && event.actor.id == id)
                actions.push_back(event.action);
        return actions;
    }
    [[nodiscard]] std::string root() const { return m_temp.path() + "/root"; }
    [[nodiscard]] std::string runDir() const { return m_temp.path() + "/run"; }
    [[nodiscard]] const std::string &temporary() const { return m_temp.path(); }

    access::Peer peer; // root
    std::unique_ptr<Records> records;
    std::unique_ptr<storage::LayerStore> layers;
    std::unique_ptr<images::Images> images;
    std::unique_ptr<networks::Networks> networks;
    std::unique_ptr<volumes::Volumes> volumes;
    std::unique_ptr<containers::Containers> containers;

private:
    template <typename T>
    static std::unique_ptr<T> take(Result<std::unique_ptr<T>> made)
    {
        if (!made) {
            ADD_FAILURE() << made.error().message;
            throw std::runtime_error(made.error().message);
        }
        return *std::move(made);
    }
    TempRoot m_temp;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<api::Event> m_events;
};

} // namespace quayside::test
