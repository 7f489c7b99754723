#include "engine/containers/launch/mountpoints.h"

#include "engine/containers/launch/imagefiles.h"
#include "engine/storage/folders.h"
#include "engine/storage/removetree.h"

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace quayside::containers
{
namespace
{

constexpr const char *layerName = "mountpoints";
constexpr std::array folders{"dev", "proc", "sys"};
constexpr std::array files{"hosts", "hostname", "resolv.conf"};

// A draft that is not put in its place goes.
class Draft
{
public:
    static Result<Draft> make(int beside)
    {
        std::string name = storage::randomName("mountpoints-");
        TRY(Fd folder, storage::makeFolder(beside, name, 0755));
        return Draft(beside, std::move(name), std::move(folder));
    }
    Draft(Draft &&other) noexcept = default;
    ~Draft()
    {
        if (!m_folder || m_placed)
            return;
        (void)storage::removeContents(m_folder.get());
        ::unlinkat(m_beside, m_name.c_str(), AT_REMOVEDIR);
    }
    [[nodiscard]] int folder() const { return m_folder.get(); }
    // One that exists by now (another start was quicker) is as good.
    Result<> place()
    {
        m_placed = ::renameat2(m_beside, m_name.c_str(), m_beside, layerName, RENAME_NOREPLACE) == 0;
        return m_placed || errno == EEXIST ? Result<>() : failErrno(errno, "placing the mount points");
    }

private:
    Draft(int beside, std::string name, Fd folder)
        : m_beside(beside), m_name(std::move(name)), m_folder(std::move(folder))
    {
    }
    int m_beside;
    std::string m_name;
    Fd m_folder;
    bool m_placed = false;
};

bool isMissing(int folder, const char *name)
{
    struct stat status{};
    return ::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT;
}

Result<> makeFile(int folder, const char *name)
{
    const Fd file(::openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!file || ::fchmod(file.get(), 0644) != 0)
        return failErrno(errno, "making the mount point {}", name);
    return {};
}

// An overlay shows the folder of the topmost layer that has it: it must not differ from the image's.
Result<> likeIn(const struct stat &image, int folder)
{
    const std::array times{image.st_atim, image.st_mtim};
    if (::fchown(folder, image.st_uid, image.st_gid) != 0 || ::fchmod(folder, image.st_mode & 07777) != 0 ||
        ::futimens(folder, times.data()) != 0)
        return failErrno(errno, "making the folder of the mount points");
    return {};
}

Result<> makeEtc(int image, int layer)
{
    struct stat status{};
    const Fd etc(::openat(image, "etc", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!etc && errno != ENOENT)
        return {};
    if (etc && (::fstat(etc.get(), &status) != 0 || ::flistxattr(etc.get(), nullptr, 0) != 0))
        return {};
    std::vector<const char *> missing;
    for (const char *name : files)
        if (!etc || isMissing(etc.get(), name))
            missing.push_back(name);
    if (missing.empty())
        return {};
    TRY(const Fd made, storage::makeFolder(layer, "etc", 0755));
    for (const char *name : missing)
        CHECK(makeFile(made.get(), name));
    return etc ? likeIn(status, made.get()) : Result<>();
}

Result<> makeLayer(Kernel &kernel, const storage::RootSource &root, int beside)
{
    TRY(const Fd image, openImageRoot(kernel, root));
    TRY(Draft draft, Draft::make(beside));
    for (const char *name : folders)
        if (isMissing(image.get(), name))
            CHECK(storage::makeFolder(draft.folder(), name, 0755));
    CHECK(makeEtc(image.get(), draft.folder()));
    return draft.place();
}

Fd openIn(const Fd &beside)
{
    return Fd(::openat(beside.get(), layerName, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

} // namespace

void addMountPoints(Kernel &kernel, const storage::LayerStore &store,
                    const std::vector<storage::LayerId> &layers, storage::RootSource &root)
{
    if (layers.empty())
        return;
    const auto beside = store.openBeside(layers.back());
    if (!beside)
        return;
    Fd layer = openIn(*beside);
    if (!layer && errno == ENOENT && makeLayer(kernel, root, beside->get()))
        layer = openIn(*beside);
    if (!layer)
        return;
    // An image that has them all has an empty one.
    const bool any = !isMissing(layer.get(), "etc") || std::ranges::any_of(folders, [&](const char *name) {
        return !isMissing(layer.get(), name);
    });
    if (any)
        root.lower.insert(root.lower.begin(), std::move(layer));
}

} // namespace quayside::containers
