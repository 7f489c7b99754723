#include "models/learn/syscallgroups.h"

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

struct Group {
    const char *key, *name, *sentence;
    const char *calls; // separated by blanks
};

constexpr std::array groups = {
    Group{"modules", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Kernel modules and other kernels"),
          QT_TRANSLATE_NOOP("quayside::models::SyscallGroups",
                            "Code in the kernel would be above every container: none can be loaded."),
          " init_module finit_module delete_module create_module query_module get_kernel_syms kexec_load "
          "kexec_file_load "},
    Group{
        "mounts", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Mounts and roots"),
        QT_TRANSLATE_NOOP(
            "quayside::models::SyscallGroups",
            "What is hidden or read-only stays so: nothing can be mounted, moved or taken off."),
        " mount umount umount2 pivot_root move_mount open_tree open_tree_attr fsopen fsconfig fsmount fspick "
        "mount_setattr statmount listmount quotactl quotactl_fd swapon swapoff chroot fanotify_init "},
    Group{"namespaces", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "New namespaces"),
          QT_TRANSLATE_NOOP(
              "quayside::models::SyscallGroups",
              "A namespace of one's own would give all capabilities in it, and with them much more of the "
              "kernel to attack."),
          " unshare setns lsm_set_self_attr "},
    Group{
        "machine",
        QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "The machine's clock, name and power"),
        QT_TRANSLATE_NOOP("quayside::models::SyscallGroups",
                          "They are the whole machine's: a container neither sets the time nor restarts it."),
        " reboot settimeofday stime clock_settime clock_settime64 clock_adjtime clock_adjtime64 adjtimex "
        "sethostname setdomainname vhangup acct "},
    Group{"tracing", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Tracing and measuring"),
          QT_TRANSLATE_NOOP(
              "quayside::models::SyscallGroups",
              "Looking into other processes and into the kernel tells secrets and helps to attack."),
          " ptrace process_vm_readv process_vm_writev kcmp perf_event_open lookup_dcookie bpf "
          "pidfd_getfd process_madvise process_mrelease syslog "},
    Group{"keys", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "The kernel's key ring"),
          QT_TRANSLATE_NOOP("quayside::models::SyscallGroups",
                            "Keys know no namespaces: those of other containers could be found."),
          " add_key request_key keyctl "},
    Group{"memory", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Memory in unusual ways"),
          QT_TRANSLATE_NOOP("quayside::models::SyscallGroups",
                            "They have helped many attacks on the kernel, and few programs need them."),
          " userfaultfd mbind migrate_pages move_pages set_mempolicy get_mempolicy set_mempolicy_home_node "
          "memfd_secret vmsplice remap_file_pages modify_ldt io_uring_setup io_uring_enter "
          "io_uring_register "},
    Group{"hardware", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Hardware"),
          QT_TRANSLATE_NOOP("quayside::models::SyscallGroups",
                            "Ports and buses of the machine belong to its drivers."),
          " ioperm iopl pciconfig_iobase pciconfig_read pciconfig_write s390_pci_mmio_read "
          "s390_pci_mmio_write s390_runtime_instr "},
    Group{
        "handles", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Files by number"),
        QT_TRANSLATE_NOOP("quayside::models::SyscallGroups",
                          "A handle opens a file past every folder above it, also outside of the container."),
        " open_by_handle_at name_to_handle_at "},
    Group{"obsolete", QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Calls that nobody uses any more"),
          QT_TRANSLATE_NOOP("quayside::models::SyscallGroups",
                            "Old code of the kernel is little tested: what is not needed is not reachable."),
          " uselib ustat sysfs _sysctl bdflush nfsservctl vm86 vm86old afs_syscall break ftime getpmsg "
          "putpmsg gtty stty lock mpx prof profil security tuxcall ulimit vserver epoll_ctl_old "
          "epoll_wait_old idle oldfstat oldlstat oldolduname oldstat olduname socketcall "},
};
constexpr const char *otherName = QT_TRANSLATE_NOOP("quayside::models::SyscallGroups", "Others");
constexpr const char *otherSentence = QT_TRANSLATE_NOOP(
    "quayside::models::SyscallGroups", "The profile names what is allowed: whatever it does not know is "
                                       "refused, also what later kernels bring.");

const Group *groupOf(const std::string &call)
{
    const auto *found = std::ranges::find_if(groups, [&call](const Group &group) {
        return std::string_view(group.calls).contains(" " + call + " ");
    });
    return found == groups.end() ? nullptr : found;
}

} // namespace

QList<SyscallGroup> SyscallGroups::of(const std::vector<std::string> &denied)
{
    QList<SyscallGroup> found;
    for (const Group &group : groups)
        found.append({QString::fromLatin1(group.key), tr(group.name), tr(group.sentence), {}});
    found.append({QStringLiteral("other"), tr(otherName), tr(otherSentence), {}});
    for (const std::string &call : denied) {
        const Group *group = groupOf(call);
        const qsizetype at = group == nullptr ? qsizetype(groups.size()) : group - groups.data();
        found[at].calls.append(QString::fromStdString(call));
    }
    found.removeIf([](const SyscallGroup &group) { return group.calls.isEmpty(); });
    return found;
}

QString SyscallGroups::sentence(const QString &key)
{
    const auto *found = std::ranges::find_if(
        groups, [&key](const Group &group) { return key == QLatin1StringView(group.key); });
    return tr(found == groups.end() ? otherSentence : found->sentence);
}

} // namespace quayside::models
