#include "engine/storage/layerstore.h"

#include "engine/storage/folders.h"
#include "engine/storage/layerdraft.h"
#include "engine/storage/projectquota.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <charconv>
#include <set>

namespace quayside::storage
{
namespace
{

class FolderStore : public LayerStore
{
public:
    FolderStore(Fd layers, Fd containers, Fd trash)
        : m_layers(std::move(layers)), m_containers(std::move(containers)), m_quota(m_containers.get()),
          m_removals(std::move(trash))
    {
    }

    Result<> sweepDrafts();
    Result<std::unique_ptr<LayerDraft>> begin() override;
    Result<std::unique_ptr<LayerDraft>> beginFrom(const std::string &containerId) override;
    [[nodiscard]] bool contains(const LayerId &id) const override;
    Result<LayerInfo> info(const LayerId &id) const override;
    Result<Fd> openLayer(const LayerId &id) const override;
    Result<Fd> openBeside(const LayerId &id) const override;
    Result<std::uint64_t> removeExcept(const std::vector<LayerId> &keep) override;
    Result<> createContainer(const std::string &id) override;
    Result<> mayLimit() const override { return m_quota.check(); }
    Result<> limitContainer(const std::string &id, std::uint64_t bytes) override;
    Result<RootSource> openRoot(const std::string &id, const std::vector<LayerId> &layers) override;
    Result<> removeContainer(const std::string &id) override;
    void waitForRemovals() override { m_removals.wait(); }

private:
    Fd m_layers, m_containers;
    ProjectQuota m_quota;
    RemovalQueue m_removals;
    LentDrafts m_lent;
};

Result<> FolderStore::sweepDrafts()
{
    TRY(const auto names, entriesOf(m_layers.get()));
    for (const std::string &name : names) {
        if (name.starts_with(draftPrefix))
            CHECK(m_removals.remove(m_layers.get(), name));
    }
    return {};
}

Result<std::unique_ptr<LayerDraft>> FolderStore::begin()
{
    std::string name = randomName(draftPrefix);
    TRY(Fd folder, makeFolder(m_layers.get(), name, 0700));
    auto diff = makeFolder(folder.get(), "diff", 0755);
    if (!diff) {
        (void)m_removals.remove(m_layers.get(), name);
        return std::unexpected(diff.error());
    }
    return std::make_unique<FolderDraft>(m_layers.get(), std::move(name), std::move(folder), *std::move(diff),
                                         m_removals, m_lent);
}

Result<std::unique_ptr<LayerDraft>> FolderStore::beginFrom(const std::string &containerId)
{
    CHECK(checkId(containerId, "container"));
    TRY(const Fd container, openFolder(m_containers.get(), containerId));
    std::string name = randomName(draftPrefix);
    TRY(Fd folder, makeFolder(m_layers.get(), name, 0700));
    Result<Fd> diff;
    if (::renameat(container.get(), "upper", folder.get(), "diff") != 0)
        diff = failErrno(errno, "taking the files of container {}", containerId);
    else
        diff = openFolder(folder.get(), "diff");
    if (!diff) {
        (void)m_removals.remove(m_layers.get(), name);
        return std::unexpected(diff.error());
    }
    return std::make_unique<FolderDraft>(m_layers.get(), std::move(name), std::move(folder), *std::move(diff),
                                         m_removals, m_lent);
}

bool FolderStore::contains(const LayerId &id) const
{
    struct stat status{};
    return checkId(id, "layer") &&
           ::fstatat(m_layers.get(), (id + "/diff").c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(status.st_mode);
}

Result<LayerInfo> FolderStore::info(const LayerId &id) const
{
    CHECK(checkId(id, "layer"));
    const Fd file(::openat(m_layers.get(), (id + "/size").c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "reading the size of layer {}", id);
    char text[32];
    const ssize_t length = ::read(file.get(), text, sizeof text);
    LayerInfo info{.id = id};
    if (length <= 0 || std::from_chars(text, text + length, info.bytes).ec != std::errc())
        return fail(ErrorKind::Internal, "the size of layer {} is damaged", id);
    return info;
}

Result<Fd> FolderStore::openLayer(const LayerId &id) const
{
    CHECK(checkId(id, "layer"));
    constexpr int flags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    const std::string folder = m_lent.folderOf(id);
    Fd fd(::openat(m_layers.get(), (folder + "/diff").c_str(), flags));
    if (!fd && errno == ENOENT && folder != id) // a draft that has just been placed
        fd.reset(::openat(m_layers.get(), (id + "/diff").c_str(), flags));
    if (!fd)
        return failErrno(errno, "opening layer {}", id);
    return fd;
}

Result<Fd> FolderStore::openBeside(const LayerId &id) const
{
    CHECK(checkId(id, "layer"));
    const std::string folder = m_lent.folderOf(id);
    auto beside = openFolder(m_layers.get(), folder);
    if (!beside && folder != id)
        beside = openFolder(m_layers.get(), id);
    return beside;
}

Result<std::uint64_t> FolderStore::removeExcept(const std::vector<LayerId> &keep)
{
    const std::set<LayerId> kept(keep.begin(), keep.end());
    TRY(const auto names, entriesOf(m_layers.get()));
    std::uint64_t bytes = 0;
    for (const std::string &name : names) {
        if (!checkId(name, "layer") || kept.contains(name))
            continue;
        const auto size = info(name);
        CHECK(m_removals.remove(m_layers.get(), name));
        bytes += size ? size->bytes : 0;
    }
    return bytes;
}

Result<> FolderStore::createContainer(const std::string &id)
{
    CHECK(checkId(id, "container"));
    TRY(const Fd folder, makeFolder(m_containers.get(), id, 0700));
    // upper's mode and owner are those of the container's "/"; overlayfs keeps only its own entries in work.
    CHECK(makeFolder(folder.get(), "upper", 0755));
    CHECK(makeFolder(folder.get(), "work", 0700));
    CHECK(makeFolder(folder.get(), "log", 0700));
    return {};
}

Result<> FolderStore::limitContainer(const std::string &id, std::uint64_t bytes)
{
    CHECK(checkId(id, "container"));
    TRY(const Fd folder, openFolder(m_containers.get(), id));
    return m_quota.limit(folder.get(), bytes);
}

Result<RootSource> FolderStore::openRoot(const std::string &id, const std::vector<LayerId> &layers)
{
    CHECK(createContainer(id));
    RootSource root;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        TRY(Fd lower, openLayer(*layer));
        root.lower.push_back(std::move(lower));
    }
    root.upper = Fd(::openat(m_containers.get(), id.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!root.upper)
        return failErrno(errno, "opening the folder of container {}", id);
    return root;
}

Result<> FolderStore::removeContainer(const std::string &id)
{
    CHECK(checkId(id, "container"));
    if (const auto folder = openFolder(m_containers.get(), id))
        m_quota.release(folder->get());
    return m_removals.remove(m_containers.get(), id);
}

} // namespace

Result<std::unique_ptr<LayerStore>> LayerStore::open(const std::string &root)
{
    if (::mkdir(root.c_str(), 0700) != 0 && errno != EEXIST)
        return failErrno(errno, "making the folder {}", root);
    const Fd top(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!top)
        return failErrno(errno, "opening the folder {}", root);
    TRY(Fd layers, makeFolder(top.get(), "layers", 0700));
    // Drafts that lie there belong to a dead engine only where no living one holds the folder.
    if (::flock(layers.get(), LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorKind::Conflict,
                    "another engine uses the layers in {}: stop it, or choose another --root", root);
    TRY(Fd containers, makeFolder(top.get(), "containers", 0700));
    TRY(Fd trash, makeFolder(top.get(), "trash", 0700));
    auto store = std::make_unique<FolderStore>(std::move(layers), std::move(containers), std::move(trash));
    CHECK(store->sweepDrafts());
    return store;
}

} // namespace quayside::storage
