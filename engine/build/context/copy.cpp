// COPY into a new layer: contents and the tar that names it in one pass, as images/pack/layercopy.h does it
// for commit.
#include "engine/base/rootedpath.h"
#include "engine/build/context/contentreader.h"
#include "engine/build/context/context.h"
#include "engine/build/context/sourcepath.h"
#include "engine/build/context/target.h"
#include "engine/images/pack/hashing.h"
#include "engine/images/pack/pack.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <deque>
#include <set>

namespace quayside::build
{
namespace
{

// The disk begins to write while we go on: the flush at the end of the build has less to wait for.
constexpr std::uint64_t flushBytes = std::uint64_t{8} << 20;
constexpr std::size_t filesAtOnce = 64;

// Whole seconds, as the tar has them.
std::array<timespec, 2> timesOf(const struct stat &status)
{
    return {timespec{0, UTIME_OMIT}, timespec{status.st_mtim.tv_sec, 0}};
}

Result<> setAttributes(int from, int to, const std::string &path)
{
    for (const auto &[name, value] : images::attributesOf(from))
        if (::fsetxattr(to, name.c_str(), value.data(), value.size(), 0) != 0)
            return failErrno(errno, "giving /{} its attribute {}", path, name);
    return {};
}

class DraftWriter : public images::Packer
{
public:
    DraftWriter(images::TarWriter &tar, const CopyTarget &target, const CopyRequest &request,
                Selection &selection)
        : Packer(tar, images::PackForm::Layer, [](const std::string &path) { return path; }),
          m_target(target), m_request(request), m_selection(selection), m_now(::time(nullptr))
    {
    }

    // What is in a folder of the layer; `draft`: it.
    Result<> contents(const TargetNode &folder, const std::string &path, int draft)
    {
        std::deque<Opened> opened;
        for (auto at = folder.children.begin(); at != folder.children.end(); ++at) {
            const TargetNode &node = *at->second;
            images::TreeEntry entry{.path = below(path, at->first), .parent = draft, .name = at->first};
            TRY(entry.status, statusOf(node));
            ++m_entries;
            if (node.isFolder()) {
                CHECK(this->folder(node, entry));
                continue;
            }
            if (m_request.cancelled && m_request.cancelled())
                return fail(ErrorKind::Cancelled, "the build was cancelled");
            TRY(const bool linked, linkedBefore(entry));
            if (linked)
                CHECK(Packer::visit(entry));
            else if (S_ISREG(entry.status.st_mode))
                CHECK(file(folder, at, entry, opened));
            else
                CHECK(special(node, entry));
        }
        return {};
    }

    [[nodiscard]] std::uint64_t entries() const { return m_entries; }

protected:
    Result<> writeContent(const images::TreeEntry &entry) override;

private:
    using Children = decltype(TargetNode::children);
    struct Opened {
        const TargetNode *node;
        SourceFile file;
    };

    [[nodiscard]] bool keepsOwners(const TargetNode &node) const
    {
        return m_selection.sources[node.source].source->keepsOwners();
    }
    Result<struct stat> statusOf(const TargetNode &node) const;
    Result<> folder(const TargetNode &node, images::TreeEntry &entry);
    Result<Fd> folderAttributes(const TargetNode &node);
    Result<bool> linkedBefore(const images::TreeEntry &entry);
    Result<> special(const TargetNode &node, const images::TreeEntry &entry);
    Result<> file(const TargetNode &folder, Children::const_iterator at, images::TreeEntry &entry,
                  std::deque<Opened> &opened);
    Result<> openAhead(const TargetNode &folder, Children::const_iterator at, std::deque<Opened> &opened);
    Result<> copyFile(const images::TreeEntry &entry);
    Result<> append(std::string_view bytes);
    bool cloneFile();

    const CopyTarget &m_target;
    const CopyRequest &m_request;
    Selection &m_selection;
    const time_t m_now;
    std::map<std::pair<dev_t, ino_t>, std::string> m_files; // that have more names: the first in the draft
    std::set<dev_t> m_uncloneable;      // file systems that share nothing with the draft's
    const TargetNode *m_node = nullptr; // the file that is being written, and
    SourceFile *m_source = nullptr;     // where from; none: a heredoc
    Fd m_file;                          // where to
    off_t m_at = 0;
    std::uint64_t m_unflushed = 0, m_entries = 0;
    std::vector<char> m_buffer;
};

// As the entry will be in the layer.
Result<struct stat> DraftWriter::statusOf(const TargetNode &node) const
{
    struct stat status{};
    if (node.kind == TargetNode::Below) {
        TRY(const Fd folder, openInRoot(systemKernel(), m_target.view, node.path, O_PATH | O_DIRECTORY));
        if (::fstat(folder.get(), &status) != 0)
            return failErrno(errno, "looking at /{} in the layers below", node.path);
        return status;
    }
    bool keptOwner = false;
    if (node.kind == TargetNode::Copied) {
        status = node.entry->status;
        keptOwner = keepsOwners(node);
    } else {
        status.st_mode = node.isFolder() ? S_IFDIR | 0755 : S_IFREG | 0644;
        status.st_mtim.tv_sec = m_now;
        if (node.kind == TargetNode::Heredoc)
            status.st_size = static_cast<off_t>(m_request.parts[node.part].content.size());
    }
    status.st_mtim = {std::max<time_t>(status.st_mtim.tv_sec, 0), 0};
    if (m_request.owner || !keptOwner) {
        const Ids owner = m_request.owner.value_or(Ids{});
        status.st_uid = owner.uid;
        status.st_gid = owner.gid;
    }
    const bool unpacked = node.kind == TargetNode::Copied && m_selection.sources[node.source].own != nullptr;
    if (m_request.mode && !unpacked && node.kind != TargetNode::Made && !S_ISLNK(status.st_mode))
        status.st_mode = (status.st_mode & S_IFMT) | m_request.mode->apply(status.st_mode);
    if (status.st_uid > 65535 || status.st_gid > 65535)
        return fail(ErrorKind::InvalidArgument,
                    "owner {}:{} is outside 0..65535, the ids that a container has", status.st_uid,
                    status.st_gid);
    return status;
}

// The folder whose extended attributes the new one gets; none where it gets none.
Result<Fd> DraftWriter::folderAttributes(const TargetNode &node)
{
    if (node.kind == TargetNode::Below)
        return openInRoot(systemKernel(), m_target.view, node.path, O_RDONLY | O_DIRECTORY);
    if (node.kind != TargetNode::Copied || !keepsOwners(node))
        return Fd();
    if (node.entry->folder == Taken::none) // made by --parents
        return Fd();
    const std::string &folder = m_selection.folders[node.entry->folder];
    auto &reader = *m_selection.sources[node.source].reader;
    const std::array names{node.entry->name.empty() ? std::string(".") : node.entry->name};
    TRY(auto opened, reader.open(folder, names));
    TRY(SourceFile there, std::move(opened.front()));
    return std::move(there.file);
}

Result<> DraftWriter::folder(const TargetNode &node, images::TreeEntry &entry)
{
    const std::string &path = entry.path;
    if (::mkdirat(entry.parent, entry.name.c_str(), 0700) != 0)
        return failErrno(errno, "making /{}", path);
    const Fd made(
        ::openat(entry.parent, entry.name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!made)
        return failErrno(errno, "opening /{}", path);
    const struct stat &status = entry.status;
    if ((status.st_uid != 0 || status.st_gid != 0) && ::fchown(made.get(), status.st_uid, status.st_gid) != 0)
        return failErrno(errno, "giving /{} its owner", path);
    TRY(const Fd like, folderAttributes(node));
    if (like)
        CHECK(setAttributes(like.get(), made.get(), path));
    entry.file = made.get();
    CHECK(Packer::visit(entry));
    CHECK(contents(node, path, made.get()));
    if (::fchmod(made.get(), status.st_mode & 07777) != 0 ||
        ::futimens(made.get(), timesOf(status).data()) != 0)
        return failErrno(errno, "giving /{} its mode and time", path);
    return {};
}

Result<bool> DraftWriter::linkedBefore(const images::TreeEntry &entry)
{
    if (entry.status.st_nlink < 2)
        return false;
    const auto [known, first] = m_files.try_emplace({entry.status.st_dev, entry.status.st_ino}, entry.path);
    if (first)
        return false;
    // The draft is ours: its paths are what this copy made, and no link is among their folders.
    if (::linkat(m_target.draft, known->second.c_str(), entry.parent, entry.name.c_str(), 0) != 0)
        return failErrno(errno, "linking /{}", entry.path);
    return true;
}

// Links and FIFOs.
Result<> DraftWriter::special(const TargetNode &node, const images::TreeEntry &entry)
{
    const struct stat &status = entry.status;
    const char *name = entry.name.c_str();
    const bool link = S_ISLNK(status.st_mode);
    if (!link && !S_ISFIFO(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "/{} is of a kind that images don't hold", entry.path);
    if (link ? ::symlinkat(node.entry->link.c_str(), entry.parent, name) != 0
             : ::mknodat(entry.parent, name, S_IFIFO | 0600, 0) != 0)
        return failErrno(errno, "making /{}", entry.path);
    if (((status.st_uid != 0 || status.st_gid != 0) &&
         ::fchownat(entry.parent, name, status.st_uid, status.st_gid, AT_SYMLINK_NOFOLLOW) != 0) ||
        (!link && ::fchmodat(entry.parent, name, status.st_mode & 07777, 0) != 0) ||
        ::utimensat(entry.parent, name, timesOf(status).data(), AT_SYMLINK_NOFOLLOW) != 0)
        return failErrno(errno, "giving /{} its owner, mode and time", entry.path);
    return Packer::visit(entry);
}

// The file at `at` and those that follow it in the same folder of the same source, up to the next folder:
// descriptors are not kept over a whole tree.
Result<> DraftWriter::openAhead(const TargetNode &folder, Children::const_iterator at,
                                std::deque<Opened> &opened)
{
    const TargetNode &first = *at->second;
    std::vector<std::string> names;
    std::vector<const TargetNode *> nodes;
    for (; at != folder.children.end() && names.size() < filesAtOnce; ++at) {
        const TargetNode &node = *at->second;
        if (node.isFolder() || (node.kind == TargetNode::Copied && node.source != first.source))
            break;
        if (node.kind != TargetNode::Copied || !S_ISREG(node.entry->status.st_mode) ||
            node.entry->folder != first.entry->folder)
            continue;
        names.push_back(node.entry->name);
        nodes.push_back(&node);
    }
    TRY(auto files,
        m_selection.sources[first.source].reader->open(m_selection.folders[first.entry->folder], names));
    for (std::size_t i = 0; i < files.size(); ++i) {
        TRY(SourceFile file, std::move(files[i]));
        opened.push_back({nodes[i], std::move(file)});
    }
    return {};
}

Result<> DraftWriter::file(const TargetNode &folder, Children::const_iterator at, images::TreeEntry &entry,
                           std::deque<Opened> &opened)
{
    m_node = at->second.get();
    m_source = nullptr;
    if (m_node->kind == TargetNode::Copied) {
        // Those that turned out to be hard links were not needed.
        while (!opened.empty() && opened.front().node != m_node)
            opened.pop_front();
        if (opened.empty())
            CHECK(openAhead(folder, at, opened));
        m_source = &opened.front().file;
        if (!sameState(m_source->status, m_node->entry->status) || !S_ISREG(m_source->status.st_mode))
            return fail(ErrorKind::Conflict, "{} changed while the build was reading it; build again",
                        m_selection.pathOf(*m_node->entry));
    }
    auto copied = copyFile(entry);
    if (m_source != nullptr)
        opened.pop_front();
    return copied;
}

Result<> DraftWriter::copyFile(const images::TreeEntry &target)
{
    images::TreeEntry entry = target;
    m_file = Fd(
        ::openat(entry.parent, entry.name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!m_file)
        return failErrno(errno, "making /{}", entry.path);
    const bool attributes = m_source != nullptr && keepsOwners(*m_node);
    entry.file = attributes ? m_source->file.get() : m_file.get();
    CHECK(Packer::visit(entry));
    const struct stat &status = entry.status;
    const int file = m_file.get();
    // After the content: writing clears set-id bits; and a change of owner clears file capabilities.
    if (((status.st_uid != 0 || status.st_gid != 0) && ::fchown(file, status.st_uid, status.st_gid) != 0) ||
        ((status.st_mode & 07777) != 0600 && ::fchmod(file, status.st_mode & 07777) != 0))
        return failErrno(errno, "giving /{} its owner and mode", entry.path);
    if (attributes)
        CHECK(setAttributes(m_source->file.get(), file, entry.path));
    if (::futimens(file, timesOf(status).data()) != 0)
        return failErrno(errno, "giving /{} its time", entry.path);
    m_file.reset();
    return {};
}

Result<> DraftWriter::append(std::string_view bytes)
{
    CHECK(m_tar.writeContent(bytes));
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(m_file.get(), bytes.data(), bytes.size(), m_at);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return failErrno(errno, "writing the layer");
        bytes.remove_prefix(static_cast<std::size_t>(done));
        m_at += done;
        m_unflushed += static_cast<std::uint64_t>(done);
    }
    if (m_unflushed < flushBytes)
        return {};
    (void)::sync_file_range(m_file.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
    m_unflushed = 0;
    return {};
}

// Contents are shared where the file system can (ioctl_ficlonerange(2)).
bool DraftWriter::cloneFile()
{
    if (m_source->stream || m_uncloneable.contains(m_source->status.st_dev))
        return false;
    if (::ioctl(m_file.get(), FICLONE, m_source->file.get()) == 0)
        return true;
    m_uncloneable.insert(m_source->status.st_dev);
    return false;
}

Result<> DraftWriter::writeContent(const images::TreeEntry &entry)
{
    m_at = 0;
    m_unflushed = 0;
    if (m_source == nullptr)
        return append(m_request.parts[m_node->part].content);
    if (entry.status.st_size == 0)
        return {};
    const std::string path = m_selection.pathOf(*m_node->entry);
    if (m_source->stream)
        return readContent(*m_source, path, m_buffer,
                           [this](std::string_view piece) { return append(piece); });
    const auto size = static_cast<std::uint64_t>(entry.status.st_size);
    if (cloneFile()) {
        CHECK(
            images::readSparse(m_file.get(), size, m_buffer, [&](std::string_view data, std::uint64_t hole) {
                return data.empty() ? images::writeZeros(m_tar, hole) : m_tar.writeContent(data);
            }));
    } else {
        bool endsInHole = false;
        CHECK(images::readSparse(m_source->file.get(), size, m_buffer,
                                 [&](std::string_view data, std::uint64_t hole) -> Result<> {
                                     endsInHole = data.empty();
                                     if (!data.empty())
                                         return append(data);
                                     m_at += static_cast<off_t>(hole);
                                     return images::writeZeros(m_tar, hole);
                                 }));
        if (endsInHole && ::ftruncate(m_file.get(), m_at) != 0)
            return failErrno(errno, "writing the layer");
    }
    struct stat after{};
    if (::fstat(m_source->file.get(), &after) != 0 || !sameState(after, m_source->status))
        return fail(ErrorKind::Conflict, "{} changed while the build was reading it; build again", path);
    return {};
}

} // namespace

Result<CopyOutcome> copyInto(const CopyTarget &target, const CopyRequest &request, const Checksum *expected)
{
    std::shared_ptr<Selection> selection = expected != nullptr ? expected->selection : nullptr;
    if (!selection) {
        TRY(selection, select(request));
    }
    CHECK(unpackArchives(*selection, request));
    TRY(TargetTree tree, TargetTree::open(request.link ? -1 : target.view));
    CHECK(tree.place(*selection, request));
    images::HashingSink sum;
    images::TarWriter tar(sum);
    DraftWriter writer(tar, target, request, *selection);
    CHECK(writer.contents(tree.root(), "", target.draft));
    CHECK(tar.finish());
    CopyOutcome outcome{.bytes = writer.bytes(), .entries = writer.entries()};
    outcome.diffId = sum.finish();
    outcome.tarBytes = sum.bytes();
    return outcome;
}

} // namespace quayside::build
