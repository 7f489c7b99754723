// A piece of a log: the bytes of some thousand lines and an index of 16 bytes a line, in memory or in a file.
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::models
{

enum class LogStream : quint8 {
    Out,
    Error,
    Event // not of the program: what happened to the container
};

// One line as it comes in; the bytes need to live only during the call.
struct LogLine {
    QByteArrayView text;   // raw: with escapes, without the line end
    std::int64_t time = 0; // nanoseconds since 1970, UTC; 0: unknown
    LogStream stream = LogStream::Out;
    quint16 source = 0; // which container of several; at most LogChunk::maxSource
};

// Where lines go that have been read.
class LogSink
{
public:
    virtual ~LogSink() = default;
    virtual void append(std::span<const LogLine> batch) = 0;
    // The rest of the last line, which came in parts.
    virtual void appendToLast(QByteArrayView text) = 0;
};

// A file without a name in the person's cache folder: old text lies there, not in memory. Gone when the
// program ends, however it ends.
class LogSpill
{
public:
    // nullptr where there can be none; then all stays in memory.
    static std::shared_ptr<LogSpill> open();
    ~LogSpill();
    LogSpill(const LogSpill &) = delete;
    LogSpill &operator=(const LogSpill &) = delete;

    struct Region {
        std::int64_t offset = 0;
        std::size_t size = 0;
        const char *address = nullptr; // nullptr: not written (the disk is full)
    };
    // Text, then the index, page aligned and mapped for reading.
    Region write(std::string_view text, std::string_view index);
    void release(const Region &region);

private:
    explicit LogSpill(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
    std::int64_t m_end = 0;
};

class LogChunk
{
public:
    static constexpr qsizetype maxBytes = 1 << 20, maxLineBytes = 1 << 20; // longer lines are cut
    static constexpr std::size_t maxLines = 16 * 1024;
    static constexpr quint16 maxSource = 511;

    LogChunk() = default;
    ~LogChunk();
    LogChunk(const LogChunk &) = delete;
    LogChunk &operator=(const LogChunk &) = delete;

    [[nodiscard]] bool hasRoom(qsizetype bytes) const;
    qsizetype append(const LogLine &line); // how many bytes of it were taken
    qsizetype appendToLast(QByteArrayView text);
    void removeLast(std::size_t lines);

    [[nodiscard]] int count() const { return int(index().size()); }
    [[nodiscard]] LogLine line(int at) const;
    // All lines, each ended by a line feed.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::size_t lineStart(int at) const { return index()[std::size_t(at)].offset; }
    // The line that the byte at `offset` is in; looks from line `from` on.
    [[nodiscard]] int lineAt(std::size_t offset, int from) const;
    [[nodiscard]] qint64 textBytes() const { return qint64(text().size()) - count(); }
    [[nodiscard]] bool isInMemory() const { return m_region.address == nullptr; }

    // What the text is made of; known once it grows no more.
    void classify();
    [[nodiscard]] bool isAscii() const { return m_ascii; }
    [[nodiscard]] bool isPlain() const { return m_plain; } // no control characters but tabs

    // The same lines in the file; nullptr where that cannot be.
    [[nodiscard]] std::shared_ptr<LogChunk> spilled(const std::shared_ptr<LogSpill> &spill) const;
    // A copy of the lines from `from` on, classified.
    [[nodiscard]] std::shared_ptr<LogChunk> copyFrom(int from) const;
    // Its pages need not stay in memory (they come back when they are read).
    void letGo() const;
    void shrink();

private:
    struct Entry {
        std::uint32_t offset = 0;
        std::uint32_t bits = 0; // length, then 2 bits of the stream, then 9 of the source
        std::int64_t time = 0;
    };
    [[nodiscard]] std::span<const Entry> index() const;

    std::string m_text;
    std::vector<Entry> m_index;
    bool m_ascii = false, m_plain = false;
    std::shared_ptr<LogSpill> m_spill;
    LogSpill::Region m_region;
    std::size_t m_textSize = 0, m_lines = 0; // of m_region
};

// Chunks in order. All but the last are finished and never change: other threads may read them.
class LogChunkList
{
public:
    struct Slot {
        std::shared_ptr<LogChunk> chunk;
        qint64 first = 0; // number of its first line
    };

    void append(const LogLine &line);
    void appendToLast(QByteArrayView text);
    void removeLast(int lines); // only while nobody else reads them
    void prepend(LogChunkList older);
    int dropFirst(); // the oldest chunk; how many lines that were
    void clear();

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] qint64 firstNumber() const { return m_firstNumber; }
    [[nodiscard]] qint64 textBytes() const { return m_bytes; }
    [[nodiscard]] qint64 memoryBytes() const
    {
        return m_inMemory;
    } // of finished chunks that are not in the file
    [[nodiscard]] const std::deque<Slot> &pieces() const { return m_slots; }
    [[nodiscard]] LogLine line(qint64 number) const;
    [[nodiscard]] const std::deque<qint64> &events() const
    {
        return m_events;
    } // numbers of LogStream::Event, rising

private:
    void spillOld();
    [[nodiscard]] const Slot &slotOf(qint64 number) const;

    std::shared_ptr<LogSpill> m_spill; // opened when there is something to put there
    bool m_spillTried = false;
    std::deque<Slot> m_slots;
    int m_count = 0;
    qint64 m_firstNumber = 0, m_bytes = 0, m_inMemory = 0;
    std::deque<qint64> m_events;
    mutable std::size_t m_lastSlot = 0;                 // painting asks for neighbours
    mutable std::deque<std::weak_ptr<LogChunk>> m_warm; // those that were read lately
};

} // namespace quayside::models
