// Contents of files, written on a thread of its own while the next entries are read and made.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/unpack/blocks.h"

#include <sys/types.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

namespace quayside::images
{

Result<> writeAll(int fd, std::string_view bytes, off_t offset);

// One writer uses it. Files are written in the order in which they are handed over, and not more than a few
// megabytes wait.
class WriteBehind
{
public:
    // `enter` is called on the new thread first of all: what it is to give up before it writes anything.
    explicit WriteBehind(std::function<Result<>()> enter);
    ~WriteBehind(); // what still waits is not written
    WriteBehind(const WriteBehind &) = delete;
    WriteBehind &operator=(const WriteBehind &) = delete;

    Result<> entered(); // waits for what `enter` says

    // A piece of the file that is being handed over; `fd` stays open until its end has been reached. The
    // bytes are copied. Waits while too much is waiting.
    void write(int fd, std::string_view bytes, off_t offset);
    // The same for what comes next from `from`, of which at least `count` bytes can be moved: up to `count`
    // of them go through a pipe and never come into this process. Returns how many, at least one.
    Result<std::uint64_t> move(int fd, Blocks &from, std::uint64_t count, off_t offset);
    [[nodiscard]] bool moves() const { return m_moves; } // there are pipes
    // The file is whole. Returns its number: 1, 2 …
    std::uint64_t endFile();
    [[nodiscard]] std::uint64_t written(); // the number of the last file that was written, or failed
    void waitFor(std::uint64_t file);
    // What went wrong with `file`, which has been written.
    Result<> outcome(std::uint64_t file);

private:
    struct Pipe {
        Fd out, in;
    };
    struct Piece {
        int fd = -1;
        off_t offset = 0;
        std::vector<char> bytes;
        Pipe pipe;               // or
        std::uint64_t piped = 0; // in it
        bool last = false;       // of its file
    };
    void work(const std::function<Result<>()> &enter);
    void submit(bool last);
    [[nodiscard]] std::vector<char> room();
    void makePipes();
    static Result<> writePiece(Piece &piece);
    static Result<> writePiped(Piece &piece);
    static Result<> readPiped(Piece &piece, bool write);

    std::mutex m_mutex; // of what follows
    std::condition_variable m_changed;
    std::optional<Result<>> m_entered;
    std::deque<Piece> m_pieces;
    std::vector<std::vector<char>> m_spare;
    std::vector<Pipe> m_pipes; // empty ones
    std::size_t m_waiting = 0; // bytes
    std::uint64_t m_written = 0;
    std::deque<std::pair<std::uint64_t, Error>> m_failed;
    bool m_stop = false;

    bool m_moves = false;
    Piece m_filling; // the caller's
    std::uint64_t m_handedOver = 0;
    std::thread m_thread;
};

} // namespace quayside::images
