// Which boot of the machine this is, and when a process of it began.
#pragma once

#include <cstdint>
#include <string>

namespace quayside::containers
{

// /proc/sys/kernel/random/boot_id (random(4)); in a container without it the empty string.
std::string bootId();

// UTC nanoseconds for field 22 of /proc/PID/stat (clock ticks since boot).
std::int64_t utcOfStartTime(std::uint64_t ticks);

} // namespace quayside::containers
