// The overlay, and making it the root.
#include "engine/isolation/mounts/apply.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/mounts/filesystem.h"

#include <fcntl.h>
#include <sys/mount.h>

namespace quayside::isolation::mounts
{
namespace
{

// Where a layer's mount is attached in the scratch file system. Short: fsconfig takes values of up to 255
// bytes.
std::string layerName(std::size_t index)
{
    return std::to_string(index);
}
constexpr const char *upperMount = "u";

Result<> attachLayer(Kernel &kernel, const Fd &scratch, Slot slot, const std::string &name)
{
    TRY(const Fd folder, makeFolders(kernel, scratch.get(), name));
    if (const int moved = kernel.moveMount(firstSlot + slot, folder.get(), ""); moved < 0)
        return failErrno(-moved, "attaching layer {}", name);
    return {};
}

// Overlay takes only layers of mounts that this mount namespace owns, and ours were made by the engine: they are attached
// to a scratch tmpfs over a folder of the old root of which nothing is needed. It goes away with the old root in pivot().
// (Not over "/" itself: what lies on top of the old root there would be unmounted in its place.)
constexpr const char *scratchPlace = "/etc";

Result<Fd> attachLayers(Kernel &kernel, const RootPlan &plan)
{
    TRY(FileSystem tmpfs, FileSystem::open(kernel, "tmpfs"));
    TRY(Fd scratch, tmpfs.mount(0));
    if (const int moved = kernel.moveMount(scratch.get(), AT_FDCWD, scratchPlace); moved < 0)
        return failErrno(-moved, "attaching a scratch file system to {}", scratchPlace);
    for (std::size_t i = 0; i < plan.lower.size(); ++i)
        CHECK(attachLayer(kernel, scratch, plan.lower[i], layerName(i)));
    CHECK(attachLayer(kernel, scratch, plan.upper, upperMount));
    return scratch;
}

// fsconfig takes an O_PATH descriptor only from 6.15 on.
Result<Fd> openFolder(Kernel &kernel, int root, const std::string &name)
{
    return openInRoot(kernel, root, name, O_RDONLY | O_DIRECTORY, 0, Links::Refuse);
}

// userxattr: what a user namespace may use. No index (some kernels have it on by default): with one, a
// container could not start again before the last mount of its layers is gone from the kernel.
Result<FileSystem> openOverlay(Kernel &kernel)
{
    TRY(FileSystem overlay, FileSystem::open(kernel, "overlay"));
    CHECK(overlay.flag("userxattr"));
    CHECK(overlay.text("index", "off"));
    return overlay;
}

// From 6.13 on.
Result<Fd> overlayByDescriptor(Kernel &kernel, const RootPlan &plan)
{
    TRY(FileSystem overlay, openOverlay(kernel));
    for (const Slot slot : plan.lower) {
        TRY(const Fd lower, openFolder(kernel, firstSlot + slot, "/"));
        CHECK(overlay.descriptor("lowerdir+", lower.get()));
    }
    TRY(const Fd upper, openFolder(kernel, firstSlot + plan.upper, plan.upperName));
    TRY(const Fd work, openFolder(kernel, firstSlot + plan.upper, plan.workName));
    CHECK(overlay.descriptor("upperdir", upper.get()));
    CHECK(overlay.descriptor("workdir", work.get()));
    return overlay.mount(0);
}

Result<Fd> overlayByPath(Kernel &kernel, const RootPlan &plan, const Fd &scratch)
{
    if (const int done = kernel.fchdir(scratch.get()); done < 0)
        return failErrno(-done, "entering the scratch file system");
    std::string lowers;
    for (std::size_t i = 0; i < plan.lower.size(); ++i)
        lowers += (i == 0 ? "" : ":") + layerName(i);
    if (lowers.size() > 255)
        return fail(ErrorKind::NotSupported, "an image of {} layers needs a kernel from 6.13 on",
                    plan.lower.size());
    TRY(FileSystem overlay, openOverlay(kernel));
    CHECK(overlay.text("lowerdir", lowers));
    CHECK(overlay.text("upperdir", std::format("{}/{}", upperMount, plan.upperName)));
    CHECK(overlay.text("workdir", std::format("{}/{}", upperMount, plan.workName)));
    return overlay.mount(0);
}

Result<Fd> makeOverlay(Kernel &kernel, const RootPlan &plan)
{
    TRY(const Fd scratch, attachLayers(kernel, plan));
    auto overlay = overlayByDescriptor(kernel, plan);
    if (!overlay && (overlay.error().errnum == EINVAL || overlay.error().errnum == EBADF))
        return overlayByPath(kernel, plan, scratch);
    return overlay;
}

} // namespace

Result<> makePrivate(Kernel &kernel)
{
    if (const int done = kernel.setPropagation("/", MS_PRIVATE | MS_REC); done < 0)
        return failErrno(-done, "making the mounts private");
    return {};
}

Result<Fd> mountRoot(Kernel &kernel, const RootPlan &plan)
{
    auto root = makeOverlay(kernel, plan);
    if (!root)
        return wrap(std::move(root).error(), "mounting the root file system");
    if (const int moved = kernel.moveMount(root->get(), AT_FDCWD, "/"); moved < 0)
        return failErrno(-moved, "attaching the root file system");
    return root;
}

Result<> pivot(Kernel &kernel, int root, bool readOnly)
{
    if (readOnly) {
        if (const int done = kernel.mountSetattr(root, false, {.set = MOUNT_ATTR_RDONLY}); done < 0)
            return failErrno(-done, "making the root file system read-only");
    }
    if (const int done = kernel.fchdir(root); done < 0)
        return failErrno(-done, "entering the root file system");
    // "." twice: the old root lands on top of the new one and is unmounted from there (pivot_root(2), NOTES).
    if (const int done = kernel.pivotRoot(".", "."); done < 0)
        return failErrno(-done, "pivot_root");
    if (const int done = kernel.umount2(".", MNT_DETACH); done < 0)
        return failErrno(-done, "letting go of the host's file system");
    if (const int done = kernel.chdir("/"); done < 0)
        return failErrno(-done, "entering the new root");
    return {};
}

} // namespace quayside::isolation::mounts
