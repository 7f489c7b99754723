#include "engine/isolation/security/apply.h"

#include "engine/base/rootedpath.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/magic.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace quayside::isolation::security
{
namespace
{

constexpr std::size_t maxProgram = 4096 * 8; // BPF_MAXINSNS of 8 bytes

// What may not be raised is set as high as it may be (containers in a machine without CAP_SYS_RESOURCE).
Result<> setLimit(Kernel &kernel, std::int32_t pid, const RlimitPlan &limit, std::string &warnings)
{
    rlimit64 wanted{limit.soft, limit.hard};
    int done = kernel.prlimit(pid, limit.resource, &wanted, nullptr);
    if (done == -EPERM) {
        rlimit64 now{};
        if (done = kernel.prlimit(pid, limit.resource, nullptr, &now); done >= 0) {
            wanted = {std::min(limit.soft, now.rlim_max), std::min(limit.hard, now.rlim_max)};
            done = kernel.prlimit(pid, limit.resource, &wanted, nullptr);
            warnings +=
                std::format("resource limit {} is {} and not {}: raising it further is not permitted here\n",
                            limit.resource, wanted.rlim_max, limit.hard);
        }
    }
    if (done < 0)
        return failErrno(-done, "setting resource limit {}", limit.resource);
    return {};
}

Result<> setOomScore(Kernel &kernel, std::int32_t pid, const ProcessPlan &process, std::string &warnings)
{
    const std::string path = std::format("/proc/{}/oom_score_adj", pid);
    const Fd file(kernel.openat2(AT_FDCWD, path.c_str(), {O_WRONLY, 0, 0}));
    if (!file)
        return failErrno(-file.get(), "opening {}", path);
    // The stage protects itself; what it starts does not inherit that.
    const std::string score = std::to_string(process.oomScoreAdj.value_or(0));
    const auto written = kernel.write(file.get(), score);
    if (written == -EACCES || written == -EPERM)
        warnings +=
            std::format("the OOM score could not be set to {}: lowering it is not permitted here\n", score);
    else if (written < 0)
        return failErrno(static_cast<int>(-written), "writing {} to {}", score, path);
    return {};
}

Result<> writeSysctl(Kernel &kernel, int root, const std::string &name, const std::string &value)
{
    // "net.ipv4.ip_forward"; interfaces with a dot in their name use slashes instead (sysctl.d(5)).
    std::string path = "/proc/sys/" + name;
    if (name.find('/') == std::string::npos)
        std::ranges::replace(path, '.', '/');
    TRY(const Fd place, openInRoot(kernel, root, path, O_PATH, 0, Links::Refuse));
    if (kernel.fileSystemType(place.get()) != PROC_SUPER_MAGIC)
        return fail(ErrorKind::Conflict, "{} is not in a procfs", path);
    TRY(const Fd file, openInRoot(kernel, root, path, O_WRONLY, 0, Links::Refuse));
    if (kernel.fileSystemType(file.get()) != PROC_SUPER_MAGIC)
        return fail(ErrorKind::Conflict, "{} is not in a procfs", path);
    if (const auto written = kernel.write(file.get(), value); written < 0)
        return failErrno(static_cast<int>(-written), "setting {} to {}", name, value);
    return {};
}

Result<> loadFilter(Kernel &kernel, const SecurityPlan &security)
{
    if (security.seccomp < 0)
        return {};
    alignas(8) std::array<char, maxProgram> program;
    const auto size = kernel.read(firstSlot + security.seccomp, program, 0);
    if (size <= 0 || size % 8 != 0)
        return fail(ErrorKind::Internal, "reading the seccomp program: {} bytes", size);
    const auto bytes = std::as_bytes(std::span(program).first(static_cast<std::size_t>(size)));
    if (const int done = kernel.seccompFilter(bytes); done < 0)
        return failErrno(-done, "loading the seccomp program");
    return {};
}

Result<> dropBounding(Kernel &kernel, std::uint64_t keep)
{
    for (unsigned long capability = 0; capability < 64; ++capability) {
        if ((keep >> capability & 1U) != 0)
            continue;
        const int done = kernel.prctl(PR_CAPBSET_DROP, capability);
        if (done == -EINVAL) // past the last that this kernel knows
            return {};
        if (done < 0)
            return failErrno(-done, "dropping capability {}", capability);
    }
    return {};
}

Result<> changeUser(Kernel &kernel, const ProcessPlan &process)
{
    if (const int done = kernel.prctl(PR_SET_KEEPCAPS, 1); done < 0)
        return failErrno(-done, "keeping capabilities across the change of user");
    if (const int done = kernel.setgroups(process.groups); done < 0)
        return failErrno(-done, "setting the supplementary groups");
    if (const int done = kernel.setresgid(process.gid); done < 0)
        return failErrno(-done, "changing to group {}", process.gid);
    if (const int done = kernel.setresuid(process.uid); done < 0)
        return failErrno(-done, "changing to user {}", process.uid);
    return {};
}

Result<> setCapabilities(Kernel &kernel, const SecurityPlan &security)
{
    const Kernel::CapabilitySets sets{security.effective, security.permitted, security.inheritable};
    if (const int done = kernel.capset(sets); done < 0)
        return failErrno(-done, "setting the capabilities {:#x}", security.permitted);
    for (unsigned long capability = 0; capability < 64; ++capability) {
        if ((security.ambient >> capability & 1U) == 0)
            continue;
        if (const int done = kernel.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability); done < 0)
            return failErrno(-done, "raising the ambient capability {}", capability);
    }
    return {};
}

Result<> loseRights(Kernel &kernel, const SecurityPlan &security, const ProcessPlan &process)
{
    CHECK(dropBounding(kernel, security.bounding));
    CHECK(changeUser(kernel, process));
    CHECK(setCapabilities(kernel, security));
    if (!security.noNewPrivileges)
        return {};
    if (const int done = kernel.prctl(PR_SET_NO_NEW_PRIVS, 1); done < 0)
        return failErrno(-done, "setting no_new_privs");
    return {};
}

} // namespace

Result<> setLimits(Kernel &kernel, std::int32_t pid, const ProcessPlan &process, std::string &warnings)
{
    for (const RlimitPlan &limit : process.rlimits)
        CHECK(setLimit(kernel, pid, limit, warnings));
    return setOomScore(kernel, pid, process, warnings);
}

Result<> writeSysctls(Kernel &kernel, const ProcessPlan &process, int root)
{
    for (const auto &[name, value] : process.sysctls)
        CHECK(writeSysctl(kernel, root, name, value));
    return {};
}

Result<> dropPrivileges(Kernel &kernel, const SecurityPlan &security, const ProcessPlan &process,
                        const AroundStep &around)
{
    const auto filter = [&] { return loadFilter(kernel, security); };
    // Without no_new_privs a filter takes CAP_SYS_ADMIN, which is about to go.
    if (!security.noNewPrivileges)
        CHECK(around(StepId::Filter, filter));
    CHECK(around(StepId::Privileges, [&] { return loseRights(kernel, security, process); }));
    return security.noNewPrivileges ? around(StepId::Filter, filter) : Result<>{};
}

} // namespace quayside::isolation::security
