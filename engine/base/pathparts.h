// A path, part by part: for those who walk it themselves, a link's own path put in front of what is left.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace quayside
{

// The parts of `path` ("a/b", "/a//b/"), without empty ones, before those that are there.
void splitInto(std::deque<std::string> &parts, std::string_view path);

// That one path may follow when it is walked like this: dockerd's number; the kernel stops at 40
// (path_resolution(7)).
inline constexpr int maxLinks = 255;

} // namespace quayside
