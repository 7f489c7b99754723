// Reads a container's log: the last lines, then what is appended, across rotations.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quayside::logs
{

enum class Source : std::uint8_t { Stdout = 1, Stderr = 2 }; // the stream byte of Docker's multiplexed frames

struct ReadOptions {
    bool follow = false;
    bool stdoutWanted = true, stderrWanted = true;
    bool timestamps = false;           // prefix each line with its RFC 3339 time and a blank
    bool details = false;              // prefix each line (after its time) with the container's attributes
    std::string attributes;            // "k=v,k=v", what details writes; filled in by who knows them
    std::optional<std::uint64_t> tail; // lines from the end; absent: all
    std::int64_t sinceNs = 0, untilNs = 0; // UTC nanoseconds; 0: no bound. What follows ends at `untilNs`
    bool multiplexed = true;               // 8-byte frame headers (non-TTY); false: raw bytes (TTY)
    bool fromEnd = false;                  // attach without logs=1: only what comes from now on
};

// Pull-driven, no thread of its own: the caller reads while its socket takes more, then waits on
// pollFd() (an inotify descriptor). Bounded memory however long a line is.
class Reader
{
public:
    // folder: <root>/containers/<id>/log. A log that is not there yet is an empty one.
    static Result<std::unique_ptr<Reader>> open(const Fd &folder, const ReadOptions &options);
    virtual ~Reader() = default;

    // Appends at most about `limit` bytes, ready to send, to `out`. Returns how many; 0: nothing at the
    // moment.
    virtual Result<std::size_t> read(std::string &out, std::size_t limit) = 0;
    // Overrides ReadOptions::multiplexed; before the first read().
    virtual void setMultiplexed(bool wanted) = 0;
    // Readable when there may be more; call drained() before waiting on it again. -1 unless following.
    [[nodiscard]] virtual int pollFd() const = 0;
    virtual void drained() = 0;
    // The container has ended: read() delivers what is left and then atEnd() is true.
    virtual void finish() = 0;
    [[nodiscard]] virtual bool atEnd() const = 0;
};

} // namespace quayside::logs
