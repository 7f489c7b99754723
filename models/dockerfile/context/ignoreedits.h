// Lines of a .dockerignore that leave a path out, or bring it back. Pure: texts in, texts out.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::models
{

// The pattern that means this one path of the context, and what is in it: what would be a wildcard is taken
// literally. InvalidArgument: no line can hold such a name.
Result<std::string> patternOf(std::string_view path);

// The text with one line more, or without the one that stands in the way; every other byte stays. The same
// text where it is so already. InvalidArgument: the text has a pattern that cannot be, or no line would do
// it; the message is a part of a sentence.
Result<std::string> textThatExcludes(std::string_view text, std::string_view path);
Result<std::string> textThatIncludes(std::string_view text, std::string_view path);

} // namespace quayside::models
