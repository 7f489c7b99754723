#include "engine/isolation/mounts/overlay.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/mounts/filesystem.h"

#include <array>

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

// Overlay takes only layers of mounts that this mount namespace owns, and ours were made by the engine: they
// are attached to a scratch tmpfs over a folder of the old root of which nothing is needed. It goes away with
// the old root in pivot(). (Not over "/" itself: what lies on top of the old root there would be unmounted in
// its place.)
constexpr const char *scratchPlace = "/etc";

Result<Fd> attachScratch(Kernel &kernel, std::string_view options)
{
    TRY(FileSystem tmpfs, FileSystem::open(kernel, "tmpfs"));
    CHECK(tmpfs.options(options));
    TRY(Fd scratch, tmpfs.mount(0));
    if (const int moved = kernel.moveMount(scratch.get(), AT_FDCWD, scratchPlace); moved < 0)
        return failErrno(-moved, "attaching a scratch file system to {}", scratchPlace);
    return scratch;
}

Result<Fd> attachLayers(Kernel &kernel, const RootPlan &plan)
{
    TRY(Fd scratch, attachScratch(kernel, ""));
    for (std::size_t i = 0; i < plan.lower.size(); ++i)
        CHECK(attachLayer(kernel, scratch, plan.lower[i], layerName(i)));
    if (plan.upper >= 0)
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
    if (plan.upper < 0)
        return overlay.mount(MOUNT_ATTR_RDONLY);
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
    if (plan.upper < 0)
        return overlay.mount(MOUNT_ATTR_RDONLY);
    CHECK(overlay.text("upperdir", std::format("{}/{}", upperMount, plan.upperName)));
    CHECK(overlay.text("workdir", std::format("{}/{}", upperMount, plan.workName)));
    return overlay.mount(0);
}

struct Overlay {
    Fd scratch, mount;
};

Result<Overlay> makeOverlay(Kernel &kernel, const RootPlan &plan)
{
    Overlay made;
    TRY(made.scratch, attachLayers(kernel, plan));
    auto overlay = overlayByDescriptor(kernel, plan);
    if (!overlay && (overlay.error().errnum == EINVAL || overlay.error().errnum == EBADF))
        overlay = overlayByPath(kernel, plan, made.scratch);
    TRY(made.mount, std::move(overlay));
    return made;
}

} // namespace

Result<Fd> mountLayers(Kernel &kernel, const RootPlan &plan)
{
    TRY(Overlay made, makeOverlay(kernel, plan));
    return std::move(made.mount);
}

Result<Fd> mountImage(Kernel &kernel, const MountPlan &mount)
{
    TRY(Overlay made, makeOverlay(kernel, {.lower = mount.layers, .upper = mount.slot}));
    Fd tree = std::move(made.mount);
    if (!mount.source.empty()) {
        // A part of a mount can be cloned only where the whole is attached (before 6.15).
        TRY(const Fd folder, makeFolders(kernel, made.scratch.get(), "image"));
        CHECK(attach(kernel, tree, folder, "image"));
        auto part = openInRoot(kernel, tree.get(), mount.source, O_PATH);
        if (!part && part.error().kind == ErrorKind::NotFound)
            return fail(ErrorKind::InvalidArgument, "the image has nothing at {}", mount.source);
        if (!part)
            return part;
        TRY(tree, cloneTree(kernel, part->get(), "", false));
    }
    const Kernel::MountAttributes wanted{.set = attributesOf(mount.flags)};
    if (const int done = kernel.mountSetattr(tree.get(), false, wanted); done < 0)
        return failErrno(-done, "giving the image's mount its attributes");
    return tree;
}

Result<Fd> mountContent(Kernel &kernel, const MountPlan &mount)
{
    // A file of a mount can be cloned only where the mount is attached (before 6.15).
    TRY(const Fd scratch, attachScratch(kernel, mount.options));
    const auto wanted = kernel.identify(scratch.get());
    TRY(const Fd file, openInRoot(kernel, scratch.get(), "content", O_WRONLY | O_CREAT | O_EXCL, 0600));
    std::array<char, 4096> buffer;
    for (std::uint64_t at = 0;;) {
        const ssize_t got = kernel.read(firstSlot + mount.slot, buffer, at);
        if (got < 0)
            return failErrno(static_cast<int>(-got), "reading what is mounted");
        if (got == 0)
            break;
        const std::string_view piece(buffer.data(), static_cast<std::size_t>(got));
        if (const ssize_t done = kernel.write(file.get(), piece); done != got)
            return failErrno(done < 0 ? static_cast<int>(-done) : EIO, "writing what is mounted");
        at += piece.size();
    }
    if (const int done = kernel.fchown(file.get(), wanted.uid, wanted.gid); done < 0)
        return failErrno(-done, "giving what is mounted its owner");
    if (const int done = kernel.fchmod(file.get(), wanted.mode & 07777); done < 0)
        return failErrno(-done, "giving what is mounted its mode");
    TRY(Fd tree, cloneTree(kernel, scratch.get(), "content", false));
    const Kernel::MountAttributes attributes{.set = attributesOf(mount.flags)};
    if (const int done = kernel.mountSetattr(tree.get(), false, attributes); done < 0)
        return failErrno(-done, "giving the mount its attributes");
    return tree;
}

} // namespace quayside::isolation::mounts
