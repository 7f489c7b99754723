#include "engine/access/opensource.h"

#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::access
{

namespace
{

// "/proc/self/fd/N" without printf, which is not async-signal-safe.
void descriptorPath(int fd, char (&out)[32])
{
    char digits[12];
    int count = 0;
    do
        digits[count++] = static_cast<char>('0' + fd % 10);
    while ((fd /= 10) > 0);
    const char prefix[] = "/proc/self/fd/";
    char *to = out;
    for (const char *from = prefix; *from != 0; ++from)
        *to++ = *from;
    while (count > 0)
        *to++ = digits[--count];
    *to = 0;
}

// O_PATH opens what one may not read, so the access asked for is tried for real: folders and files are
// opened, anything else (sockets, FIFOs, whose opening has effects) is asked about (faccessat2(2)).
bool mayUse(int fd, mode_t type, bool writable)
{
    if (S_ISDIR(type)) {
        const int folder = ::openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0)
            return false;
        ::close(folder);
        const int mode = X_OK | R_OK | (writable ? W_OK : 0);
        return ::syscall(SYS_faccessat2, fd, "", mode, AT_EMPTY_PATH | AT_EACCESS) == 0;
    }
    if (S_ISREG(type)) {
        char path[32];
        descriptorPath(fd, path);
        const int file = ::open(path, (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK);
        if (file < 0)
            return false;
        ::close(file);
        return true;
    }
    return ::syscall(SYS_faccessat2, fd, "", R_OK | W_OK, AT_EMPTY_PATH | AT_EACCESS) == 0;
}

// mkdir -p: the last component's error is the answer.
void makeFolders(const char *path)
{
    char part[PATH_MAX];
    for (std::size_t i = 0; i < sizeof part; ++i) {
        const char c = path[i];
        if (i > 0 && (c == '/' || c == 0)) {
            part[i] = 0;
            ::mkdir(part, 0755);
        }
        if (c == 0)
            return;
        part[i] = c;
    }
}

} // namespace

int openSource(const SourceWanted &wanted, int *errnum)
{
    *errnum = 0;
    int fd = ::open(wanted.path, O_PATH | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT && wanted.create) {
        makeFolders(wanted.path);
        fd = ::open(wanted.path, O_PATH | O_CLOEXEC);
    }
    if (fd < 0) {
        *errnum = errno;
        return -1;
    }
    struct stat status{};
    if (::fstat(fd, &status) < 0)
        *errnum = errno;
    else if ((S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode)) && !wanted.devices)
        *errnum = EINVAL;
    else if (!wanted.devices && !mayUse(fd, status.st_mode, wanted.writable))
        *errnum = EACCES;
    if (*errnum == 0)
        return fd;
    ::close(fd);
    return -1;
}

bool dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2] = {};
    ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    return ::syscall(SYS_capset, &header, none) == 0;
}

} // namespace quayside::access
