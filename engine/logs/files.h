// The files of a log as one stretch of whole lines.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/logs/names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quayside::logs
{

// Reads forward, across rotations. Bounded memory: a line that is longer than any record is skipped.
class Files
{
public:
    explicit Files(Fd folder) : m_folder(std::move(folder)) {}

    Result<> seekStart();
    Result<> seekEnd();
    // To the start of the last `lines` lines of the container.
    Result<> seekTail(std::uint64_t lines);

    // The next whole line without its end; valid until the next call. No value: there is no more at the
    // moment.
    Result<std::optional<std::string_view>> nextLine();
    [[nodiscard]] int folder() const { return m_folder.get(); }

private:
    Result<bool> open(std::uint32_t number);                                // false: it is not there
    Result<Fd> openForm(const std::string &name, const std::string &other); // no descriptor: it is not there
    [[nodiscard]] std::uint32_t nextNumber() const;                         // 0: there is no later file
    Result<bool> fill();
    Result<std::optional<std::string_view>> lineInBuffer();

    Fd m_folder, m_file;
    Fd m_compressed;            // what m_file was made of: its readers hold that
    std::uint32_t m_number = 0; // 0: no file yet
    std::uint64_t m_offset = 0; // of what follows the buffer
    std::string m_buffer;
    std::size_t m_begin = 0; // of what is unread in the buffer
    bool m_skipping = false; // in a line that is too long
};

} // namespace quayside::logs
