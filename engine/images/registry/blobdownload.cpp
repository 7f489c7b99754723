#include "engine/images/registry/blobdownload.h"

#include <unistd.h>

#include <algorithm>

namespace quayside::images
{

Result<std::size_t> BlobDownload::read(std::span<char> buffer)
{
    if (m_at == m_there) {
        TRY(const std::size_t got, m_rest.read(buffer));
        CHECK(m_file.write({buffer.data(), got}));
        return got;
    }
    ssize_t got = 0;
    do
        got = ::pread(m_file.file(), buffer.data(), std::min<std::uint64_t>(buffer.size(), m_there - m_at),
                      static_cast<off_t>(m_at));
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return failErrno(errno, "reading what was kept of the blob");
    if (got == 0)
        return fail(ErrorKind::Internal, "what was kept of the blob is shorter than it was");
    m_at += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
}

bool mayGoOn(const Error &error)
{
    return error.kind != ErrorKind::InvalidArgument && error.kind != ErrorKind::TooLarge &&
           error.kind != ErrorKind::NoSpace;
}

Result<BlobFile> fetchBlob(BlobStore &blobs, const BlobPlace &place,
                           const std::function<Result<>(BlobFile &file)> &attempt)
{
    while (true) {
        TRY(BlobFile file, blobs.fetchInto(place.digest, place.size));
        auto done = attempt(file);
        if (done || !mayGoOn(done.error()))
            file.drop();
        if (done)
            return file;
        const bool fromRemains = file.sizeAtStart() > 0 && done.error().kind == ErrorKind::InvalidArgument;
        if (!fromRemains)
            return std::unexpected(std::move(done).error());
    }
}

} // namespace quayside::images
