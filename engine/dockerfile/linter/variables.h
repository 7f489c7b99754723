// Names of variables: where they are used, and which others they look like.
#pragma once

#include "engine/dockerfile/linter/findings.h"

namespace quayside::dockerfile
{

// 3 stands for "3 or more".
[[nodiscard]] int nameDistance(std::string_view a, std::string_view b);
// The nearest of these, below a distance of 3 (as BuildKit's suggestions); empty where there is none.
[[nodiscard]] std::string similarName(std::string_view name, const std::set<std::string, std::less<>> &names);
// The name in the first "$name" or "${name…" within a range.
[[nodiscard]] std::optional<Range> variablePlace(const Document &document, const Range &within,
                                                 std::string_view name);

void checkUndefined(Findings &findings); // UndefinedVar

} // namespace quayside::dockerfile
