// A kernel that does nothing and notes everything: what apply() would do, tested without privilege.
#pragma once

#include "engine/base/kernel.h"

#include <map>
#include <string>
#include <vector>

namespace quayside::test
{

// Each call becomes a line, "setns(slot0, 0x40000000)". Descriptors are known by where they came from:
// "proc#fs" is the mount of a new proc, "root/dev" what was opened at /dev below "root".
class RecordingKernel : public Kernel
{
public:
    std::vector<std::string> calls;
    // The call that starts with this text fails with this errno (positive). Once for each entry of the list.
    std::map<std::string, std::vector<int>> failures;
    std::map<std::string, FileIdentity> identities;   // by descriptor name; else a folder
    std::map<std::string, std::uint64_t> fileSystems; // by descriptor name
    std::map<std::string, std::string> contents;      // what read() finds, by descriptor name
    std::map<std::string, std::string> attributes;    // "NAME of DESCRIPTOR", what fsetxattr() set too

    // A descriptor that the code under test is given.
    int add(const std::string &name);
    void name(int fd, const std::string &name) { m_names[fd] = name; }
    [[nodiscard]] bool has(const std::string &call) const;
    // The place of a call in the order; -1: it was not made.
    [[nodiscard]] int indexOf(const std::string &start) const;
    [[nodiscard]] std::string text() const;

    int openat2(int folder, const char *path, const open_how &how) override;
    int mkdirat(int folder, const char *path, mode_t mode) override;
    int unlinkat(int folder, const char *path, int flags) override;
    int symlinkat(const char *target, int folder, const char *path) override;
    int fchown(int fd, uid_t uid, gid_t gid) override;
    int fchmod(int fd, mode_t mode) override;
    ssize_t write(int fd, std::string_view bytes) override;
    ssize_t read(int fd, std::span<char> buffer, std::uint64_t offset) override;
    int memfdCreate(const char *name, unsigned flags) override;
    std::uint64_t fileSystemType(int fd) override;
    FileIdentity identify(int fd) override;
    std::string readLink(int fd) override;
    int ioctl(int fd, unsigned long request, std::uintptr_t argument) override;
    int fsetxattr(int fd, const char *name, std::string_view value) override;
    std::string fgetxattr(int fd, const char *name) override;
    int fsopen(const char *type) override;
    int fsconfig(int context, unsigned command, const char *key, const char *value, int aux) override;
    std::string fsMessages(int context) override;
    int fsmount(int context, unsigned attributes) override;
    int openTree(int folder, const char *path, unsigned flags) override;
    int moveMount(int from, int to, const char *path) override;
    int mountSetattr(int mount, bool recursive, const MountAttributes &attributes) override;
    int setPropagation(const char *path, unsigned long flags) override;
    int pivotRoot(const char *newRoot, const char *putOld) override;
    int umount2(const char *path, int flags) override;
    int fchdir(int fd) override;
    int chdir(const char *path) override;
    Result<Cloned> clone3(const CloneOptions &options) override;
    int bpf(int command, const void *attributes, std::size_t size) override;
    int unshare(int flags) override;
    int setns(int fd, int flags) override;
    int pidfdSendSignal(int pidfd, int signal) override;
    int sethostname(std::string_view name) override;
    int setdomainname(std::string_view name) override;
    int setresuid(uid_t uid) override;
    int setresgid(gid_t gid) override;
    int setgroups(std::span<const gid_t> groups) override;
    int prctl(int option, unsigned long argument, unsigned long argument2) override;
    int capset(const CapabilitySets &sets) override;
    int prlimit(pid_t pid, int resource, const rlimit64 *limit, rlimit64 *old) override;
    int seccompFilter(std::span<const std::byte> program) override;

private:
    int note(std::string call); // 0 or the negative errno that is due
    int made(std::string call, const std::string &name);
    [[nodiscard]] std::string of(int fd) const;
    std::map<int, std::string> m_names;
    int m_next = 900'000; // no descriptor of the test program: closing one of these does no harm
};

} // namespace quayside::test
