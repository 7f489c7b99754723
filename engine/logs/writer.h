// Writes a container's log, in the stage: names.h has the format. Nothing is copied: text goes from the
// buffer that it was read into to the file.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/logs/compress.h"
#include "engine/logs/reader.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <sys/uio.h>

namespace quayside::logs
{

class Writer
{
public:
    struct Options {
        std::uint64_t maxBytes = 0; // a new file at this size; 0: one file for ever
        std::uint32_t maxFiles = 1; // of which this many are kept, and those that a reader has not finished
        bool compress = false;      // those that are complete, in a child process
    };
    // Goes on in the last file of the folder, or starts the first.
    static Result<Writer> open(Fd folder, const Options &options);

    // What one read brought. Never fails for the container's sake: while the disk is full, bytes are counted,
    // and a line of the log says how many are lost as soon as there is room again.
    void append(Source source, std::string_view text);
    // Bytes that were lost and are not yet noted in the log.
    [[nodiscard]] std::uint64_t lost() const { return m_lost; }
    // Before the end: one more try to note what was lost.
    void finish();

private:
    Writer(Fd folder, const Options &options) : m_folder(std::move(folder)), m_options(options) {}
    Result<> openFile(std::uint32_t number);
    void rotateIfDue();
    void removeOld();
    void compressOld();
    void add(const char *head, std::string_view text, bool newline);
    void flush();
    bool writeAll(iovec *parts, std::size_t count);
    bool noteLoss();

    Fd m_folder, m_file;
    Fd m_overtaken; // a removed file that a slow reader still holds; else none
    Options m_options;
    Compressor m_compressor;
    std::uint32_t m_number = 0;
    std::uint64_t m_size = 0; // of the current file, up to the end of its last whole record
    std::uint64_t m_lost = 0;
    int m_errnum = 0; // why it was lost
    // Two or three parts a record. 512: 8 KiB, and few enough calls.
    std::array<iovec, 512> m_parts{};
    std::size_t m_count = 0, m_bytes = 0, m_textBytes = 0;
};

} // namespace quayside::logs
