// A path, part by part: for those who walk it themselves, a link's own path put in front of what is left.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace quayside
{

// The parts of `path` ("a/b", "/a//b/"), without empty ones, before those that are there.
void splitInto(std::deque<std::string> &parts, std::string_view path);

} // namespace quayside
