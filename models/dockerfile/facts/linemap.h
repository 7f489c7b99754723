// Which instruction of a text is which of another: unchanged ones are found again wherever they have moved
// to.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <string>
#include <vector>

namespace quayside::models
{

// What makes it the same instruction, wherever it stands and however its lines are broken: comments do not
// count.
std::string identityOf(const dockerfile::Node &node);

// For each instruction of `now`: its index in `before`, or -1 where it was not there. In order (the longest
// common subsequence); none is used twice.
std::vector<int> matchInstructions(const dockerfile::Tree &before, const dockerfile::Tree &now);

} // namespace quayside::models
