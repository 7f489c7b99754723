#include "engine/build/context/callerchild.h"

#include "engine/access/opensource.h"
#include "engine/build/context/callerprotocol.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstring>

namespace quayside::build
{
namespace
{

using namespace caller;

constexpr int fileFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

struct Buffers {
    alignas(16) char request[maxPacket];
    alignas(16) char answer[maxPacket];
    alignas(16) char names[32768]; // of getdents64
};

int openBelow(int root, const char *path, int flags)
{
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags) | O_CLOEXEC;
    how.resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS;
    int fd = -1;
    for (int i = 0; i < 128; ++i) { // renames elsewhere make it fail: openat2(2), EAGAIN
        fd = static_cast<int>(::syscall(SYS_openat2, root, *path != 0 ? path : ".", &how, sizeof how));
        if (fd >= 0 || errno != EAGAIN)
            break;
    }
    return fd;
}

// File systems of this machine, which answer without asking anybody.
bool answersAtOnce(int fd)
{
    constexpr unsigned long f2fs = 0xF2F52010, xfs = 0x58465342, zfs = 0x2FC12FC1, bcachefs = 0xca451a4e;
    struct statfs system{};
    if (::fstatfs(fd, &system) != 0)
        return false;
    switch (static_cast<unsigned long>(system.f_type)) {
    case EXT4_SUPER_MAGIC:
    case BTRFS_SUPER_MAGIC:
    case TMPFS_MAGIC:
    case RAMFS_MAGIC:
    case SQUASHFS_MAGIC:
    case f2fs:
    case xfs:
    case zfs:
    case bcachefs:
        return true;
    default: // an overlay may lie over anything
        return false;
    }
}

void send(int socket, const char *bytes, std::size_t size, const int *files = nullptr, std::size_t count = 0)
{
    iovec part{const_cast<char *>(bytes), size};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * maxFiles)] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (count > 0) {
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * count);
        std::memcpy(CMSG_DATA(header), files, sizeof(int) * count);
    }
    while (::sendmsg(socket, &message, MSG_NOSIGNAL) < 0)
        if (errno != EINTR)
            ::_exit(0); // the engine is gone, or wants no more
}

void fail(int socket, int errnum)
{
    const Answer answer{errnum, 0, true};
    send(socket, reinterpret_cast<const char *>(&answer), sizeof answer);
}

// At `to`: an Entry with its texts. The number of bytes; 0: it does not fit; -errno.
long putEntry(int folder, const char *name, char *to, std::size_t room)
{
    const std::size_t length = std::strlen(name);
    if (room < sizeof(Entry) + length + PATH_MAX)
        return 0;
    Entry entry{};
    if (::fstatat(folder, name, &entry.status, AT_SYMLINK_NOFOLLOW | (*name == 0 ? AT_EMPTY_PATH : 0)) != 0)
        return -errno;
    entry.nameLength = static_cast<std::uint32_t>(length);
    char *text = to + sizeof entry;
    std::memcpy(text, name, length);
    if (S_ISLNK(entry.status.st_mode)) {
        const ssize_t link = ::readlinkat(folder, name, text + length, PATH_MAX);
        if (link < 0)
            return -errno;
        entry.linkLength = static_cast<std::uint32_t>(link);
    }
    std::memcpy(to, &entry, sizeof entry);
    return static_cast<long>(sizeof entry + length + entry.linkLength);
}

void look(int socket, int root, char *path, Buffers &buffers)
{
    char *slash = std::strrchr(path, '/');
    const char *name = slash != nullptr ? slash + 1 : path;
    if (slash != nullptr)
        *slash = 0;
    const int folder = openBelow(root, slash != nullptr ? path : "", O_PATH | O_DIRECTORY);
    if (folder < 0)
        return fail(socket, errno);
    const long size =
        putEntry(folder, name, buffers.answer + sizeof(Answer), sizeof buffers.answer - sizeof(Answer));
    ::close(folder);
    if (size <= 0)
        return fail(socket, size < 0 ? static_cast<int>(-size) : ENAMETOOLONG);
    const Answer answer{0, 1, true};
    std::memcpy(buffers.answer, &answer, sizeof answer);
    send(socket, buffers.answer, sizeof answer + static_cast<std::size_t>(size));
}

// getdents64(2)
struct DirectoryEntry {
    std::uint64_t inode;
    std::int64_t offset;
    unsigned short length;
    unsigned char type;
    char name[1];
};

// Entries on their way to the engine: as many in a packet as it holds.
class Listing
{
public:
    Listing(int socket, Buffers &buffers) : m_socket(socket), m_bytes(buffers.answer) {}

    // 0, or errno. What is gone meanwhile is passed over.
    int add(int folder, const char *name)
    {
        long size = putEntry(folder, name, m_bytes + m_used, maxPacket - m_used);
        if (size == 0) {
            flush(false);
            size = putEntry(folder, name, m_bytes + m_used, maxPacket - m_used);
        }
        if (size > 0)
            take(static_cast<std::size_t>(size));
        return size < 0 && size != -ENOENT ? static_cast<int>(-size) : 0;
    }

    void endFolder()
    {
        if (maxPacket - m_used < sizeof(Entry))
            flush(false);
        const Entry end{};
        std::memcpy(m_bytes + m_used, &end, sizeof end);
        take(sizeof end);
    }

    void flush(bool last)
    {
        m_answer.last = last;
        std::memcpy(m_bytes, &m_answer, sizeof m_answer);
        send(m_socket, m_bytes, m_used);
        m_answer.count = 0;
        m_used = sizeof m_answer;
    }

private:
    void take(std::size_t size)
    {
        m_used += size;
        ++m_answer.count;
    }

    int m_socket;
    char *m_bytes;
    Answer m_answer;
    std::size_t m_used = sizeof m_answer;
};

// 0, or errno.
int listFolder(int folder, Listing &listing, Buffers &buffers)
{
    for (;;) {
        const long got = ::syscall(SYS_getdents64, folder, buffers.names, sizeof buffers.names);
        if (got <= 0)
            return got < 0 ? errno : 0;
        for (long at = 0; at < got;) {
            const auto *entry = reinterpret_cast<const DirectoryEntry *>(buffers.names + at);
            const char *name = buffers.names + at + offsetof(DirectoryEntry, name);
            at += entry->length;
            if (std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0)
                continue;
            if (const int error = listing.add(folder, name); error != 0)
                return error;
        }
    }
}

void list(int socket, int root, std::uint32_t folders, const char *path, Buffers &buffers)
{
    Listing listing(socket, buffers);
    for (; folders > 0; --folders, path += std::strlen(path) + 1) {
        const int folder = openBelow(root, path, folderFlags);
        const int error = folder < 0 ? errno : listFolder(folder, listing, buffers);
        if (folder >= 0)
            ::close(folder);
        if (error != 0) {
            listing.flush(false); // so that the engine sees which one it was
            return fail(socket, error);
        }
        listing.endFolder();
    }
    listing.flush(true);
}

// All of `file` into the pipe, for as long as the engine reads.
void pump(int file, int pipe, Buffers &buffers)
{
    while (true) {
        const ssize_t got = ::read(file, buffers.names, sizeof buffers.names);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return; // too few bytes tell the engine of an error
        for (ssize_t at = 0; at < got;) {
            const ssize_t done = ::write(pipe, buffers.names + at, static_cast<std::size_t>(got - at));
            if (done < 0 && errno == EINTR)
                continue;
            if (done < 0)
                return;
            at += done;
        }
    }
}

// A file that the engine gets through a pipe.
struct Stream {
    int file = -1, pipe = -1;
};

// One file: its descriptor, or that of its stream's other end; -1.
int openOne(int folder, const char *name, File &file, Stream &stream)
{
    int fd = ::openat(folder, name, fileFlags);
    if (fd < 0) {
        file.errnum = errno;
        return -1;
    }
    if (::fstat(fd, &file.status) != 0)
        file.errnum = errno;
    else if (!S_ISREG(file.status.st_mode) && !S_ISDIR(file.status.st_mode))
        file.errnum = ELOOP;
    if (file.errnum != 0) {
        ::close(fd);
        return -1;
    }
    if (answersAtOnce(fd) || S_ISDIR(file.status.st_mode))
        return fd;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        file.errnum = errno;
        ::close(fd);
        return -1;
    }
    file.stream = true;
    stream = {fd, ends[1]};
    return ends[0];
}

void open(int socket, int root, const char *path, std::uint32_t names, const char *name, Buffers &buffers)
{
    const int folder = openBelow(root, path, O_PATH | O_DIRECTORY);
    if (folder < 0)
        return fail(socket, errno);
    File files[maxFiles] = {};
    int descriptors[maxFiles];
    std::size_t count = 0, opened = 0;
    Stream stream;
    for (; count < names && count < maxFiles && stream.pipe < 0; ++count, name += std::strlen(name) + 1) {
        const int fd = openOne(folder, name, files[count], stream);
        if (fd >= 0)
            descriptors[opened++] = fd;
    }
    ::close(folder);
    const Answer answer{0, static_cast<std::uint32_t>(count), true};
    std::memcpy(buffers.answer, &answer, sizeof answer);
    std::memcpy(buffers.answer + sizeof answer, files, sizeof(File) * count);
    send(socket, buffers.answer, sizeof answer + sizeof(File) * count, descriptors, opened);
    for (std::size_t i = 0; i < opened; ++i)
        ::close(descriptors[i]);
    if (stream.pipe < 0)
        return;
    pump(stream.file, stream.pipe, buffers);
    ::close(stream.file);
    ::close(stream.pipe);
}

// The raw system calls: glibc's wrappers would first synchronise with threads that this child does not have.
bool become(const CallerIds &who)
{
    if (::getuid() == 0 && (::syscall(SYS_setgroups, who.groupCount, who.groups) != 0 ||
                            ::syscall(SYS_setresgid, who.gid, who.gid, who.gid) != 0 ||
                            ::syscall(SYS_setresuid, who.uid, who.uid, who.uid) != 0))
        return false;
    // Its memory is the engine's: the caller must not look into it (ptrace(2), "Ptrace access mode
    // checking").
    return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && (who.uid == 0 || access::dropCapabilities()) &&
           ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

} // namespace

void serveCaller(int socket, int root, const CallerIds &who)
{
    static_assert(sizeof(Buffers) < 512 * 1024); // on the stack of one of the engine's threads
    Buffers buffers;
    struct sigaction ignore{};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, nullptr);
    // Nothing of the engine's goes along but the socket and the folder.
    const int low = socket < root ? socket : root, high = socket < root ? root : socket;
    if (low > 0)
        ::syscall(SYS_close_range, 0, low - 1, 0);
    if (high > low + 1)
        ::syscall(SYS_close_range, low + 1, high - 1, 0);
    ::syscall(SYS_close_range, high + 1, ~0U, 0);
    if (!become(who))
        ::_exit(1);
    while (true) {
        const ssize_t got = ::recv(socket, buffers.request, sizeof buffers.request - 1, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < static_cast<ssize_t>(sizeof(Request)))
            ::_exit(0);
        buffers.request[got] = 0;
        Request request;
        std::memcpy(&request, buffers.request, sizeof request);
        char *path = buffers.request + sizeof request;
        const char *names = path + std::strlen(path) + 1;
        switch (request.act) {
        case Act::Look:
            look(socket, root, path, buffers);
            break;
        case Act::List:
            list(socket, root, request.names, names, buffers);
            break;
        case Act::Open:
            open(socket, root, path, request.names, names, buffers);
            break;
        }
    }
}

} // namespace quayside::build
