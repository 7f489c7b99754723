// Shared reference data lies beside the repository (../shared/reference/dockerfile). A test that takes a file
// or a folder of that form as its argument runs on any other one.
#pragma once

#include "tests/folders.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <print>
#include <string>

namespace quayside::test
{

inline std::optional<std::string> readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// The argument where there is one, else the shared `name`; exits with a skip where that is missing.
inline std::filesystem::path referenceData(int argc, char **argv, const char *name)
{
    if (argc > 1)
        return argv[1];
    auto path = std::filesystem::path(QUAYSIDE_SOURCE_DIR) / "../shared/reference/dockerfile" / name;
    if (!std::filesystem::exists(path)) {
        std::println("skipped: no {} (name one of that form as argument)", path.lexically_normal().string());
        std::exit(77);
    }
    return path;
}

} // namespace quayside::test
