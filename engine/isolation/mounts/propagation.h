// Whether what is mounted below a path of the host can reach a copy of it.
// Source: mount_namespaces(7), "SHARED SUBTREES"; proc_pid_mountinfo(5).
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quayside::isolation::mounts
{

// The mount that something lies on.
struct Origin {
    std::string path;    // where it is mounted
    bool shared = false; // passes mounts on to its peers, and gets theirs
    bool slave = false;  // gets those of its master
};
// The line of /proc/self/mountinfo with that number.
std::optional<Origin> findOrigin(std::string_view mountinfo, std::uint64_t mountId);

// 0 (private), MS_SLAVE or MS_SHARED, of docker's word: private, rprivate, slave, rslave, shared, rshared;
// "": private. The words with and without "r" are one: all mounts below the source go along in the same way.
std::uint64_t propagationOf(std::string_view word);
// That `source` (a descriptor, known to people as `path`) lies on a mount that can do so. InvalidArgument, in
// Docker's words.
Result<> checkPropagation(Kernel &kernel, int source, const std::string &path, std::uint64_t propagation);

} // namespace quayside::isolation::mounts
