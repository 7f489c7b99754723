// Writes tar archives: image archives (save) and the layers of the images that the engine makes itself.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <string>

namespace quayside::images
{

// One header of POSIX ustar, with a pax header before it where a field doesn't fit (pax(1), "pax Interchange
// Format").
struct TarEntry {
    std::string name;
    char type =
        '0'; // typeflag: '0' file, '1' hard link, '2' symbolic link, '3' '4' devices, '5' folder, '6' fifo
    std::string link; // target of '1' and '2'
    std::uint32_t mode = 0644;
    std::uint64_t uid = 0, gid = 0;
    std::int64_t mtime = 0; // seconds since 1970
    std::uint64_t size = 0; // bytes that follow by writeContent()
    std::uint32_t deviceMajor = 0, deviceMinor = 0;
    std::map<std::string, std::string> xattrs; // name → value
    std::map<std::string, std::string> pax;    // more records
};

// Writes what it is given, names as they are.
class TarWriter
{
public:
    explicit TarWriter(api::ByteSink &sink) : m_sink(sink) {}
    Result<> writeHeader(const TarEntry &entry);
    Result<> writeContent(std::string_view bytes);                 // any number of times, `size` bytes in all
    void wroteContent(std::uint64_t bytes) { m_written += bytes; } // that went to the sink by another way
    Result<> endContent();                                         // padding to the next block
    Result<> write(TarEntry entry, std::string_view content = {}); // all three; sets the size
    Result<> finish();                                             // the two zero blocks

private:
    Result<> writePax(const TarEntry &entry);

    api::ByteSink &m_sink;
    std::uint64_t m_written = 0; // of the current content
};

// A sink that keeps what it gets.
class StringSink : public api::ByteSink
{
public:
    Result<> write(std::string_view bytes) override
    {
        text += bytes;
        return {};
    }
    std::string text;
};

class StringSource : public api::ByteSource
{
public:
    explicit StringSource(std::string_view text) : m_text(text) {} // borrowed
    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t size = m_text.copy(buffer.data(), buffer.size());
        m_text.remove_prefix(size);
        return size;
    }

private:
    std::string_view m_text;
};

} // namespace quayside::images
