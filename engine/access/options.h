// Rows of the policy that take more than a comparison. Each names the option as docker's command line spells
// it, with the value that is too much; nothing where the request stays within what anybody may have.
#pragma once

#include "engine/api/types/hostconfig.h"

#include <optional>
#include <string>

namespace quayside::access
{

std::optional<std::string> dangerousCapability(const api::HostConfig &config);
std::optional<std::string> weakenedSecurity(const api::HostConfig &config);
std::optional<std::string> sharedPropagation(const api::HostConfig &config);
std::optional<std::string> lowPort(const api::HostConfig &config);
std::optional<std::string> hostSysctl(const api::HostConfig &config);
std::optional<std::string> realtimeLimit(const api::HostConfig &config);

// Does this sysctl belong to a namespace of the container (namespaces(7)), network included where it has its
// own?
bool isNamespacedSysctl(const std::string &name, bool ownNetwork);

} // namespace quayside::access
