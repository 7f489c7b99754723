// What ARGs are before any stage begins.
#pragma once

#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/structure/structure.h"

#include <set>
#include <string>

namespace quayside::dockerfile
{

// What FROM can use, and stages by an ARG without a value: BUILDPLATFORM, TARGETARCH and their like.
// `platform`: that is built for; empty: linux/amd64.
[[nodiscard]] Environment platformArguments(const std::string &platform);

// The ARGs above the first FROM, and the ones of the platform. Values that are longer than an image's name
// can be are left out.
struct GlobalArguments {
    Environment values;
    std::set<std::string, std::less<>> names;
};
// `given`: --build-arg
[[nodiscard]] GlobalArguments globalArguments(const Structure &structure, const std::string &platform,
                                              const Environment &given = {});

} // namespace quayside::dockerfile
