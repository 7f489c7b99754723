#include "models/learn/timeline/ancestors.h"

#include <QtGlobal>

namespace quayside::models
{

namespace
{

constexpr AncestorText texts[] = {
    {"chroot", QT_TRANSLATE_NOOP("quayside::models::Timeline", "chroot"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Unix Version 7, Bell Labs"), "room-chroot", 1979,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A system call that gives a process another folder as its root. What it calls / is "
                       "that folder, and no path leads out of it."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "What a program sees as “the files” is only a table entry of its process. Change the "
                       "entry, and the same program lives in another system."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Each container begins with a root of its own. Instead of chroot, the engine mounts "
                       "the image's layers in a mount namespace of its own, makes them the root with "
                       "pivot_root, and takes the old root away."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A name that cannot be spelled is no lock. Who is root inside walks out of a chroot "
                       "with a second chroot; and processes, network and users were never apart.")},
    {"kernel/capabilities", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Capabilities"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 2.2"), "capabilities", 1999,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "What root may do is divided into parts that can be taken away one by one."),
     nullptr, nullptr, nullptr},
    {"jails", QT_TRANSLATE_NOOP("quayside::models::Timeline", "FreeBSD jails"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "FreeBSD 4.0, Poul-Henning Kamp"), "room-jails", 2000,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A chroot with walls: a process in a jail, and all of its children, have their own "
                       "files, their own address, see only each other, and cannot leave, not even as root."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Confine root itself. The administrator of a jail is almighty in it and nobody "
                       "outside; later, a jail could make smaller jails of its own share."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Root in a container is a user without rights outside. A lab may open containers of "
                       "its own, and they all count against its limits."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "One word for the whole room, instead of ten switches that somebody forgets. And: "
                       "what the kernel does not count, one room can use up for all.")},
    {"vserver", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux-VServer"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "a patch for Linux, Jacques Gélinas"), "room-vserver",
     2001,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Many virtual servers on one Linux kernel, for rent: each with its own root password, its own "
         "services and limits. It was never part of Linux itself; one had to patch the kernel."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A hundred servers of the same distribution need its files only once. Equal files "
                       "were shared; a server that changes one gets a copy of its own."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Layers. All containers of an image share its files on the disk and in memory; what "
                       "one of them changes goes into a layer of its own."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Sharing makes containers cheap enough to have one for each program. A patch that "
                       "must be carried from kernel to kernel is no foundation.")},
    {"kernel/mnt", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Mount namespaces"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 2.4.19"), "mount-namespace", 2002,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "The first namespace of Linux: processes have their own list of what is mounted "
                       "where. It is called CLONE_NEWNS, as if there would never be another."),
     nullptr, nullptr, nullptr},
    {"zones", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Solaris Zones"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Solaris 10, Sun Microsystems"), "room-zones", 2004,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Rooms of an operating system, with tools to install, boot, halt and move them, and pools of "
         "processors and memory. Solaris itself is the global zone, which sees all others."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A zone is handed to somebody: its administrator is root in it, installs and restarts "
                       "whatever is needed, and has no account outside."),
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Each container belongs to the user who made it, and others do not even see it. It can be handed "
         "over to somebody who may run it, but not change its limits or remove it."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Isolation has two sides: what the programs inside can do, and what the people around "
                       "may do. Both need rules.")},
    {"openvz", QT_TRANSLATE_NOOP("quayside::models::Timeline", "OpenVZ"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "a patch for Linux, SWsoft"), "room-openvz", 2005,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "The free core of Virtuozzo: virtual servers with counters for everything that the kernel has only "
         "so much of, and servers that move to another machine while they run."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Count all resources of a group of processes, and freeze the group: what stands still "
                       "can be written down, carried away and continued."),
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Control groups with limits and counters, and Pause, which freezes a container as a whole. Writing "
         "down a running process is the work of CRIU, which the same people brought to Linux."),
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "A container that is only files and limits moves easily: stop, copy, start. Its memory and its open "
         "connections are the hard part, so people learned to build programs that can be started anew.")},
    {"kernel/uts-ipc", QT_TRANSLATE_NOOP("quayside::models::Timeline", "UTS and IPC namespaces"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 2.6.19"), "uts-namespace", 2006,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A host name of one's own; shared memory and message queues of one's own."),
     nullptr, nullptr, nullptr},
    {"kernel/pid", QT_TRANSLATE_NOOP("quayside::models::Timeline", "PID namespaces"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 2.6.24"), "pid-namespace", 2008,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Process numbers of one's own, beginning at 1. Outside, the same process has another number."),
     nullptr, nullptr, nullptr},
    {"kernel/cgroups", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Control groups"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 2.6.24"), "memory-limit", 2008,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Groups of processes that are limited and counted together: processors, memory, and "
                       "more over the years. Begun at Google as “process containers”."),
     nullptr, nullptr, nullptr},
    {"lxc", QT_TRANSLATE_NOOP("quayside::models::Timeline", "LXC"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "for Linux as it is, IBM and others"), "room-lxc", 2008,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "The first containers on a kernel that nobody had to patch: tools that put namespaces and control "
         "groups together, and boot a whole system in them, with an init of its own."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "The kernel offers walls one by one. A container is what a program builds of them, "
                       "and which ones it takes is a matter of configuration."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "The same walls, built by the engine's stage in one launch that you can go through "
                       "step by step. A container whose process 1 is an init runs as a system."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Process 1 has duties: it starts services again and buries orphans. And: everybody "
                       "who built a container by hand forgot one wall.")},
    {"kernel/net", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Network namespaces"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 2.6.29"), "network-namespace", 2009,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Interfaces, addresses, routes and ports of one's own. Begun in Linux 2.6.24, usable from here."),
     nullptr, nullptr, nullptr},
    {"kernel/seccomp", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Seccomp filters"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 3.5"), "seccomp", 2012,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A process gives up system calls that it will never need, by a small program that the "
                       "kernel runs at each call."),
     nullptr, nullptr, nullptr},
    {"kernel/user", QT_TRANSLATE_NOOP("quayside::models::Timeline", "User namespaces"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 3.8"), "user-namespace", 2013,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Root inside, nobody outside. With it, all other namespaces can be made without being root."),
     nullptr, nullptr, nullptr},
    {"docker", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Docker"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "dotCloud, Solomon Hykes and others"), "room-docker",
     2013,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "A command, a file that says how an image is built, and a place to push it to. Below "
                       "it were the walls that Linux had already."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "The container is a package. Build it once, with all that the program needs; give it "
                       "a name; run the same bytes on every computer."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Images, layers, Dockerfiles, registries, and the language that this window and the "
                       "engine speak: the Docker Engine API."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Developers did not want smaller machines, they wanted a way to hand over a program "
                       "that works. The format outlived its first tool, and became a standard.")},
    {"kernel/overlay", QT_TRANSLATE_NOOP("quayside::models::Timeline", "OverlayFS"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 3.18"), "layers", 2014,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "Layers as a file system of the kernel: one on top that is written, many below that are shared."),
     nullptr, nullptr, nullptr},
    {"lxd", QT_TRANSLATE_NOOP("quayside::models::Timeline", "LXD"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Canonical"), "room-lxd", 2015,
     QT_TRANSLATE_NOOP(
         "quayside::models::Timeline",
         "A service around LXC that is ruled over HTTP only: each act is a request, long ones are followed "
         "as operations, and events tell what has happened. Users are shifted by default."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "The command is a client like any other. What it can do, a program can do too, from "
                       "here or from another computer."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "The window does nothing but ask the engine over its socket. Look at the wire, and "
                       "you see each click as a request; curl can say the same."),
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "An interface that everybody can see and use keeps a system honest. And whoever may "
                       "talk to the socket must be told apart, or is as good as root.")},
    {"kernel/oci", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Open Container Initiative"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "a standard, not the kernel's"), "image-by-hand", 2015,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "What an image is, how it is run, and later how registries speak: written down by "
                       "those who built it, so that none of them owns it."),
     nullptr, nullptr, nullptr},
    {"kernel/cgroup2", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Control groups, version 2"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 4.5"), "cpu-shares-and-quota", 2016,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "One tree for all resources, which can be handed to somebody without rights. A "
                       "namespace of its own for the tree came with Linux 4.6."),
     nullptr, nullptr, nullptr},
    {"kernel/time", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Time namespaces"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 5.6"), "time-namespace", 2020,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "Clocks that count from another start, for what was moved from another machine. The "
                       "date is still the same for all."),
     nullptr, nullptr, nullptr},
    {"kernel/idmapped", QT_TRANSLATE_NOOP("quayside::models::Timeline", "Mounts with shifted ids"),
     QT_TRANSLATE_NOOP("quayside::models::Timeline", "Linux 5.12"), "root-inside", 2021,
     QT_TRANSLATE_NOOP("quayside::models::Timeline",
                       "The same files belong to other users in each container, and nothing on the disk is "
                       "changed. Layers of OverlayFS can be mounted so from Linux 5.19."),
     nullptr, nullptr, nullptr},
};

} // namespace

std::span<const AncestorText> ancestorTexts()
{
    return texts;
}

} // namespace quayside::models
