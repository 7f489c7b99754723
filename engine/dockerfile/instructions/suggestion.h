// "(did you mean …?)" of BuildKit's messages.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace quayside::dockerfile
{

// " (did you mean FROM?)": the option that is fewer than three changes away from `value`, in its case where
// case does not count; empty where there is none, or where `value` is an option itself.
[[nodiscard]] std::string suggestion(std::string_view value, std::span<const std::string_view> options,
                                     bool caseCounts);

} // namespace quayside::dockerfile
