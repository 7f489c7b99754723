#include "engine/containers/lifecycle/foresee.h"

#include "engine/containers/lifecycle/validate.h"
#include "engine/isolation/security/prepare.h"

#include <algorithm>
#include <format>

#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::containers
{

bool mayRaiseLimits()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2]{};
    return ::syscall(SYS_capget, &header, data) == 0 && (data[0].effective >> CAP_SYS_RESOURCE & 1U) != 0;
}

std::vector<std::string> foreseen(const api::HostConfig &host, const isolation::cgroups::Cgroups &cgroups,
                                  bool mayRaise)
{
    std::vector<std::string> warnings = cgroups.missing(limitsOf(host));
    if (mayRaise)
        return warnings;
    for (const auto &given : host.ulimits) {
        const auto plan = isolation::security::rlimit(given.name, given.soft, given.hard);
        rlimit now{};
        if (!plan || ::prlimit(0, static_cast<__rlimit_resource>(plan->resource), nullptr, &now) < 0 ||
            plan->hard <= now.rlim_max)
            continue;
        warnings.push_back(
            std::format("ulimit {} will be {} and not {}: raising it further is not permitted here",
                        given.name, now.rlim_max, given.hard < 0 ? "unlimited" : std::to_string(given.hard)));
    }
    if (host.oomScoreAdj < 0)
        warnings.push_back(std::format("the OOM score cannot be set to {}: lowering it is not permitted here",
                                       host.oomScoreAdj));
    return warnings;
}

} // namespace quayside::containers
