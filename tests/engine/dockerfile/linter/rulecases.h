// For each rule of the linter: a Dockerfile in which it finds something, and one in which it doesn't.
#pragma once

#include "engine/dockerfile/linter/linter.h"

#include <ostream>
#include <span>
#include <string_view>

namespace quayside::dockerfile
{

struct RuleCase {
    std::string_view id;
    std::string_view bad, good;
    int line = 0;               // where it is found in `bad`
    bool fixed = false;         // there is a fix, and with it the finding is gone
    std::string_view then = {}; // a line of what the fix makes; empty: not looked at
};

inline void PrintTo(const RuleCase &rule, std::ostream *out)
{
    *out << rule.id << " in:\n" << rule.bad;
}

std::span<const RuleCase> ruleCases();
// With an image "known" (PATH and KNOWN in its environment, linux/arm64), building for linux/amd64, patterns
// that ignore
// "*.log" and "secret", formats for three labels, and every optional rule enabled.
LintOptions ruleCaseOptions();

} // namespace quayside::dockerfile
