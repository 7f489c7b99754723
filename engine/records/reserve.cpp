#include "engine/records/reserve.h"

#include <fcntl.h>

namespace quayside::records
{

// A checkpoint may have to append the whole write-ahead log (autoCheckpointPages in records.cpp) to the
// database.
constexpr off_t reserveBytes = 1280 * 1024;

Reserve::Reserve(const std::string &path)
    : m_file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
{
    fill();
}

void Reserve::fill()
{
    if (m_full || !m_file)
        return;
    m_full = ::fallocate(m_file.get(), 0, 0, reserveBytes) == 0;
    if (!m_full) // what it got before it failed must not stay taken
        (void)!::ftruncate(m_file.get(), 0);
}

bool Reserve::spend()
{
    if (!m_full)
        return false;
    m_full = false;
    return ::ftruncate(m_file.get(), 0) == 0;
}

} // namespace quayside::records
