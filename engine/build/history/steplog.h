// What a step wrote, in a file, with bounds: all of it up to a megabyte, then its end only, since that is
// where a failure says why.
#pragma once

#include "engine/base/fd.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quayside::build
{

// Used by one thread at a time. A disk that is full costs bytes of the log, not the build.
class StepLog
{
public:
    static constexpr std::size_t headBytes = 1 << 20, tailBytes = 64 << 10;

    explicit StepLog(std::string path) : m_path(std::move(path)) {} // the file is made by the first byte
    StepLog(StepLog &&) = default;

    // `allowance`: what all logs of the build may still take for their heads; it is lowered.
    void write(std::string_view bytes, std::size_t &allowance);
    void end(); // writes the kept end, after a line that says how much is missing before it

    [[nodiscard]] std::int64_t size() const { return m_size; } // bytes of the file
    [[nodiscard]] std::int64_t leftOut() const { return m_leftOut; }

private:
    void append(std::string_view bytes);

    std::string m_path;
    Fd m_file;
    std::string m_tail;
    std::size_t m_head = 0;
    bool m_full = false; // the head is: what comes goes to the tail
    std::int64_t m_size = 0, m_leftOut = 0;
};

} // namespace quayside::build
