#include "engine/images/unpack/decompress.h"

#include <archive.h>
#include <unistd.h>
#include <zlib.h>

#include <vector>

namespace quayside::images
{
namespace
{

constexpr std::size_t blockSize = 256 * 1024;

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

// A stream, the first bytes of which have been looked at.
class Input
{
public:
    explicit Input(std::unique_ptr<api::ByteSource> source) : m_source(std::move(source)), m_buffer(blockSize)
    {
    }

    // Up to `wanted` bytes without taking them.
    Result<std::string_view> peek(std::size_t wanted)
    {
        while (m_peeked < wanted) {
            TRY(const std::size_t got, m_source->read(std::span(m_buffer).subspan(m_peeked)));
            if (got == 0)
                break;
            m_peeked += got;
        }
        return std::string_view(m_buffer.data(), m_peeked);
    }

    Result<std::string_view> next()
    {
        if (m_peeked > 0)
            return std::string_view(m_buffer.data(), std::exchange(m_peeked, 0));
        TRY(const std::size_t got, m_source->read(m_buffer));
        return std::string_view(m_buffer.data(), got);
    }

private:
    std::unique_ptr<api::ByteSource> m_source;
    std::vector<char> m_buffer;
    std::size_t m_peeked = 0;
};

class Plain : public Decompressor
{
public:
    explicit Plain(Input input) : m_input(std::move(input)) {}
    Result<std::string_view> next() override { return m_input.next(); }

private:
    Input m_input;
};

// zlib itself rather than libarchive's filter, which skips the CRC and the length at the end (RFC 1952).
class Gzip : public Decompressor
{
public:
    explicit Gzip(Input input) : m_input(std::move(input)), m_output(blockSize)
    {
        ::inflateInit2(&m_stream, 16 + MAX_WBITS);
    }
    ~Gzip() override { ::inflateEnd(&m_stream); }

    Result<std::string_view> next() override
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(m_output.data());
        m_stream.avail_out = static_cast<uInt>(m_output.size());
        while (m_stream.avail_out == m_output.size() && !m_ended)
            CHECK(step());
        return std::string_view(m_output.data(), m_output.size() - m_stream.avail_out);
    }

private:
    Result<> step()
    {
        if (m_stream.avail_in == 0)
            CHECK(refill());
        if (m_ended)
            return {};
        const int status = ::inflate(&m_stream, Z_NO_FLUSH);
        m_insideMember = status == Z_OK || status == Z_BUF_ERROR;
        if (status == Z_STREAM_END && ::inflateReset(&m_stream) == Z_OK) {
            m_members = true;
            return {};
        }
        if (m_insideMember)
            return {};
        // gzip(1) ignores what follows the last member, zero padding above all.
        if (m_members && m_stream.total_out == 0) {
            m_stream.avail_in = 0;
            m_padding = true;
            return {};
        }
        return fail(ErrorKind::InvalidArgument, "the gzip data is damaged ({})",
                    m_stream.msg != nullptr ? m_stream.msg : "unknown reason");
    }

    Result<> refill()
    {
        std::string_view bytes;
        do {
            TRY(bytes, m_input.next());
        } while (m_padding && !bytes.empty());
        m_ended = bytes.empty();
        if (m_ended && m_insideMember)
            return fail(ErrorKind::InvalidArgument, "the gzip data ends too early");
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        return {};
    }

    Input m_input;
    std::vector<char> m_output;
    z_stream m_stream{};
    bool m_insideMember = true, m_members = false, m_padding = false, m_ended = false;
};

// zstd and xz by libarchive's filters around its "raw" format.
class Filtered : public Decompressor
{
public:
    static Result<std::unique_ptr<Decompressor>> open(Input input)
    {
        auto filtered = std::make_unique<Filtered>(std::move(input));
        archive *reader = filtered->m_archive.get();
        archive_read_support_filter_zstd(reader);
        archive_read_support_filter_xz(reader);
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

    Result<std::string_view> next() override
    {
        const void *bytes = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(m_archive.get(), &bytes, &size, &offset);
        if (status == ARCHIVE_EOF)
            return std::string_view();
        if (status != ARCHIVE_OK)
            return damaged();
        return std::string_view(static_cast<const char *>(bytes), size);
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
    std::optional<Error> m_inputError;
    std::unique_ptr<archive, int (*)(archive *)> m_archive;
};

} // namespace

Result<std::unique_ptr<Decompressor>> decompress(int fd)
{
    return decompress(std::make_unique<Descriptor>(fd));
}

Result<std::unique_ptr<Decompressor>> decompress(std::unique_ptr<api::ByteSource> archive)
{
    using namespace std::string_view_literals;
    Input input(std::move(archive));
    TRY(const std::string_view start, input.peek(6));
    if (start.starts_with("\x1f\x8b"sv))
        return std::make_unique<Gzip>(std::move(input));
    if (start.starts_with("\x28\xb5\x2f\xfd"sv) || start.starts_with("\xfd\x37zXZ\0"sv) ||
        (start.size() >= 4 && (start[0] & 0xf0) == 0x50 && start.substr(1, 3) == "\x2a\x4d\x18"sv))
        return Filtered::open(std::move(input));
    return std::make_unique<Plain>(std::move(input));
}

} // namespace quayside::images
