// Mounts by path, for CRIU.
#include "engine/isolation/mounts/apply.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/mounts/filesystem.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace quayside::isolation::mounts
{

Result<Fd> makeShelf(Kernel &kernel)
{
    TRY(FileSystem tmpfs, FileSystem::open(kernel, "tmpfs"));
    CHECK(tmpfs.options("mode=755,size=1m"));
    TRY(Fd shelf, tmpfs.mount(0));
    if (const int moved = kernel.moveMount(shelf.get(), AT_FDCWD, shelfPath); moved < 0)
        return failErrno(-moved, "attaching a file system to {}", shelfPath);
    return shelf;
}

// One by one and side by side: a path into the container's root could lead anywhere by a link in it.
Result<> layOut(Kernel &kernel, int root, const std::vector<std::string> &mountPoints, const Fd &shelf)
{
    for (std::size_t i = 0; i < mountPoints.size(); ++i) {
        auto place = openInRoot(kernel, root, mountPoints[i], O_PATH | O_NOFOLLOW);
        if (!place)
            return wrap(std::move(place).error(), "looking for the mount {}", mountPoints[i]);
        TRY(const Fd tree, cloneTree(kernel, place->get(), "", false));
        const std::string name = std::to_string(i);
        const bool folder = S_ISDIR(kernel.identify(tree.get()).mode);
        TRY(const Fd target,
            folder ? makeFolders(kernel, shelf.get(), name) : makeFile(kernel, shelf.get(), name));
        CHECK(attach(kernel, tree, target, mountPoints[i]));
    }
    return {};
}

} // namespace quayside::isolation::mounts
