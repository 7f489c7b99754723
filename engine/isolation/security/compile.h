// A profile as a BPF program for one set of capabilities.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/security/profile.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace quayside::isolation::security
{

// SCMP_ARCH_X86_64 …, of the running machine.
std::string_view nativeArchitecture();

// `kernel`: "6.18.44", for minKernel. Returns struct sock_filter[]. InvalidArgument: an action, operator, …
// that there is not. System calls that libseccomp does not know are left out, as runc does. Where the
// profile's answer to what it does not name is EPERM, system calls newer than all it names get ENOSYS, so
// that programs fall back to older ones.
Result<std::string> compileProfile(const Profile &profile, std::uint64_t capabilities,
                                   std::string_view kernel);

// Whether the kernel answers a call by its name as the profile says: Always, Never, or by its arguments.
// Names that the profile does not mention are not in the map: `otherwise` is said of those.
struct Verdicts {
    enum class Allowed : std::uint8_t { Never, Sometimes, Always };
    std::map<std::string, Allowed> calls;
    Allowed otherwise = Allowed::Never;
};
Result<Verdicts> verdictsOf(const Profile &profile, std::uint64_t capabilities, std::string_view kernel);

// What security.md asks for beyond Docker's profile.
void tighten(Profile &profile);
// What a lab may call besides, whatever its capabilities are.
void openForLab(Profile &profile);

} // namespace quayside::isolation::security
