// Dockerfiles to try things on: ours, the parser's reference files where those are, and all below the folder
// that QUAYSIDE_DOCKERFILES names.
#pragma once

#include "tests/engine/dockerfile/support/reference.h"
#include "tests/folders.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace quayside::test
{

inline bool isDockerfile(const std::filesystem::path &path)
{
    const auto name = path.filename().string();
    return name.starts_with("Dockerfile") || name.ends_with(".Dockerfile");
}

// Paths and texts, by path.
inline std::vector<std::pair<std::string, std::string>> allDockerfiles()
{
    const std::filesystem::path source = QUAYSIDE_SOURCE_DIR;
    std::vector folders{source / "tests/builds/corpus", source / "tests/engine/dockerfile",
                        source / "resources/templates", source / "../shared/reference/dockerfile"};
    if (const char *more = std::getenv("QUAYSIDE_DOCKERFILES"))
        folders.emplace_back(more);
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto &folder : folders) {
        if (!std::filesystem::exists(folder))
            continue;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file() && isDockerfile(entry.path()))
                files.emplace_back(entry.path().string(), *readFile(entry.path()));
    }
    std::ranges::sort(files);
    return files;
}

} // namespace quayside::test
