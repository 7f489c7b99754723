// The walls around the unpacking child, put up by itself before it reads the first byte.
#pragma once

#include "engine/base/result.h"
#include "engine/images/unpack/limits.h"

namespace quayside::images
{

// User, mount, network, pid, ipc, uts and cgroup namespaces. `folder` becomes the working directory in the
// new mount namespace. After this the ids have to be mapped, and the caller has to fork (pid_namespaces(7)).
Result<> enterNamespaces(int folder);
// The working directory becomes the root of a mount namespace that holds nothing else; nodev, nosuid, noexec.
Result<> makeWorkingDirectoryTheRoot();
// Capabilities down to those that ownership needs, rlimits, no_new_privs, the seccomp allow-list. No way
// back. All of it holds for the other threads of the process too, but for the capabilities, which are each
// thread's own.
Result<> confine(const UnpackLimits &limits);
Result<> giveUpCapabilities(); // all of the calling thread's

} // namespace quayside::images
