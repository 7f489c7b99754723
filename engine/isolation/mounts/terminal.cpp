// A pseudo-terminal of the container's own devpts.
#include "engine/isolation/mounts/apply.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/mounts/filesystem.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace quayside::isolation::mounts
{
namespace
{

Result<Fd> openMaster(Kernel &kernel, int root)
{
    // First without opening: what an image or a container put there may do anything when opened.
    TRY(const Fd place, openInRoot(kernel, root, "/dev/pts/ptmx", O_PATH, 0, Links::Refuse));
    const Kernel::FileIdentity identity = kernel.identify(place.get());
    if (kernel.fileSystemType(place.get()) != DEVPTS_SUPER_MAGIC || !S_ISCHR(identity.mode) ||
        identity.device != makedev(5, 2))
        return fail(ErrorKind::Conflict,
                    "/dev/pts of the container is not its devpts: there is no terminal to be had");
    TRY(Fd master, openInRoot(kernel, root, "/dev/pts/ptmx", O_RDWR | O_NOCTTY, 0, Links::Refuse));
    if (kernel.fileSystemType(master.get()) != DEVPTS_SUPER_MAGIC)
        return fail(ErrorKind::Conflict,
                    "/dev/pts of the container was exchanged while a terminal was opened");
    return master;
}

} // namespace

Result<Terminal> openTerminal(Kernel &kernel, int root, const ProcessPlan &process)
{
    TRY(Fd master, openMaster(kernel, root));
    int unlocked = 0;
    if (const int done = kernel.ioctl(master.get(), TIOCSPTLCK, reinterpret_cast<std::uintptr_t>(&unlocked));
        done < 0)
        return failErrno(-done, "unlocking the terminal");
    // By the master, not by name: the name means something else in another devpts (ioctl_tty(2)).
    Fd child(kernel.ioctl(master.get(), TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!child)
        return failErrno(-child.get(), "opening the terminal");
    if (process.rows != 0 && process.columns != 0) {
        winsize size{process.rows, process.columns, 0, 0};
        if (const int done = kernel.ioctl(master.get(), TIOCSWINSZ, reinterpret_cast<std::uintptr_t>(&size));
            done < 0)
            return failErrno(-done, "setting the size of the terminal");
    }
    if (const int done = kernel.fchown(child.get(), process.uid, static_cast<gid_t>(-1)); done < 0)
        return failErrno(-done, "giving the terminal to user {}", process.uid);
    return Terminal{std::move(master), std::move(child)};
}

Result<> mountConsole(Kernel &kernel, int terminal, int root)
{
    TRY(const Fd tree, cloneTree(kernel, terminal, "", false));
    TRY(const Fd target, makeFile(kernel, root, "/dev/console", 0620, Links::Refuse));
    return attach(kernel, tree, target, "/dev/console");
}

} // namespace quayside::isolation::mounts
