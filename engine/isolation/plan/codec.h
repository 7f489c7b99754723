// The binary form of a plan: what travels to the stage in the sealed memfd.
//
// Little-endian fixed-width integers, vectors and strings with a 32-bit count in front, fields in the order
// of launchplan.h, a magic and a format number first. Encoder and decoder come from one build, so there is no
// versioning beyond refusing another format. The decoder checks every count against what is left.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <string>
#include <string_view>

namespace quayside::isolation
{

std::string encode(const LaunchPlan &plan);
std::string encode(const ExecPlan &plan);

// InvalidArgument where the bytes are not a plan: cut short, too long, a count or an enum out of range.
Result<LaunchPlan> decodeLaunchPlan(std::string_view bytes);
Result<ExecPlan> decodeExecPlan(std::string_view bytes);

inline constexpr std::size_t maxPlanBytes = 8u << 20; // argv and env may hold 2 MiB (execve(2), "Limits")

} // namespace quayside::isolation
