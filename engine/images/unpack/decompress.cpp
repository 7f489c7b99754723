#include "engine/images/unpack/decompress.h"

#include "engine/images/unpack/gunzip.h"
#include "engine/images/unpack/input.h"

#include <archive.h>
#include <unistd.h>

#include <optional>

namespace quayside::images
{
namespace
{

class Descriptor : public api::ByteSource
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        ssize_t got = 0;
        do
            got = ::read(m_fd, buffer.data(), buffer.size());
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return failErrno(errno, "reading the archive");
        return static_cast<std::size_t>(got);
    }

private:
    int m_fd;
};

class Plain : public api::MovableSource
{
public:
    explicit Plain(Input input) : m_input(std::move(input)) {}
    Result<std::size_t> read(std::span<char> buffer) override { return m_input.read(buffer); }
    [[nodiscard]] std::uint64_t movable() const override { return m_input.movable(); }
    Result<std::uint64_t> moveTo(int pipe, std::uint64_t count, bool wait) override
    {
        return m_input.moveTo(pipe, count, wait);
    }

private:
    Input m_input;
};

// zstd, xz and bzip2 by libarchive's filters around its "raw" format.
class Filtered : public api::ByteSource
{
public:
    static Result<std::unique_ptr<api::ByteSource>> open(Input input)
    {
        auto filtered = std::make_unique<Filtered>(std::move(input));
        archive *reader = filtered->m_archive.get();
        archive_read_support_filter_zstd(reader);
        archive_read_support_filter_xz(reader);
        archive_read_support_filter_bzip2(reader);
        archive_read_support_format_raw(reader);
        archive_entry *entry = nullptr;
        if (archive_read_open(reader, filtered.get(), nullptr, onRead, nullptr) != ARCHIVE_OK ||
            archive_read_next_header(reader, &entry) != ARCHIVE_OK)
            return filtered->damaged();
        return filtered;
    }

    explicit Filtered(Input input)
        : m_input(std::move(input)), m_archive(archive_read_new(), archive_read_free)
    {
    }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        while (m_block.empty()) {
            const void *bytes = nullptr;
            std::size_t size = 0;
            la_int64_t offset = 0;
            const int status = archive_read_data_block(m_archive.get(), &bytes, &size, &offset);
            if (status == ARCHIVE_EOF)
                return 0;
            if (status != ARCHIVE_OK)
                return damaged();
            m_block = {static_cast<const char *>(bytes), size};
        }
        const std::size_t now = m_block.copy(buffer.data(), buffer.size());
        m_block.remove_prefix(now);
        return now;
    }

private:
    std::unexpected<Error> damaged() const
    {
        if (m_inputError)
            return std::unexpected(*m_inputError);
        const char *why = archive_error_string(m_archive.get());
        return fail(ErrorKind::InvalidArgument, "the compressed data is damaged ({})",
                    why != nullptr ? why : "unknown reason");
    }

    static la_ssize_t onRead(archive *, void *self, const void **bytes)
    {
        auto *filtered = static_cast<Filtered *>(self);
        const auto block = filtered->m_input.next();
        if (!block) {
            filtered->m_inputError = block.error();
            return -1;
        }
        *bytes = block->data();
        return static_cast<la_ssize_t>(block->size());
    }

    Input m_input;
    std::string_view m_block; // libarchive's, what is left of it
    std::optional<Error> m_inputError;
    std::unique_ptr<archive, int (*)(archive *)> m_archive;
};

} // namespace

Result<std::unique_ptr<api::ByteSource>> decompress(int fd)
{
    return decompress(std::make_unique<Descriptor>(fd));
}

Result<std::unique_ptr<api::ByteSource>> decompress(std::unique_ptr<api::ByteSource> archive)
{
    using namespace std::string_view_literals;
    Input input(std::move(archive));
    TRY(const std::string_view start, input.peek(6));
    if (start.starts_with("\x1f\x8b"sv))
        return std::make_unique<Gunzip>(std::move(input));
    if (start.starts_with("\x28\xb5\x2f\xfd"sv) || start.starts_with("\xfd\x37zXZ\0"sv) ||
        (start.size() >= 4 && start.starts_with("BZh"sv) && start[3] >= '1' && start[3] <= '9') ||
        (start.size() >= 4 && (start[0] & 0xf0) == 0x50 && start.substr(1, 3) == "\x2a\x4d\x18"sv))
        return Filtered::open(std::move(input));
    return std::make_unique<Plain>(std::move(input));
}

} // namespace quayside::images
