// The device list of a container: lines for v1's devices.allow, a BPF program for v2.
// Sources: Documentation/admin-guide/cgroup-v1/devices.rst; bpf-helpers(7), BPF_PROG_TYPE_CGROUP_DEVICE.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/cgroups/prepare.h"

#include <string>
#include <vector>

#include <linux/bpf.h>

namespace quayside::isolation::cgroups
{

std::string lineOf(const DeviceRule &rule); // "c 1:3 rwm"

// Allows what one of the rules allows, denies the rest.
std::vector<bpf_insn> deviceProgram(const std::vector<DeviceRule> &rules);
// Loads it; attached programs stay with the cgroup, the descriptor is not needed afterwards.
Result<Fd> loadDeviceProgram(Kernel &kernel, const std::vector<DeviceRule> &rules);
Result<> attachDeviceProgram(Kernel &kernel, const Fd &program, int cgroup);

} // namespace quayside::isolation::cgroups
