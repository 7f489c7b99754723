// Sources whose files are the engine's own: they answer at once, and the engine itself may read them.
#include "engine/base/rootedpath.h"
#include "engine/build/context/source.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace quayside::build
{
namespace
{

// O_NONBLOCK: a FIFO that took the place of a file must not hold us up.
constexpr int fileFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

std::string shownPath(const std::string &folder, const std::string &name)
{
    return folder.empty() ? name : folder + "/" + name;
}

Result<SourceEntry> entryAt(int folder, const std::string &name, const std::string &path)
{
    SourceEntry entry{.name = name};
    const int flags = AT_SYMLINK_NOFOLLOW | (name.empty() ? AT_EMPTY_PATH : 0);
    if (::fstatat(folder, name.c_str(), &entry.status, flags) != 0)
        return failErrno(errno, "looking at {}", path);
    if (!S_ISLNK(entry.status.st_mode))
        return entry;
    std::array<char, 4096> target;
    const ssize_t length = ::readlinkat(folder, name.c_str(), target.data(), target.size());
    if (length < 0)
        return failErrno(errno, "reading the link {}", path);
    entry.link.assign(target.data(), static_cast<std::size_t>(length));
    return entry;
}

Result<SourceFile> fileAt(int folder, const std::string &name, const std::string &path)
{
    SourceFile opened;
    opened.file = Fd(::openat(folder, name.c_str(), fileFlags));
    if (!opened.file && errno != ELOOP && errno != ENXIO)
        return failErrno(errno, "opening {}", path);
    if (!opened.file || ::fstat(opened.file.get(), &opened.status) != 0 ||
        (!S_ISREG(opened.status.st_mode) && !S_ISDIR(opened.status.st_mode)))
        return fail(ErrorKind::Conflict, "{} is no file any more: it changed while it was read", path);
    return opened;
}

class FolderReader : public SourceReader
{
public:
    explicit FolderReader(int root) : m_root(root) {}

    Result<SourceEntry> look(const std::string &path) override
    {
        const std::size_t slash = path.rfind('/');
        const std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
        TRY(const int folder, enter(slash == std::string::npos ? "" : path.substr(0, slash)));
        return entryAt(folder, name, path);
    }

    Result<std::vector<Listing>> listAll(std::span<const std::string> folders) override
    {
        std::vector<Listing> listings;
        for (const std::string &folder : folders) {
            TRY(Listing listing, listOne(folder));
            listings.push_back(std::move(listing));
        }
        return listings;
    }

    Result<std::vector<Result<SourceFile>>> open(const std::string &path,
                                                 std::span<const std::string> names) override
    {
        constexpr std::size_t atOnce = 64;
        TRY(const int folder, enter(path));
        std::vector<Result<SourceFile>> files;
        for (const std::string &name : names.first(std::min(atOnce, names.size())))
            files.push_back(fileAt(folder, name, shownPath(path, name)));
        return files;
    }

private:
    Result<Listing> listOne(const std::string &path)
    {
        TRY(const Fd folder, openInRoot(systemKernel(), m_root, path, O_RDONLY | O_DIRECTORY));
        const int own = ::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const std::unique_ptr<DIR, int (*)(DIR *)> stream(own >= 0 ? ::fdopendir(own) : nullptr, ::closedir);
        if (!stream)
            return failErrno(errno, "reading the folder {}", path);
        Listing entries;
        while (const dirent *entry = ::readdir(stream.get())) {
            const std::string name = entry->d_name;
            if (name == "." || name == "..")
                continue;
            auto found = entryAt(folder.get(), name, shownPath(path, name));
            if (!found && found.error().kind == ErrorKind::NotFound)
                continue; // gone meanwhile
            TRY(SourceEntry there, std::move(found));
            entries.push_back(std::move(there));
        }
        std::ranges::sort(entries, {}, &SourceEntry::name);
        return entries;
    }

    // Neighbours are mostly asked for one after the other.
    Result<int> enter(const std::string &path)
    {
        if (!m_folder || m_path != path) {
            TRY(m_folder, openInRoot(systemKernel(), m_root, path, O_PATH | O_DIRECTORY));
            m_path = path;
        }
        return m_folder.get();
    }

    int m_root;
    std::string m_path;
    Fd m_folder;
};

class FolderSource : public FileSource
{
public:
    FolderSource(Fd root, FolderOptions options) : m_root(std::move(root)), m_options(std::move(options)) {}

    Result<std::unique_ptr<SourceReader>> reader() const override
    {
        return std::make_unique<FolderReader>(m_root.get());
    }
    Result<Fd> openToMount(const std::string &path) const override
    {
        if (!m_options.ignore.empty())
            return Fd();
        return openInRoot(systemKernel(), m_root.get(), path, O_PATH);
    }
    const dockerfile::IgnorePatterns &ignore() const override { return m_options.ignore; }
    bool keepsOwners() const override { return m_options.keepsOwners; }
    bool lasting() const override { return m_options.lasting; }

private:
    const Fd m_root;
    const FolderOptions m_options;
};

} // namespace

std::unique_ptr<FileSource> folderSource(Fd root, FolderOptions options)
{
    return std::make_unique<FolderSource>(std::move(root), std::move(options));
}

} // namespace quayside::build
