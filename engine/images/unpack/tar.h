// The entries of a tar stream, read in the child.
#pragma once

#include "engine/base/result.h"
#include "engine/images/unpack/blocks.h"
#include "engine/images/unpack/limits.h"

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

struct archive;
struct archive_entry;

namespace quayside::images
{

// What a tar's entries are written with: one of the two modes.
class EntryWriter
{
public:
    virtual ~EntryWriter() = default;
    // An entry's name as the archive has it → as write() takes it: normalise(), unless the writer reads names
    // otherwise.
    virtual Result<std::string> nameOf(std::string_view raw, std::uint32_t maxDepth);
    // `name`: components without "", "." and "..", joined by '/'; empty: the root folder itself.
    virtual Result<> write(const std::string &name, archive_entry *entry, class TarReader &data) = 0;
    virtual Result<> finish() = 0; // after the last entry
};

// ustar, pax and GNU tar, with their sparse files. Counts against the limits and reads all of the stream.
class TarReader
{
public:
    // `input` is borrowed.
    TarReader(Blocks &input, const UnpackLimits &limits, std::function<void()> onProgress);
    ~TarReader();

    // Every entry to `writer`; errors name the entry. Then the stream's rest, for the digest.
    Result<> readAll(EntryWriter &writer);
    // The current entry's content into `fd`, holes as holes. `write`: how a piece of it gets there; none: at
    // once.
    using WritePiece = std::function<Result<>(std::string_view bytes, off_t offset)>;
    // `move`: how bytes get there that are not read first, up to `count` of them and at least one; none: all
    // are read.
    using MovePiece = std::function<Result<std::uint64_t>(Blocks &from, std::uint64_t count, off_t offset)>;
    Result<> copyTo(int fd, archive_entry *entry, const WritePiece &write = {}, const MovePiece &move = {});

    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] std::uint64_t entries() const { return m_entries; }
    [[nodiscard]] bool endMarker() const { return m_endMarker; }

private:
    static ssize_t onRead(archive *, void *self, const void **bytes);
    static std::int64_t onSkip(archive *, void *self, std::int64_t request);
    Result<> readEntry(EntryWriter &writer, archive_entry *entry);
    Result<> drain();
    [[nodiscard]] bool canMove(std::string_view read, std::uint64_t rest) const;
    Result<> moveRest(std::uint64_t at, std::uint64_t size, const MovePiece &move);
    Result<> count(std::uint64_t bytes);
    std::unexpected<Error> damaged() const;
    void take(std::string_view block);

    Blocks &m_input;
    UnpackLimits m_limits;
    std::function<void()> m_onProgress;
    std::optional<Error> m_inputError;
    archive *m_archive;
    std::string_view m_block;  // the last that libarchive was given
    std::uint64_t m_moved = 0; // of the entry's content, which libarchive has not seen
    std::uint64_t m_bytes = 0, m_entries = 0, m_streamBytes = 0, m_zeroTail = 0;
    bool m_endMarker = false;
    bool m_inputEnded = false;
    bool m_unpadded = false; // the last entry's content is there, and the archive ends with it
};

// `raw` as an entry's name; InvalidArgument where it is absolute, has "..", or is too long or too deep.
Result<std::string> normalise(std::string_view raw, std::uint32_t maxDepth);

std::string
shown(std::string_view name); // for messages: quoted, control characters as \x.., at most 300 bytes

} // namespace quayside::images
