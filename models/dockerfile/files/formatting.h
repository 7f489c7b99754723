// A Dockerfile in one style, as edits of the lines that change.
#pragma once

#include "models/dockerfile/document.h"

#include <QString>

#include <expected>
#include <vector>

namespace quayside::models
{

// For DockerfileDocument::apply(); none where it is in that style already. Or, in a sentence, why it cannot
// be: the text does not parse.
[[nodiscard]] std::expected<std::vector<dockerfile::Edit>, QString>
formatEdits(const DockerfileSnapshot &snapshot);

// What makes one text of another, in whole lines. Both in UTF-8, lines end with "\n".
[[nodiscard]] std::vector<dockerfile::Edit> editsBetween(const std::string &before, const std::string &after);

} // namespace quayside::models
