#include "engine/containers/files/compressedsink.h"

#include <archive.h>
#include <archive_entry.h>

namespace quayside::containers::files
{

static constexpr int blockSize = 128 * 1024; // of what is passed on

Result<std::unique_ptr<CompressedSink>> CompressedSink::make(Compression compression, Out out)
{
    std::unique_ptr<CompressedSink> sink(new CompressedSink(std::move(out)));
    CHECK(sink->begin(compression));
    return sink;
}

CompressedSink::~CompressedSink()
{
    if (m_archive != nullptr) {
        ::archive_write_fail(m_archive); // else freeing it would write an end
        ::archive_write_free(m_archive);
    }
}

std::unexpected<Error> CompressedSink::failed()
{
    if (!m_outcome)
        return std::unexpected(m_outcome.error());
    const char *why = ::archive_error_string(m_archive);
    return fail(ErrorKind::Internal, "compressing the archive: {}", why != nullptr ? why : "no memory");
}

Result<> CompressedSink::begin(Compression compression)
{
    m_archive = ::archive_write_new();
    if (m_archive == nullptr)
        return fail(ErrorKind::Internal, "compressing the archive: no memory");
    const auto pass = [](archive *, void *self, const void *bytes, std::size_t size) -> la_ssize_t {
        auto *sink = static_cast<CompressedSink *>(self);
        sink->m_outcome = sink->m_out({static_cast<const char *>(bytes), size});
        return sink->m_outcome ? static_cast<la_ssize_t>(size) : -1;
    };
    // The stream of one unnamed file, and nothing around it.
    ::archive_write_set_format_raw(m_archive);
    const int filtered = compression == Compression::Gzip ? ::archive_write_add_filter_gzip(m_archive)
                                                          : ::archive_write_add_filter_zstd(m_archive);
    ::archive_write_set_bytes_per_block(m_archive, blockSize);
    ::archive_write_set_bytes_in_last_block(m_archive, 1);
    if (filtered != ARCHIVE_OK ||
        ::archive_write_open2(m_archive, this, nullptr, pass, nullptr, nullptr) != ARCHIVE_OK)
        return failed();
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(::archive_entry_new(),
                                                                          ::archive_entry_free);
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    if (::archive_write_header(m_archive, entry.get()) != ARCHIVE_OK)
        return failed();
    return {};
}

Result<> CompressedSink::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const la_ssize_t taken = ::archive_write_data(m_archive, bytes.data(), bytes.size());
        if (taken <= 0)
            return failed();
        bytes.remove_prefix(static_cast<std::size_t>(taken));
    }
    return {};
}

Result<> CompressedSink::finish()
{
    if (::archive_write_close(m_archive) != ARCHIVE_OK)
        return failed();
    return {};
}

} // namespace quayside::containers::files
