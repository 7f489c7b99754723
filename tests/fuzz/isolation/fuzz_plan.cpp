// The decoder of plans: what it accepts must encode to the same bytes again.
#include "engine/isolation/plan/codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace quayside::isolation;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (const auto plan = decodeLaunchPlan(bytes);
        plan && decodeLaunchPlan(encode(*plan))->process.argv != plan->process.argv)
        std::abort();
    if (const auto plan = decodeExecPlan(bytes);
        plan && decodeExecPlan(encode(*plan))->process.argv != plan->process.argv)
        std::abort();
    return 0;
}
