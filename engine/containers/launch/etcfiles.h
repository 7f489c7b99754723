// /etc/hosts, /etc/hostname and /etc/resolv.conf of a container: made at each start in <root>/containers/ID
// and bound in, writable by the container's root.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/containers/state/record.h"

#include <string>
#include <vector>

namespace quayside::containers
{

struct EtcFiles {
    std::string hosts, hostname, resolvConf;
};

// endpoints: none where the container has no network of its own. `hostHosts`: the host's /etc/hosts, used
// with the host's network only. `resolverLines`: resolv.conf lines of the host that a container can use;
// --dns, --dns-search and --dns-option each take the place of the lines of their kind. On a network with the
// engine's name server that one is asked, and it asks the others.
EtcFiles etcFiles(const Record &record, const std::vector<networks::Endpoint> &endpoints,
                  const std::string &hostHosts, const std::vector<std::string> &resolverLines);

// The container has joined or left a network: hosts and resolv.conf become what `now` says where they still
// are what `before` said, and stay as they are where the container has changed them.
Result<> updateEtcFiles(const Fd &folder, const EtcFiles &before, const EtcFiles &now);

// folder: <root>/containers/ID. What is there is overwritten in place, never through a link.
Result<> writeEtcFiles(const Fd &folder, const EtcFiles &files);

// A file of the host's own, at most 1 MiB; "" where it is missing.
std::string hostFile(const char *path);

} // namespace quayside::containers
