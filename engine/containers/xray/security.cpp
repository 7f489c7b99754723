// What the first process may do (capabilities(7), seccomp(2)).
#include "engine/containers/lifecycle/validate.h"
#include "engine/containers/xray/subject.h"
#include "engine/isolation/security/prepare.h"

namespace quayside::containers
{

namespace
{

namespace security = isolation::security;

// Only while a filter is in force is there anything that it denies.
void addSeccomp(const Subject &subject, security::RefusalLists &refusals, api::XraySecurity &found)
{
    const auto options = securityOptions(subject.record.hostConfig.securityOpt);
    const bool off = found.seccompMode == 0 || !options || options->unconfinedSeccomp ||
                     subject.record.hostConfig.privileged;
    found.seccompProfile = off                               ? "unconfined"
                           : subject.host                    ? "custom"
                           : options->lab                    ? "lab"
                           : options->seccompProfile.empty() ? "default"
                                                             : "custom";
    if (off || subject.host)
        return;
    const auto refused =
        options->lab
            ? refusals.of("", subject.status.bounding & ~security::labCapabilities(), security::Standard::Lab)
            : refusals.of(options->seccompProfile, subject.status.bounding);
    if (!refused)
        return;
    found.denied = (*refused)->denied;
    found.conditional = (*refused)->conditional;
}

} // namespace

api::XraySecurity readSecurity(const Subject &subject, const std::vector<api::XrayMount> &mounts,
                               security::RefusalLists &refusals)
{
    const auto &status = subject.status;
    api::XraySecurity found{.effective = security::capabilityNames(status.effective),
                            .permitted = security::capabilityNames(status.permitted),
                            .inheritable = security::capabilityNames(status.inheritable),
                            .bounding = security::capabilityNames(status.bounding),
                            .ambient = security::capabilityNames(status.ambient),
                            .missing =
                                security::capabilityNames(security::allCapabilities() & ~status.bounding),
                            .noNewPrivileges = status.noNewPrivileges,
                            .seccompMode = status.seccompMode,
                            .seccompFilters = status.seccompFilters};
    addSeccomp(subject, refusals, found);
    found.label = printable(readText(subject.proc, "attr/current", 512).value_or(""));
    while (found.label.ends_with('?') || found.label.ends_with(' '))
        found.label.pop_back(); // the line end
    for (const auto &mount : mounts) {
        if (mount.purpose == "masked")
            found.masked.push_back(mount.target);
        else if (mount.purpose == "read-only")
            found.readOnly.push_back(mount.target);
    }
    return found;
}

} // namespace quayside::containers
