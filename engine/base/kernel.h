// Every system call that a launch makes, behind one interface, so that tests of apply() run unprivileged on a
// recording fake (tests/fakes/recordingkernel.h). Only what needs privilege or changes the process is here;
// reading a clock or a pipe is not.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <linux/openat2.h>
#include <sys/types.h>

struct rlimit64;

namespace quayside
{

// What clone3 makes. In the child pid is 0.
struct Cloned {
    pid_t pid = 0;
    Fd pidfd;
};

// Names, arguments and meaning are those of the man pages (section 2). A call returns what the kernel does, a
// failure as negative errno: never -1 with errno. Descriptors are made close-on-exec.
class Kernel
{
public:
    virtual ~Kernel() = default;

    // Files
    virtual int openat2(int folder, const char *path, const open_how &how) = 0;
    virtual int mkdirat(int folder, const char *path, mode_t mode) = 0;
    virtual int unlinkat(int folder, const char *path, int flags) = 0;
    virtual int symlinkat(const char *target, int folder, const char *path) = 0;
    virtual int fchown(int fd, uid_t uid, gid_t gid) = 0;
    virtual int fchmod(int fd, mode_t mode) = 0;
    virtual ssize_t write(int fd, std::string_view bytes) = 0;
    virtual ssize_t read(int fd, std::span<char> buffer, std::uint64_t offset) = 0; // pread(2)
    virtual int memfdCreate(const char *name, unsigned flags) = 0;
    virtual std::uint64_t fileSystemType(int fd) = 0; // f_type of fstatfs(2); 0 where it fails
    struct FileIdentity {
        mode_t mode = 0;          // st_mode; 0 where it fails
        std::uint64_t device = 0; // st_rdev
        uid_t uid = 0;
        gid_t gid = 0;
    };
    virtual FileIdentity identify(int fd) = 0;
    virtual std::string readLink(int fd) = 0; // of an O_PATH|O_NOFOLLOW descriptor; empty where it fails
    virtual int ioctl(int fd, unsigned long request, std::uintptr_t argument) = 0;
    virtual int fsetxattr(int fd, const char *name, std::string_view value) = 0;
    virtual std::string fgetxattr(int fd, const char *name) = 0; // up to 255 bytes; empty where it fails

    // Mounts
    virtual int fsopen(const char *type) = 0;
    virtual int fsconfig(int context, unsigned command, const char *key, const char *value, int aux) = 0;
    virtual std::string fsMessages(int context) = 0; // what the file system said, for an error's text
    virtual int fsmount(int context, unsigned attributes) = 0;
    virtual int openTree(int folder, const char *path, unsigned flags) = 0;
    virtual int moveMount(int from, int to,
                          const char *path) = 0; // from: by descriptor alone. path "": `to` itself
    struct MountAttributes {
        std::uint64_t set = 0, clear = 0, propagation = 0;
        int userNamespace = -1; // with MOUNT_ATTR_IDMAP
    };
    virtual int mountSetattr(int mount, bool recursive, const MountAttributes &attributes) = 0;
    virtual int setPropagation(const char *path,
                               unsigned long flags) = 0; // mount(2) with MS_PRIVATE, … and MS_REC
    virtual int pivotRoot(const char *newRoot, const char *putOld) = 0;
    virtual int umount2(const char *path, int flags) = 0;
    virtual int fchdir(int fd) = 0;
    virtual int chdir(const char *path) = 0;

    // Processes and namespaces
    struct CloneOptions {
        std::uint64_t flags = 0;
        int cgroup = -1;     // where there is one: CLONE_INTO_CGROUP
        int exitSignal = 17; // SIGCHLD; 0: the child is none of wait()'s business, only of its pidfd
    };
    virtual Result<Cloned> clone3(const CloneOptions &options) = 0;
    virtual int bpf(int command, const void *attributes, std::size_t size) = 0; // union bpf_attr
    virtual int unshare(int flags) = 0;
    virtual int setns(int fd, int flags) = 0;
    virtual int pidfdSendSignal(int pidfd, int signal) = 0;
    virtual int sethostname(std::string_view name) = 0;
    virtual int setdomainname(std::string_view name) = 0;

    // Credentials and limits
    virtual int setresuid(uid_t uid) = 0; // all three
    virtual int setresgid(gid_t gid) = 0;
    virtual int setgroups(std::span<const gid_t> groups) = 0;
    virtual int prctl(int option, unsigned long argument, unsigned long argument2 = 0) = 0;
    struct CapabilitySets {
        std::uint64_t effective = 0, permitted = 0, inheritable = 0;
    };
    virtual int capset(const CapabilitySets &sets) = 0;
    virtual int prlimit(pid_t pid, int resource, const rlimit64 *limit, rlimit64 *old) = 0;
    virtual int seccompFilter(std::span<const std::byte> program) = 0; // struct sock_filter[]
};

// The real one.
Kernel &systemKernel();

// All of a file from its start: proc and cgroup files come in pieces of a page. TooLarge where it is longer
// than `limit`.
Result<std::string> readWhole(Kernel &kernel, int fd, std::size_t limit);

} // namespace quayside
