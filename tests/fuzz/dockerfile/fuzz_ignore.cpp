// Any .dockerignore and any path (behind a NUL): no crash; a walk and a question have the same answer, and a
// walk goes wherever something is not ignored.
#include "engine/dockerfile/ignore/patterns.h"

#include <cstdlib>

using namespace quayside::dockerfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto end = std::min(text.find('\0'), size);
    const auto path = text.substr(std::min(end + 1, size)).substr(0, 300);
    const auto patterns = IgnorePatterns::parse(text.substr(0, end));
    if (!patterns)
        return 0;
    for (const auto &pattern : patterns->patterns())
        if (pattern.range.start.line < 1 || pattern.range.end < pattern.range.start)
            std::abort();
    auto step = patterns->top();
    std::vector<std::string_view> folders;
    for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
        folders.push_back(path.substr(0, slash));
        step = patterns->below(step, folders.back());
    }
    const auto verdict = patterns->explain(path);
    if (path.empty() || path == "." || patterns->empty())
        return 0;
    if (patterns->below(step, path).verdict.ignored != verdict.ignored)
        std::abort();
    if (verdict.pattern && *verdict.pattern >= patterns->patterns().size())
        std::abort();
    for (const auto folder : folders)
        if (!verdict.ignored && !patterns->mayReachBelow(folder))
            std::abort();
    return 0;
}
