#include "engine/images/contents/scan.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace quayside::images
{
namespace
{

// More threads than processors: on a cold disk they wait for it.
std::size_t threadCount()
{
    return std::clamp<std::size_t>(std::thread::hardware_concurrency() * 2, 2, 8);
}

Fd openFolderQuietly(int parent, const char *name)
{
    constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    Fd folder(::openat(parent, name, flags | O_NOATIME));
    if (!folder && errno == EPERM) // not its owner: only in tests without root
        folder = Fd(::openat(parent, name, flags));
    return folder;
}

NodeType typeOf(const struct statx &status)
{
    switch (status.stx_mode & S_IFMT) {
    case S_IFDIR:
        return NodeType::Folder;
    case S_IFLNK:
        return NodeType::Link;
    case S_IFREG:
        return NodeType::File;
    case S_IFIFO:
        return NodeType::Pipe;
    case S_IFSOCK:
        return NodeType::Socket;
    case S_IFCHR: // overlayfs's mark for what a layer removes
        return status.stx_rdev_major == 0 && status.stx_rdev_minor == 0 ? NodeType::Whiteout
                                                                        : NodeType::Device;
    default:
        return NodeType::Device;
    }
}

IndexNode nodeOf(const struct statx &status)
{
    IndexNode node{.modified = status.stx_mtime.tv_sec,
                   .uid = status.stx_uid,
                   .gid = status.stx_gid,
                   .mode = static_cast<std::uint16_t>(status.stx_mode & 07777),
                   .type = typeOf(status)};
    if (node.type == NodeType::File)
        node.size = status.stx_size;
    return node;
}

std::unexpected<Error> tooMany()
{
    return fail(ErrorKind::TooLarge, "its layers have more than {} files, and no more are looked at",
                maxIndexNodes);
}

bool isOpaqueFolder(int folder)
{
    char value = 0;
    return ::fgetxattr(folder, "user.overlay.opaque", &value, 1) == 1 && value == 'y';
}

// A folder that is yet to be read.
struct Task {
    std::shared_ptr<const Fd> parent;
    std::string name;
    IndexNode *node;       // the folder's own, in its parent's entries
    ScannedFolder *folder; // to be filled
    std::size_t layer, depth;
};

struct Name {
    std::uint64_t inode;
    std::uint32_t begin;
    std::uint16_t length;
};

class FolderReader
{
public:
    FolderReader(const Task &task, std::vector<Task> &found) : m_task(task), m_found(found) {}

    Result<> read()
    {
        m_self = std::make_shared<const Fd>(openFolderQuietly(m_task.parent->get(), m_task.name.c_str()));
        if (!*m_self)
            return failErrno(errno, "opening the folder \"{}\" of a layer", m_task.name);
        if (isOpaqueFolder(m_self->get()))
            m_task.node->flags |= IndexNode::opaque;
        CHECK(listNames());
        // In the order in which they lie on the disk: on a cold one that is several times as fast.
        std::ranges::sort(m_names, {}, &Name::inode);
        m_task.folder->entries.reserve(m_names.size());
        for (const Name &name : m_names)
            CHECK(look(name));
        return sortAndDescend();
    }

private:
    Result<> listNames()
    {
        const int own = ::openat(m_self->get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const std::unique_ptr<DIR, int (*)(DIR *)> stream(own >= 0 ? ::fdopendir(own) : nullptr, ::closedir);
        if (!stream)
            return failErrno(errno, "listing the folder \"{}\" of a layer", m_task.name);
        std::string &texts = m_task.folder->texts;
        errno = 0;
        while (const dirent *entry = ::readdir(stream.get())) {
            const std::string_view name = entry->d_name;
            if (name == "." || name == "..")
                continue;
            m_names.push_back({entry->d_ino, static_cast<std::uint32_t>(texts.size()),
                               static_cast<std::uint16_t>(name.size())});
            texts += name;
            texts += '\0'; // for the kernel
            if (m_names.size() > maxIndexNodes)
                return tooMany();
        }
        if (errno != 0)
            return failErrno(errno, "listing the folder \"{}\" of a layer", m_task.name);
        return {};
    }

    Result<> look(const Name &name)
    {
        struct statx status{};
        const char *text = m_task.folder->texts.c_str() + name.begin;
        if (::statx(m_self->get(), text, AT_SYMLINK_NOFOLLOW | AT_STATX_DONT_SYNC, STATX_BASIC_STATS,
                    &status) != 0)
            return failErrno(errno, "looking at \"{}\" of a layer", text);
        ScannedEntry entry{.node = nodeOf(status)};
        entry.node.name = name.begin;
        entry.node.nameLength = name.length;
        if (entry.node.type == NodeType::File && status.stx_nlink > 1)
            entry.inode = status.stx_ino;
        if (entry.node.type == NodeType::Link)
            CHECK(readTarget(entry.node));
        if (entry.node.isFolder())
            entry.folder = std::make_unique<ScannedFolder>();
        m_task.folder->entries.push_back(std::move(entry));
        return {};
    }

    Result<> readTarget(IndexNode &link)
    {
        std::string &texts = m_task.folder->texts;
        std::array<char, 4096> target;
        const ssize_t length =
            ::readlinkat(m_self->get(), texts.c_str() + link.name, target.data(), target.size());
        if (length < 0)
            return failErrno(errno, "reading the link \"{}\" of a layer", texts.c_str() + link.name);
        link.first = static_cast<std::uint32_t>(texts.size());
        link.count = static_cast<std::uint32_t>(length);
        texts.append(target.data(), static_cast<std::size_t>(length));
        texts += '\0';
        return {};
    }

    Result<> sortAndDescend()
    {
        ScannedFolder &folder = *m_task.folder;
        std::ranges::sort(folder.entries, {}, [&](const ScannedEntry &entry) { return folder.name(entry); });
        for (ScannedEntry &entry : folder.entries) {
            if (!entry.folder)
                continue;
            if (m_task.depth >= maxIndexDepth)
                return fail(ErrorKind::TooLarge, "the folders of a layer are nested deeper than {}",
                            maxIndexDepth);
            m_found.push_back({m_self, std::string(folder.name(entry)), &entry.node, entry.folder.get(),
                               m_task.layer, m_task.depth + 1});
        }
        return {};
    }

    const Task &m_task;
    std::vector<Task> &m_found;
    std::vector<Name> m_names;
    std::shared_ptr<const Fd> m_self;
};

// The last found is the next read: so few folders are open at a time, and layers are finished one after the
// other.
class Scan
{
public:
    explicit Scan(const LayerScanned &scanned) : m_scanned(scanned) {}

    Result<> run(std::span<const Fd> layers)
    {
        m_layers.resize(layers.size());
        m_pending.assign(layers.size(), 1);
        for (std::size_t number = layers.size(); number-- > 0;)
            CHECK(begin(layers[number], number));
        {
            std::vector<std::jthread> others;
            try {
                for (std::size_t i = 1; i < threadCount(); ++i)
                    others.emplace_back([this] { work(); });
            } catch (const std::system_error &) { // no more threads to be had: those that are there will do
            }
            work();
        }
        if (m_error)
            return std::unexpected(*m_error);
        return {};
    }

private:
    Result<> begin(const Fd &layer, std::size_t number)
    {
        struct statx status{};
        if (::statx(layer.get(), "", AT_EMPTY_PATH, STATX_BASIC_STATS, &status) != 0)
            return failErrno(errno, "looking at a layer");
        ScannedLayer &into = m_layers[number];
        into.root = nodeOf(status);
        into.folder = std::make_unique<ScannedFolder>();
        const auto parent =
            std::make_shared<const Fd>(::openat(layer.get(), ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
        m_tasks.push_back({parent, ".", &into.root, into.folder.get(), number, 0});
        return {};
    }

    void work()
    {
        std::vector<Task> found;
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return !m_tasks.empty() || m_busy == 0 || m_error; });
            if (m_error || m_tasks.empty())
                return;
            const Task task = std::move(m_tasks.back());
            m_tasks.pop_back();
            ++m_busy;
            lock.unlock();
            found.clear();
            Result<> done = FolderReader(task, found).read();
            lock.lock();
            m_entries += task.folder->entries.size();
            if (m_entries > maxIndexNodes)
                done = tooMany();
            m_pending[task.layer] += found.size();
            std::ranges::move(found, std::back_inserter(m_tasks));
            if (done && --m_pending[task.layer] == 0) {
                lock.unlock();
                done = m_scanned(task.layer, std::move(m_layers[task.layer]));
                lock.lock();
            }
            if (!done && !m_error)
                m_error = std::move(done).error();
            --m_busy;
            m_changed.notify_all();
        }
    }

    const LayerScanned &m_scanned;
    std::vector<ScannedLayer> m_layers;
    std::mutex m_mutex; // of all that follows
    std::condition_variable m_changed;
    std::vector<Task> m_tasks;
    std::vector<std::size_t> m_pending; // folders of each layer that are not read yet
    std::size_t m_busy = 0, m_entries = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<> scanLayers(std::span<const Fd> layers, const LayerScanned &scanned)
{
    if (layers.empty())
        return {};
    return Scan(scanned).run(layers);
}

} // namespace quayside::images
