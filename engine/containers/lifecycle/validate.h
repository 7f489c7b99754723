// A create request is checked whole before anything is made for it.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/container.h"
#include "engine/base/result.h"
#include "engine/isolation/cgroups/prepare.h"

#include <string>
#include <vector>

namespace quayside::containers
{

// What the host has; a parameter so that tests decide.
struct HostFacts {
    int cpus = 1;
    bool usersMakeNamespaces = true; // whoever is not root may make user namespaces, and has rights in them
};
HostFacts hostFacts();

// Options of the API that this engine refuses, each with a sentence (NotSupported), and values that make no
// sense (InvalidArgument, in Docker's words). Pure. `config` is merged with the image's.
Result<> checkSupported(const api::ContainerConfig &config, const api::HostConfig &host);
Result<> checkConfig(const api::ContainerConfig &config);
Result<> checkHost(const api::HostConfig &host, const HostFacts &facts);
// Does the kernel let those who are not root make user namespaces, with rights in them?
bool usersMakeNamespaces();
// A lab gives no more than anybody could have without it: Forbidden where that is nothing.
Result<> mayMakeLab(const access::Peer &peer, const api::HostConfig &host, const HostFacts &facts);
// What applies and is worth a word: answer of create, "Warnings".
std::vector<std::string> warningsFor(const api::ContainerConfig &config, const api::HostConfig &host);

// Fills in what dockerd fills in: network mode, log driver, restart policy, shm size, swap, masked paths …
void fillDefaults(api::HostConfig &host);

// HostConfig.Resources for cgroups; the device list and the pids limit (2048 where none is given) are added.
isolation::cgroups::Limits limitsOf(const api::HostConfig &host);
// --device-read-bps and the like, and --blkio-weight-device: InvalidArgument where there is no such device
// now.
Result<> addBlockLimits(const api::HostConfig &host, isolation::cgroups::Limits &limits);

// "SIGTERM", "term", "15" → 15; InvalidArgument "Invalid signal: x". Real-time ones as RTMIN, RTMIN+n,
// RTMAX-n.
Result<int> parseSignal(const std::string &signal);

// "k", "m", "g" and plain bytes ("10m"): --log-opt max-size, in bytes.
Result<std::uint64_t> parseSize(const std::string &text);

// --storage-opt size, in bytes; 0: none is given.
Result<std::uint64_t> storageSize(const api::HostConfig &host);

struct LogLimits {
    std::uint64_t maxBytes = 0; // 0: no rotation
    std::uint32_t maxFiles = 1;
    bool compressed = false; // files that are complete
    bool readable = true;    // false: log driver none
};
Result<LogLimits> logLimits(const api::LogConfig &log);

struct SecurityOptions {
    bool noNewPrivileges = false;
    bool unconfinedSeccomp = false;
    std::string seccompProfile; // JSON, where the user gave one
    bool unmaskPaths = false;
    bool lab = false; // ADR 31
};
Result<SecurityOptions> securityOptions(const std::vector<std::string> &options);
// Options that cannot be had with a lab. Part of checkHost().
Result<> checkLab(const api::HostConfig &host, const SecurityOptions &options);
bool isLab(const api::HostConfig &host);

} // namespace quayside::containers
