#include "engine/images/registry/gzip.h"

#include <zlib.h>

#include <array>

namespace quayside::images
{

// Quick rather than small: the next level costs twice the time for a twentieth of the size.
constexpr int level = 3, windowBits = 15 + 16; // 16: with gzip's head, in which zlib writes no time and no name

struct GzipSink::Stream {
    z_stream z{};
    std::array<unsigned char, 64 * 1024> out;
};

GzipSink::GzipSink(api::ByteSink &out) : m_out(out), m_stream(std::make_unique<Stream>())
{
    if (::deflateInit2(&m_stream->z, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        m_stream.reset();
}

GzipSink::~GzipSink()
{
    if (m_stream)
        ::deflateEnd(&m_stream->z);
}

Result<> GzipSink::run(int flush)
{
    z_stream &z = m_stream->z;
    do {
        z.next_out = m_stream->out.data();
        z.avail_out = static_cast<uInt>(m_stream->out.size());
        if (::deflate(&z, flush) == Z_STREAM_ERROR)
            return fail(ErrorKind::Internal, "compressing a layer failed");
        const std::string_view made(reinterpret_cast<const char *>(m_stream->out.data()),
                                    m_stream->out.size() - z.avail_out);
        m_sum.add(made);
        m_size += made.size();
        CHECK(m_out.write(made));
    } while (z.avail_out == 0);
    return {};
}

Result<> GzipSink::write(std::string_view bytes)
{
    if (!m_stream)
        return fail(ErrorKind::NoSpace, "compressing a layer: there is no memory for it");
    m_stream->z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    m_stream->z.avail_in = static_cast<uInt>(bytes.size());
    return run(Z_NO_FLUSH);
}

Result<> GzipSink::finish()
{
    if (!m_stream)
        return fail(ErrorKind::NoSpace, "compressing a layer: there is no memory for it");
    return run(Z_FINISH);
}

} // namespace quayside::images
