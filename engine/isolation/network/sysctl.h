// Settings under /proc/sys/net, of the network namespace that the calling thread is in.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::isolation::network
{

// name: "ipv4/ip_forward", "ipv6/conf/eth0/accept_ra". NotFound where the kernel has no such setting.
Result<std::string> readSysctl(std::string_view name); // without the line end
Result<> writeSysctl(std::string_view name, std::string_view value);

} // namespace quayside::isolation::network
