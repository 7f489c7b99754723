// A seccomp profile in Docker's JSON form, read with bounds.
// Source: https://docs.docker.com/engine/security/seccomp/ and OCI runtime-spec config-linux.md, "Seccomp".
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::isolation::security
{

struct SyscallArgument {
    unsigned index = 0;
    std::uint64_t value = 0, valueTwo = 0;
    std::string op; // SCMP_CMP_EQ …
};

// All of these must hold for a rule to be used (`includes`), or none (`excludes`).
struct RuleFilter {
    std::vector<std::string> caps, arches;
    std::string minKernel; // "4.8"
};

struct SyscallRule {
    std::vector<std::string> names;
    std::string action;
    std::optional<unsigned> errnoRet;
    std::vector<SyscallArgument> args;
    RuleFilter includes, excludes;
};

struct Profile {
    std::string defaultAction;
    std::optional<unsigned> defaultErrnoRet;
    std::vector<std::string> architectures; // SCMP_ARCH_…, native and others that programs may use here
    std::vector<SyscallRule> syscalls;
};

inline constexpr std::size_t maxProfileBytes = 1u << 20;

// `nativeArchitecture`: SCMP_ARCH_X86_64, …: selects from the profile's archMap. InvalidArgument names what
// is wrong.
Result<Profile> parseProfile(std::string_view json, std::string_view nativeArchitecture);

extern const std::string_view defaultProfileJson;

} // namespace quayside::isolation::security
