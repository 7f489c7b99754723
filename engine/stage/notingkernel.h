// A kernel that notes each call as C text, with its result and its times, and passes it on.
#pragma once

#include "engine/base/kernel.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/stage/notes.h"

#include <map>

namespace quayside::stage
{

class NotingKernel final : public Kernel
{
public:
    NotingKernel(Kernel &kernel, Notes &notes) : m_kernel(kernel), m_notes(notes) {}
    // What the descriptors are that the stage was started with.
    void nameSlots(const isolation::LaunchPlan &plan);

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
    template <typename Call>
    auto noted(const std::string &text, const Call &call);
    template <typename Call>
    int opened(const std::string &text, std::string name, const Call &call);
    [[nodiscard]] std::string of(int fd) const; // "9 /* overlay */"

    Kernel &m_kernel;
    Notes &m_notes;
    std::map<int, std::string> m_names;
};

} // namespace quayside::stage
