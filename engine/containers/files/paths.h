// Paths that a client names, in a container's view: with the container's root as the process's own.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::containers::files
{

// As dockerd cleans it: absolute, without "..", "//" and "/./"; a closing "/" or "/." stays, since it means
// "what the link leads to".
std::string absolutePath(std::string_view path);
// The last part as the client knows it: of "/a/b/" "b", of "/a/." ".", of "/" "/".
std::string baseName(const std::string &absolute);

// One thing in the view: its folder with every link in the way followed, and its name in it, where a link is
// not followed ("." where the path ended in "/" or "/.").
struct Place {
    Fd folder;
    std::string name;
};
// NotFound: a part of the way is not there or is no folder.
Result<Place> findPlace(Kernel &kernel, int root, const std::string &absolute);

// Where `absolute` ends up when every link is followed, as a path; what is not there counts as no link.
Result<std::string> followLinks(int root, const std::string &absolute);

} // namespace quayside::containers::files
