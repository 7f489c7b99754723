#include "engine/images/unpack/tar.h"

#include "engine/images/unpack/writebehind.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <algorithm>

namespace quayside::images
{

namespace
{

constexpr std::uint64_t worthMoving = std::uint64_t{32} * 1024; // two system calls, instead of two copies

} // namespace

std::string shown(std::string_view name)
{
    std::string text = "\"";
    for (const char c : name.substr(0, 300)) {
        const auto byte = static_cast<unsigned char>(c);
        text += byte < 0x20 || byte == 0x7f ? std::format("\\x{:02x}", byte) : std::string(1, c);
    }
    return text + (name.size() > 300 ? "…\"" : "\"");
}

Result<std::string> normalise(std::string_view raw, std::uint32_t maxDepth)
{
    if (raw.starts_with('/'))
        return fail(ErrorKind::InvalidArgument, "its name is absolute");
    std::string name;
    std::uint32_t depth = 0;
    while (!raw.empty()) {
        const std::string_view part = raw.substr(0, raw.find('/'));
        raw.remove_prefix(std::min(raw.size(), part.size() + 1));
        if (part.empty() || part == ".")
            continue;
        if (part == "..")
            return fail(ErrorKind::InvalidArgument, "its name leaves the folder with \"..\"");
        if (part.size() > 255)
            return fail(ErrorKind::InvalidArgument, "a part of its name is longer than 255 bytes");
        if (++depth > maxDepth)
            return fail(ErrorKind::TooLarge, "it lies deeper than {} folders", maxDepth);
        if (!name.empty())
            name += '/';
        name += part;
    }
    return name;
}

Result<std::string> EntryWriter::nameOf(std::string_view raw, std::uint32_t maxDepth)
{
    return normalise(raw, maxDepth);
}

TarReader::TarReader(Blocks &input, const UnpackLimits &limits, std::function<void()> onProgress)
    : m_input(input), m_limits(limits), m_onProgress(std::move(onProgress)), m_archive(archive_read_new())
{
    archive_read_support_format_tar(m_archive);
    archive_read_support_format_empty(m_archive);
}

TarReader::~TarReader()
{
    archive_read_free(m_archive);
}

void TarReader::take(std::string_view block)
{
    m_streamBytes += block.size();
    const std::size_t lastOther = block.find_last_not_of('\0');
    m_zeroTail =
        lastOther == std::string_view::npos ? m_zeroTail + block.size() : block.size() - lastOther - 1;
}

ssize_t TarReader::onRead(archive *, void *self, const void **bytes)
{
    auto *reader = static_cast<TarReader *>(self);
    const auto block = reader->m_input.next();
    if (!block) {
        reader->m_inputError = block.error();
        return -1;
    }
    reader->take(*block);
    reader->m_inputEnded = block->empty();
    reader->m_block = *block;
    *bytes = block->data();
    return static_cast<ssize_t>(block->size());
}

// Behind what libarchive has read: it asks before it reads on to the next entry.
std::int64_t TarReader::onSkip(archive *, void *self, std::int64_t request)
{
    auto *reader = static_cast<TarReader *>(self);
    const auto now = std::min<std::uint64_t>(reader->m_moved, static_cast<std::uint64_t>(request));
    reader->m_moved -= now;
    return static_cast<std::int64_t>(now);
}

std::unexpected<Error> TarReader::damaged() const
{
    if (m_inputError)
        return std::unexpected(*m_inputError);
    const char *why = archive_error_string(m_archive);
    return fail(ErrorKind::InvalidArgument, "the tar archive is damaged ({})",
                why != nullptr ? why : "unknown reason");
}

Result<> TarReader::readAll(EntryWriter &writer)
{
    if (archive_read_open2(m_archive, this, nullptr, onRead, onSkip, nullptr) != ARCHIVE_OK)
        return damaged();
    archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    // A warning is about text that could not be converted; the entry is whole.
    while ((status = archive_read_next_header(m_archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        if (++m_entries > m_limits.entries)
            return fail(ErrorKind::TooLarge, "the archive has more than {} entries", m_limits.entries);
        CHECK(readEntry(writer, entry));
        m_onProgress();
    }
    if (status != ARCHIVE_EOF && !m_unpadded)
        return damaged();
    CHECK(drain());
    return writer.finish();
}

Result<> TarReader::readEntry(EntryWriter &writer, archive_entry *entry)
{
    const char *raw = archive_entry_pathname(entry);
    if (raw == nullptr || *raw == '\0')
        return fail(ErrorKind::InvalidArgument, "entry {} of the archive has no usable name", m_entries);
    const auto name = writer.nameOf(raw, m_limits.depth);
    if (!name)
        return wrap(name.error(), "entry {}", shown(raw));
    if (const auto written = writer.write(*name, entry, *this); !written)
        return wrap(written.error(), "entry {}", shown(raw));
    return {};
}

Result<> TarReader::drain()
{
    while (true) {
        TRY(const std::string_view block, m_input.next());
        if (block.empty())
            break;
        take(block);
        m_onProgress();
    }
    m_endMarker = m_streamBytes >= 512 && m_zeroTail >= 512;
    return {};
}

Result<> TarReader::count(std::uint64_t bytes)
{
    m_bytes += bytes;
    if (m_bytes > m_limits.bytes)
        return fail(ErrorKind::TooLarge, "the archive's files hold more than {} bytes", m_limits.bytes);
    return {};
}

// The content's rest begins where the last block ended, and all of it can be moved.
bool TarReader::canMove(std::string_view read, std::uint64_t rest) const
{
    return rest >= worthMoving && read.data() + read.size() == m_block.data() + m_block.size() &&
           m_input.movable() >= rest;
}

Result<> TarReader::moveRest(std::uint64_t at, std::uint64_t size, const MovePiece &move)
{
    while (at < size) {
        TRY(const std::uint64_t now, move(m_input, size - at, static_cast<off_t>(at)));
        if (now == 0)
            return fail(ErrorKind::Internal, "its content stopped short of what was promised");
        CHECK(count(now));
        at += now;
        m_moved += now;
        m_streamBytes += now;
        m_zeroTail = 0;
        m_onProgress();
    }
    return {};
}

Result<> TarReader::copyTo(int fd, archive_entry *entry, const WritePiece &write, const MovePiece &move)
{
    const auto size = archive_entry_size(entry);
    if (size < 0 || static_cast<std::uint64_t>(size) > m_limits.bytes)
        return fail(ErrorKind::TooLarge, "it is larger than {} bytes", m_limits.bytes);
    la_int64_t end = 0;
    const std::uint64_t before = m_bytes;
    while (true) {
        const void *data = nullptr;
        std::size_t left = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(m_archive, &data, &left, &offset);
        if (status == ARCHIVE_EOF)
            break;
        if (status != ARCHIVE_OK) {
            // umoci leaves out what fills up the last block, and other readers don't miss it.
            m_unpadded =
                m_inputEnded && !m_inputError && m_bytes - before == static_cast<std::uint64_t>(size);
            if (m_unpadded)
                break;
            return damaged();
        }
        CHECK(count(left));
        const std::string_view bytes(static_cast<const char *>(data), left);
        CHECK(write ? write(bytes, offset) : writeAll(fd, bytes, offset));
        end = std::max(end, offset + static_cast<la_int64_t>(left));
        m_onProgress();
        if (move && archive_entry_sparse_count(entry) == 0 &&
            canMove(bytes, static_cast<std::uint64_t>(size - end)))
            return moveRest(static_cast<std::uint64_t>(end), static_cast<std::uint64_t>(size), move);
    }
    if (end < size && ::ftruncate(fd, size) != 0) // a hole at the end
        return failErrno(errno, "writing it");
    return {};
}

} // namespace quayside::images
