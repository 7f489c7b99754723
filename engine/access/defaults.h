// What a container gets without asking (security.md §2): asking for less is anybody's right, for more root's.
#pragma once

#include <string_view>

namespace quayside::access
{

// Docker's default capabilities, without "CAP_".
inline constexpr std::string_view safeCapabilities[] = {
    "AUDIT_WRITE",      "CHOWN",   "DAC_OVERRIDE", "FOWNER",  "FSETID", "KILL",      "MKNOD", "NET_RAW",
    "NET_BIND_SERVICE", "SETFCAP", "SETGID",       "SETPCAP", "SETUID", "SYS_CHROOT"};

inline constexpr std::string_view defaultMaskedPaths[] = {"/proc/acpi",
                                                          "/proc/asound",
                                                          "/proc/interrupts",
                                                          "/proc/kcore",
                                                          "/proc/keys",
                                                          "/proc/latency_stats",
                                                          "/proc/sched_debug",
                                                          "/proc/scsi",
                                                          "/proc/timer_list",
                                                          "/proc/timer_stats",
                                                          "/sys/devices/virtual/powercap",
                                                          "/sys/firmware"};

inline constexpr std::string_view defaultReadOnlyPaths[] = {"/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys",
                                                            "/proc/sysrq-trigger"};

} // namespace quayside::access
