#include "engine/logs/inflate.h"

#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

namespace quayside::logs
{
namespace
{

constexpr std::size_t blockBytes = 65'536;
constexpr int gzipWindow = 15 + 16; // zlib.h, inflateInit2: gzip only

class Inflater
{
public:
    Inflater() { m_good = ::inflateInit2(&m_stream, gzipWindow) == Z_OK; }
    ~Inflater() { ::inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    Result<> run(int from, int to)
    {
        while (m_good) {
            const ssize_t size = ::read(from, m_in.data(), m_in.size());
            if (size < 0)
                return failErrno(errno, "reading the log");
            if (size == 0)
                return {};
            m_stream.next_in = m_in.data();
            m_stream.avail_in = static_cast<unsigned>(size);
            CHECK(block(to));
        }
        return {};
    }

private:
    Result<> block(int to)
    {
        do {
            m_stream.next_out = m_out.data();
            m_stream.avail_out = static_cast<unsigned>(m_out.size());
            const int done = ::inflate(&m_stream, Z_NO_FLUSH);
            m_good = done == Z_OK || done == Z_BUF_ERROR;
            const std::size_t size = m_out.size() - m_stream.avail_out;
            if (::write(to, m_out.data(), size) != static_cast<ssize_t>(size))
                return failErrno(errno, "making room to read a compressed log");
        } while (m_good && m_stream.avail_out == 0);
        return {};
    }
    z_stream m_stream{};
    bool m_good = false;
    std::vector<unsigned char> m_in = std::vector<unsigned char>(blockBytes),
                               m_out = std::vector<unsigned char>(blockBytes);
};

} // namespace

Result<Fd> inflated(int folder, const Fd &compressed)
{
    Fd plain(::openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (!plain) // a file system that has no such files
        plain.reset(::memfd_create("log", MFD_CLOEXEC));
    if (!plain)
        return failErrno(errno, "making room to read a compressed log");
    CHECK(Inflater().run(compressed.get(), plain.get()));
    return plain;
}

} // namespace quayside::logs
