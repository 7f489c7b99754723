// Names of images as FROM has them, taken apart and checked. Source: distribution/reference, grammar in
// reference.go.
#pragma once

#include <string_view>

namespace quayside::dockerfile
{

struct ImageName {
    std::string_view repository;  // with its registry
    std::string_view tag, digest; // empty where there is none
};

[[nodiscard]] ImageName splitImageName(std::string_view reference);
// What docker takes as a name: "alpine", "localhost:5000/a/b:1.0", "x@sha256:…".
[[nodiscard]] bool isImageName(std::string_view reference);

} // namespace quayside::dockerfile
