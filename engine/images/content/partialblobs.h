// Blobs that have come in part: <root>/blobs/partial/<hex>, for the next pull to go on from
// (docs/adr/015-kept-layers.md).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quayside::images
{

// Nothing of what lies here has been verified: whoever goes on checks the whole. Thread-safe.
class PartialBlobs
{
public:
    using Time = std::chrono::system_clock::time_point;
    static constexpr std::chrono::hours keptFor{24};                       // after the last byte
    static constexpr std::uint64_t least = std::uint64_t{1} << 20;         // bytes; less is fetched again
    static constexpr std::uint64_t mostTogether = std::uint64_t{16} << 30; // bytes; the oldest go first

    // `blobs`: the folder of all. What is too old, or something else, goes.
    static Result<std::unique_ptr<PartialBlobs>> open(int blobs, Time now);
    explicit PartialBlobs(Fd folder) : m_folder(std::move(folder)) {}

    // The name of a file that is being written, for one fetch at a time. When it ends, the file stays under
    // it, or goes where it was dropped or is too small to be worth it.
    class Hold
    {
    public:
        Hold(PartialBlobs &blobs, std::string name) : m_blobs(blobs), m_name(std::move(name)) {}
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;
        ~Hold() { m_blobs.release(m_name, m_dropped); }
        void drop() { m_dropped = true; }

    private:
        PartialBlobs &m_blobs;
        const std::string m_name;
        bool m_dropped = false;
    };
    struct Begun {
        Fd file; // for reading and writing, at its end
        std::unique_ptr<Hold> hold;
        std::uint64_t size = 0; // bytes that are there
    };
    // Nothing: another fetch has it just now. `total`: of the whole blob, in bytes; a longer file goes.
    Result<std::optional<Begun>> begin(const std::string &digest, std::uint64_t total);

    void removeAll(); // but those that are held
    void removeOld(Time now);
    [[nodiscard]] std::optional<Time> nextEnd() const; // of the oldest that is not held

private:
    struct Entry {
        std::string name;
        std::uint64_t size = 0;
        Time last;        // written
        bool odd = false; // nothing of ours: another type, or the blob itself by a second name
    };
    [[nodiscard]] std::vector<Entry> entries() const; // that are not held, the oldest first
    void release(const std::string &name, bool dropped);
    void remove(const std::string &name) const;
    void trim() const;

    const Fd m_folder;
    mutable std::mutex m_mutex;
    std::set<std::string> m_held; // names
};

} // namespace quayside::images
