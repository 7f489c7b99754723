// --security-opt lab: a container in which namespaces can be made (ADR 31).
#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/lifecycle/validate.h"

#include <array>
#include <fstream>

namespace quayside::containers
{

namespace
{

// What would take a lab out of its own user namespace, or its filter away.
const char *inTheWayOfLab(const api::HostConfig &host, const SecurityOptions &options)
{
    const std::pair<bool, const char *> rows[] = {
        {host.privileged, "--privileged"},
        {usesHostUser(host), "--userns=host"},
        {host.pidMode == "host", "--pid=host"},
        {host.ipcMode == "host", "--ipc=host"},
        {host.utsMode == "host", "--uts=host"},
        {host.networkMode == "host", "--network=host"},
        {host.cgroupnsMode == "host", "--cgroupns=host"},
        {options.unconfinedSeccomp || !options.seccompProfile.empty(), "another seccomp profile"},
        {options.unmaskPaths, "--security-opt systempaths=unconfined"}};
    for (const auto &[given, name] : rows)
        if (given)
            return name;
    return nullptr;
}

// No value: this kernel has no such switch.
std::optional<long> readSwitch(const char *path)
{
    std::ifstream file(path);
    long value = 0;
    return file >> value ? std::optional(value) : std::nullopt;
}

} // namespace

bool usersMakeNamespaces()
{
    // Debian's, the kernel's own, and AppArmor's, which takes the rights inside away.
    return readSwitch("/proc/sys/kernel/unprivileged_userns_clone").value_or(1) != 0 &&
           readSwitch("/proc/sys/user/max_user_namespaces").value_or(1) != 0 &&
           readSwitch("/proc/sys/kernel/apparmor_restrict_unprivileged_userns").value_or(0) == 0;
}

Result<> checkLab(const api::HostConfig &host, const SecurityOptions &options)
{
    if (!options.lab)
        return {};
    if (const char *other = inTheWayOfLab(host, options))
        return fail(
            ErrorKind::InvalidArgument,
            "--security-opt lab cannot be had together with {}: a lab is harmless only in namespaces of its "
            "own, behind its own filter. Leave one of them out",
            other);
    return {};
}

Result<> mayMakeLab(const access::Peer &peer, const api::HostConfig &host, const HostFacts &facts)
{
    if (!isLab(host) || peer.isRoot() || facts.usersMakeNamespaces)
        return {};
    return fail(ErrorKind::Forbidden,
                "--security-opt lab: on this machine only root may make user namespaces, and a lab may do no "
                "more than "
                "its user could. An administrator can allow them (sysctl kernel.unprivileged_userns_clone=1, "
                "user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns=0)");
}

} // namespace quayside::containers
