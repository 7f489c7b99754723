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

// endpoint: none where the container has no network of its own. `hostHosts`: the host's /etc/hosts, used with
// the host's network only. `resolverLines`: resolv.conf lines of the host that a container can use; --dns,
// --dns-search and
// --dns-option each take the place of the lines of their kind.
EtcFiles etcFiles(const Record &record, const networks::Endpoint *endpoint, const std::string &hostHosts,
                  const std::vector<std::string> &resolverLines);

// folder: <root>/containers/ID. What is there is overwritten in place, never through a link.
Result<> writeEtcFiles(const Fd &folder, const EtcFiles &files);

// A file of the host's own, at most 1 MiB; "" where it is missing.
std::string hostFile(const char *path);

} // namespace quayside::containers
