// Several RUN instructions as one: what one of them writes and a later one removes is then in no layer. Pure.
#pragma once

#include "models/dockerfile/document.h"

#include <optional>

namespace quayside::models
{

// Of the instructions from the one that begins in `firstLine` to the one that begins in `lastLine`. Comments
// between them go above. None where other instructions stand between, where their flags differ, or where
// joining could change what a command does: here-documents, arrays, a command that ends in "&" or a comment.
// A command that would change the shell for the next one (cd, set, X=1) goes into parentheses.
[[nodiscard]] std::optional<dockerfile::Edit> joinedRuns(const DockerfileSnapshot &snapshot, int firstLine,
                                                         int lastLine);

} // namespace quayside::models
