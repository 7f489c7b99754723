// Which of the host's namespaces a container stays in (ADR 10).
#pragma once

#include "engine/api/types/hostconfig.h"
#include "engine/isolation/plan/launchplan.h"

#include <string>

namespace quayside::containers
{

// Root of such a container is root of the host, within its capabilities and device list. --privileged means
// it, as in Docker, unless a user namespace is asked for.
inline bool usesHostUser(const api::HostConfig &host)
{
    return host.usernsMode == "host" || (host.privileged && host.usernsMode.empty());
}

// "host", "container:ID", or anything else: a namespace of its own.
inline isolation::NamespaceMode modeOf(const std::string &mode)
{
    return mode == "host" ? isolation::NamespaceMode::Host : isolation::NamespaceMode::New;
}

// Processes of such a container do not die with its first one.
inline bool sharesPids(const api::HostConfig &host)
{
    return host.pidMode == "host" || host.pidMode.starts_with("container:");
}

} // namespace quayside::containers
