#include "engine/build/context/callerfolder.h"

#include "engine/build/context/callerchild.h"
#include "engine/build/context/callerprotocol.h"
#include "engine/build/context/ignorefile.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstring>
#include <mutex>

namespace quayside::build
{
namespace
{

using namespace caller;

constexpr int answerTimeoutMs = 10'000;

struct Packet {
    Answer answer;
    std::string body;
    std::vector<Fd> files;
};

// The child, seen from the engine; gone with this object.
class CallerProcess
{
public:
    static Result<std::unique_ptr<CallerProcess>> start(const access::Peer &peer, int root)
    {
        int pair[2];
        if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
            return failErrno(errno, "reading the build context as user {}", peer.uid);
        Fd ours(pair[0]);
        const Fd its(pair[1]);
        const CallerIds who{peer.uid, peer.gid, peer.groups.data(), peer.groups.size()};
        const pid_t child = ::_Fork(); // no atfork handlers: they may want a lock that another thread holds
        if (child < 0)
            return failErrno(errno, "reading the build context as user {}", peer.uid);
        if (child == 0)
            serveCaller(its.get(), root, who);
        return std::make_unique<CallerProcess>(child, std::move(ours));
    }

    CallerProcess(pid_t pid, Fd socket) : m_pid(pid), m_socket(std::move(socket)) {}
    CallerProcess(const CallerProcess &) = delete;
    CallerProcess &operator=(const CallerProcess &) = delete;

    // The caller can signal a process that has its uid, and one that waits for a dead file system may not go
    // at once: it is waited for with a bound.
    ~CallerProcess()
    {
        const Fd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0)));
        ::kill(m_pid, SIGKILL);
        pollfd ended{pidfd.get(), POLLIN, 0};
        ::poll(&ended, 1, 1000);
        ::waitpid(m_pid, nullptr, WNOHANG);
    }

    Result<> ask(Act act, const std::string &path, std::span<const std::string> names = {})
    {
        const Request request{act, static_cast<std::uint32_t>(names.size())};
        std::string bytes(reinterpret_cast<const char *>(&request), sizeof request);
        bytes.append(path.c_str(), path.size() + 1);
        for (const std::string &name : names)
            bytes.append(name.c_str(), name.size() + 1);
        const auto hasZero = [](const std::string &text) { return text.contains('\0'); };
        if (bytes.size() >= maxPacket || hasZero(path) || std::ranges::any_of(names, hasZero))
            return failErrno(ENAMETOOLONG, "opening {}",
                             (path.empty() && !names.empty() ? names.front() : path).substr(0, 200));
        m_answering = true;
        while (::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0)
            if (errno != EINTR)
                return gone();
        return {};
    }

    Result<Packet> next(const std::string &path)
    {
        pollfd waiting{m_socket.get(), POLLIN, 0};
        int ready = 0;
        do
            ready = ::poll(&waiting, 1, answerTimeoutMs);
        while (ready < 0 && errno == EINTR);
        if (ready <= 0)
            return fail(ErrorKind::Unavailable, "reading {}: its file system does not answer", path);
        m_buffer.resize(maxPacket);
        iovec part{m_buffer.data(), m_buffer.size()};
        alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * maxFiles)] = {};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        const ssize_t got = ::recvmsg(m_socket.get(), &message, MSG_CMSG_CLOEXEC);
        Packet packet{.files = filesOf(message)};
        if (got < static_cast<ssize_t>(sizeof packet.answer))
            return gone();
        std::memcpy(&packet.answer, m_buffer.data(), sizeof packet.answer);
        packet.body.assign(m_buffer.data() + sizeof packet.answer,
                           static_cast<std::size_t>(got) - sizeof packet.answer);
        m_answering = !packet.answer.last;
        return packet;
    }

    // Whether it is there and the next answer is that to the next question.
    [[nodiscard]] bool ready() const
    {
        pollfd socket{m_socket.get(), POLLIN, 0};
        return !m_answering && ::poll(&socket, 1, 0) == 0;
    }

private:
    static std::vector<Fd> filesOf(msghdr &message)
    {
        std::vector<Fd> files;
        for (cmsghdr *header = CMSG_FIRSTHDR(&message); header != nullptr;
             header = CMSG_NXTHDR(&message, header)) {
            if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
                continue;
            const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            for (std::size_t i = 0; i < count; ++i) {
                int received = -1;
                std::memcpy(&received, CMSG_DATA(header) + i * sizeof received, sizeof received);
                files.emplace_back(received);
            }
        }
        return files;
    }

    static std::unexpected<Error> gone()
    {
        return fail(ErrorKind::Internal, "the process that reads the build context for its user has ended");
    }

    pid_t m_pid;
    Fd m_socket;
    std::vector<char> m_buffer;
    bool m_answering = false;
};

// The processes of one source. A step needs one to itself; starting it copies the engine's page tables, so
// the next step gets one that is there. Thread-safe.
class CallerProcesses
{
public:
    CallerProcesses(access::Peer peer, Fd directory)
        : m_peer(std::move(peer)), m_directory(std::move(directory))
    {
    }

    Result<std::unique_ptr<CallerProcess>> take()
    {
        {
            const std::scoped_lock lock(m_mutex);
            while (!m_idle.empty()) {
                auto process = std::move(m_idle.back());
                m_idle.pop_back();
                if (process->ready()) // the caller may have killed it
                    return process;
            }
        }
        return CallerProcess::start(m_peer, m_directory.get());
    }
    void giveBack(std::unique_ptr<CallerProcess> process)
    {
        const std::scoped_lock lock(m_mutex);
        m_idle.push_back(std::move(process));
    }

private:
    const access::Peer m_peer;
    const Fd m_directory;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<CallerProcess>> m_idle;
};

std::unexpected<Error> failed(int errnum, const std::string &path)
{
    if (errnum == ELOOP || errnum == ENXIO)
        return fail(ErrorKind::Conflict, "{} is no file any more: it changed while it was read", path);
    const std::string_view shown = path.empty() ? "the build context" : std::string_view(path);
    // One error for both: what a user may not see is not to be told from what is not there.
    if (errnum == ENOENT || errnum == ENOTDIR || errnum == EACCES || errnum == EPERM) {
        auto error = fail(ErrorKind::NotFound,
                          "opening {}: it is not there, or the build's user may not read it", shown);
        error.error().errnum = errnum;
        return error;
    }
    return failErrno(errnum, "opening {}", shown);
}

std::unexpected<Error> nonsense()
{
    return fail(ErrorKind::Internal, "the process that reads the build context said something unexpected");
}

// The first Entry of `body`, which is taken away.
bool takeEntry(std::string_view &body, SourceEntry &entry)
{
    Entry raw;
    if (body.size() < sizeof raw)
        return false;
    std::memcpy(&raw, body.data(), sizeof raw);
    body.remove_prefix(sizeof raw);
    if (raw.nameLength > body.size() || raw.linkLength > body.size() - raw.nameLength)
        return false;
    entry.name = body.substr(0, raw.nameLength);
    entry.link = body.substr(raw.nameLength, raw.linkLength);
    entry.status = raw.status;
    body.remove_prefix(raw.nameLength + raw.linkLength);
    return entry.name.find('/') == std::string::npos && entry.name != "." && entry.name != "..";
}

class CallerReader : public SourceReader
{
public:
    CallerReader(CallerProcesses &processes, std::unique_ptr<CallerProcess> process)
        : m_processes(processes), m_process(std::move(process))
    {
    }
    CallerReader(const CallerReader &) = delete;
    CallerReader &operator=(const CallerReader &) = delete;
    ~CallerReader() override
    {
        // One that fills a pipe may be held up by a file system that does not answer.
        if (m_process->ready() && !m_streamed)
            m_processes.giveBack(std::move(m_process));
    }

    [[nodiscard]] bool asUser() const override { return true; }
    Result<SourceEntry> look(const std::string &path) override
    {
        CHECK(m_process->ask(Act::Look, path));
        TRY(const Packet packet, m_process->next(path));
        if (packet.answer.errnum != 0)
            return failed(packet.answer.errnum, path);
        std::string_view body = packet.body;
        SourceEntry entry;
        if (!takeEntry(body, entry))
            return nonsense();
        return entry;
    }

    Result<std::vector<Listing>> listAll(std::span<const std::string> folders) override
    {
        std::vector<Listing> listings;
        while (listings.size() < folders.size()) {
            const auto rest = folders.subspan(listings.size());
            CHECK(listSome(rest.first(fitting(rest)), listings));
        }
        return listings;
    }

    Result<std::vector<Result<SourceFile>>> open(const std::string &folder,
                                                 std::span<const std::string> names) override
    {
        CHECK(m_process->ask(Act::Open, folder, names.first(std::min(names.size(), maxFiles))));
        TRY(Packet packet, m_process->next(folder));
        if (packet.answer.errnum != 0)
            return failed(packet.answer.errnum, folder);
        const std::size_t count = packet.answer.count;
        if (count == 0 || count > names.size() || packet.body.size() != count * sizeof(File))
            return nonsense();
        std::vector<Result<SourceFile>> files;
        auto descriptor = packet.files.begin();
        for (std::size_t i = 0; i < count; ++i) {
            File file;
            std::memcpy(&file, packet.body.data() + i * sizeof file, sizeof file);
            if (file.errnum != 0) {
                files.push_back(failed(file.errnum, folder.empty() ? names[i] : folder + "/" + names[i]));
                continue;
            }
            if (descriptor == packet.files.end()) // the process may hold no more descriptors
                return fail(ErrorKind::Unavailable, "opening {}: too many files are open", folder);
            m_streamed = m_streamed || file.stream;
            files.emplace_back(SourceFile{std::move(*descriptor++), file.stream, file.status});
        }
        return files;
    }

private:
    static constexpr std::size_t maxEntries = 2'000'000;

    // How many of these go into one question; at least one.
    static std::size_t fitting(std::span<const std::string> folders)
    {
        std::size_t count = 0, bytes = sizeof(Request) + 1;
        while (count < folders.size() && (bytes += folders[count].size() + 1) < maxPacket)
            ++count;
        return std::max<std::size_t>(count, 1);
    }

    // One question, whose answer fills packets: a listing for each folder, or an error.
    Result<> listSome(std::span<const std::string> folders, std::vector<Listing> &listings)
    {
        CHECK(m_process->ask(Act::List, "", folders));
        Listing entries;
        std::size_t done = 0;
        for (bool last = false; !last;) {
            const std::string &path = folders[std::min(done, folders.size() - 1)];
            TRY(const Packet packet, m_process->next(path));
            if (packet.answer.errnum != 0)
                return failed(packet.answer.errnum, path);
            std::string_view body = packet.body;
            for (std::uint32_t i = 0; i < packet.answer.count; ++i) {
                if (done == folders.size() || !takeEntry(body, entries.emplace_back()))
                    return nonsense();
                if (!entries.back().name.empty())
                    continue;
                entries.pop_back();
                std::ranges::sort(entries, {}, &SourceEntry::name);
                listings.push_back(std::exchange(entries, {}));
                ++done;
            }
            if (entries.size() > maxEntries)
                return fail(ErrorKind::TooLarge, "the folder {} has more than {} entries", path, maxEntries);
            last = packet.answer.last;
        }
        return done == folders.size() ? Result<>() : nonsense();
    }

    CallerProcesses &m_processes;
    std::unique_ptr<CallerProcess> m_process;
    bool m_streamed = false;
};

class CallerSource : public FileSource
{
public:
    CallerSource(const access::Peer &peer, Fd directory) : m_processes(peer, std::move(directory)) {}

    Result<> readIgnore(const std::string &dockerfile)
    {
        TRY(m_ignore, readIgnoreFile(*this, dockerfile));
        return {};
    }

    Result<std::unique_ptr<SourceReader>> reader() const override
    {
        TRY(auto process, m_processes.take());
        return std::make_unique<CallerReader>(m_processes, std::move(process));
    }
    // The container's root reads what is root's on the host, in a mount.
    Result<Fd> openToMount(const std::string & /*path*/) const override { return Fd(); }
    const dockerfile::IgnorePatterns &ignore() const override { return m_ignore; }
    bool keepsOwners() const override { return false; }
    bool lasting() const override { return true; }

private:
    mutable CallerProcesses m_processes;
    dockerfile::IgnorePatterns m_ignore;
};

} // namespace

Result<Fd> takeDirectory(const Fd &pidfd, int number)
{
    Fd directory(static_cast<int>(::syscall(SYS_pidfd_getfd, pidfd.get(), number, 0)));
    struct stat status{};
    const int flags = directory ? ::fcntl(directory.get(), F_GETFL) : 0;
    // An O_PATH descriptor proves nothing: it opens what its owner may not read.
    if (!directory || ::fstat(directory.get(), &status) != 0 || !S_ISDIR(status.st_mode) ||
        (flags & O_PATH) != 0 || (flags & O_ACCMODE) != O_RDONLY)
        return fail(ErrorKind::InvalidArgument,
                    "descriptor {} of the calling process is no directory that it has open for reading",
                    number);
    return directory;
}

Result<std::unique_ptr<FileSource>> callerSource(const access::Peer &peer, Fd directory,
                                                 const std::string &dockerfile)
{
    auto source = std::make_unique<CallerSource>(peer, std::move(directory));
    CHECK(source->readIgnore(dockerfile));
    return source;
}

} // namespace quayside::build
