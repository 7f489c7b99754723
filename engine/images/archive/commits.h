// Layers that are unpacked, on their way to the disk: beside those that are still being unpacked.
#pragma once

#include "engine/images/archive/archive.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace quayside::images
{

// Takes layers from several threads and puts them, with their blobs, into the store. Those that come while
// one sync goes on share the next one.
class Commits
{
public:
    // `placed` is called for each layer that is on the disk, on a thread of this object's; it may be empty.
    using Placed = std::function<void(const LayerRecord &)>;
    Commits(const Workshop &workshop, Placed placed);
    ~Commits(); // what was added is put on the disk all the same
    Commits(const Commits &) = delete;
    Commits &operator=(const Commits &) = delete;

    // So many bytes of a layer have come: now and then what is dirty goes to the disk before anybody waits
    // for it.
    void note(std::uint64_t bytes);
    void add(std::unique_ptr<storage::LayerDraft> draft, BlobFile blob, LayerRecord record);
    Result<> settle(); // waits for what was added so far; the first error
    Result<> finish(); // the same, and nothing is added after it

private:
    struct Unpacked {
        std::unique_ptr<storage::LayerDraft> draft;
        BlobFile blob;
        LayerRecord record;
    };
    void work();
    void end();
    Result<> place(const std::vector<Unpacked> &group);

    const Workshop m_workshop;
    const Placed m_placed;
    std::mutex m_mutex; // of what follows
    std::condition_variable m_changed;
    std::vector<Unpacked> m_waiting;
    bool m_placing = false;
    std::uint64_t m_unsynced = 0; // of note()
    std::optional<Error> m_error;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace quayside::images
