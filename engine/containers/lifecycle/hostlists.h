// Parts of checkHost() that read lists: CPU sets, names and addresses.
#pragma once

#include "engine/api/types/hostconfig.h"
#include "engine/base/result.h"

#include <set>
#include <string>

namespace quayside::containers
{

// "0-3,5" (cpuset(7), "List format"); ids above 8191 are refused.
Result<std::set<int>> parseIdList(const std::string &list);
Result<> checkCpuset(const std::string &list, int cpus);
Result<> checkMemset(const std::string &list);
// --add-host, --dns, --dns-search, --dns-option, --group-add.
Result<> checkNames(const api::HostConfig &host);

struct ExtraHost {
    std::string name, address; // the address may be "host-gateway"
};
Result<ExtraHost> parseExtraHost(const std::string &text);

} // namespace quayside::containers
