// Seccomp profiles of users (docker run --security-opt seccomp=…).
#include "engine/isolation/security/compile.h"

#include <cstddef>
#include <cstdint>

using namespace quayside::isolation::security;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view json(reinterpret_cast<const char *>(data), size);
    if (const auto profile = parseProfile(json, nativeArchitecture()))
        (void)compileProfile(*profile, 0xa80425fb, "6.1");
    return 0;
}
