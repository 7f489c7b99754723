#include "models/logs/logchunk.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace quayside::models
{

namespace
{

constexpr std::size_t pageSize = 64 * 1024; // a multiple of every page size in use

int openNameless(const QByteArray &folder)
{
    const int descriptor = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        return descriptor;
    QByteArray name = folder + "/log-XXXXXX"; // a file system without O_TMPFILE
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        ::unlink(name.constData());
    return named;
}

bool writeAll(int descriptor, std::string_view bytes, std::int64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(std::size_t(written));
        offset += written;
    }
    return true;
}

// The space of lines that are gone; false: not possible on this file system.
bool punch(int descriptor, std::int64_t offset, std::size_t size)
{
    return ::fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, off_t(size)) == 0;
}

} // namespace

std::shared_ptr<LogSpill> LogSpill::open()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return nullptr;
    const int descriptor = openNameless(QFile::encodeName(folder));
    if (descriptor < 0)
        return nullptr;
    std::shared_ptr<LogSpill> spill(new LogSpill(descriptor));
    // Without holes the file of a log that is followed for days would grow for ever.
    return punch(descriptor, 0, pageSize) ? spill : nullptr;
}

LogSpill::~LogSpill()
{
    ::close(m_descriptor);
}

LogSpill::Region LogSpill::write(std::string_view text, std::string_view index)
{
    const std::size_t indexAt = (text.size() + 15) / 16 * 16;
    const std::size_t size = (indexAt + index.size() + pageSize - 1) / pageSize * pageSize;
    Region region{m_end, size, nullptr};
    // Whole pages are written: reading a map past the end of its file kills the program.
    if (!writeAll(m_descriptor, text, m_end) ||
        !writeAll(m_descriptor, index, m_end + std::int64_t(indexAt)) ||
        ::posix_fallocate(m_descriptor, m_end, off_t(size)) != 0) {
        punch(m_descriptor, m_end, size);
        return region;
    }
    void *address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, m_descriptor, m_end);
    if (address == MAP_FAILED) {
        punch(m_descriptor, m_end, size);
        return region;
    }
    region.address = static_cast<const char *>(address);
    m_end += std::int64_t(size);
    return region;
}

void LogSpill::release(const Region &region)
{
    if (region.address == nullptr)
        return;
    ::munmap(const_cast<char *>(region.address), region.size);
    punch(m_descriptor, region.offset, region.size);
}

} // namespace quayside::models
