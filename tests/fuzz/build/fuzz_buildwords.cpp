// What a Dockerfile may write into the sources, modes and addresses of COPY and ADD.
#include "engine/build/context/archives.h"
#include "engine/build/context/filemode.h"
#include "engine/build/context/sourcepath.h"
#include "engine/build/context/wildcard.h"
#include "engine/build/sources/location.h"
#include "engine/build/sources/sources.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace quayside::build;
    const std::string text(reinterpret_cast<const char *>(data), size);
    const std::size_t half = size / 2;
    (void)matchesWildcard(std::string_view(text).substr(0, half), std::string_view(text).substr(half));
    if (const auto mode = FileMode::parse(text); mode && mode->apply(0100644) > 07777)
        std::abort();
    (void)maybeArchive(text);
    if (const auto path = parseSourcePath(text, true))
        for (const std::string &part : path->parts)
            if (part.empty() || part == "." || part == ".." || part.contains('/'))
                std::abort();
    // What becomes a file's name, an option or a line of a configuration must stay one.
    if (const std::string name = fileNameOf(text);
        name == "." || name == ".." || name.find('/') != std::string::npos)
        std::abort();
    if (checkUrl(text) && text.find_first_of("\r\n") != std::string::npos)
        std::abort();
    if (const auto git = parseGit(text))
        if (git->url.starts_with('-') || git->ref.starts_with('-') ||
            git->url.find_first_of("\r\n") != std::string::npos)
            std::abort();
    (void)parseHttpDate(text);
    return 0;
}
