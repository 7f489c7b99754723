// .dockerignore: which paths of a context a build does not see. The rules are those of moby/patternmatcher,
// which both docker's command and BuildKit use
// (https://docs.docker.com/build/concepts/context/#dockerignore-files): the last pattern that matches
// decides, "!" brings back, what matches a folder matches all that is in it.
#pragma once

#include "engine/dockerfile/position.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

struct IgnorePattern {
    std::string text;       // cleaned: no "!", no leading or trailing slash, no "." and ".." but leading ones
    bool exception = false; // "!": what it matches is not ignored
    Range range;            // where it is written; empty at 1:1 for those that come from elsewhere
};

struct Verdict {
    bool ignored = false;
    // The pattern that decided, as an index into patterns(); none where no pattern matches.
    std::optional<std::size_t> pattern;
};

// Immutable once made, and safe to use from several threads.
class IgnorePatterns
{
public:
    IgnorePatterns(); // ignores nothing
    // The text of a .dockerignore. Errors: a pattern that cannot be (its place), a text above 1 MiB.
    [[nodiscard]] static Parsed<IgnorePatterns> parse(std::string_view text);
    // --exclude of COPY and ADD: patterns that were written one by one. Index and text of the first bad one
    // in the error.
    [[nodiscard]] static Result<IgnorePatterns> compile(const std::vector<std::string> &patterns);

    const std::vector<IgnorePattern> &patterns() const;
    bool empty() const { return patterns().empty(); }

    // `path` is relative, clean and with '/': "src/main.c". Any kind of file; "" and "." are never ignored.
    // The answer is that of a walk from the top, as docker's command and BuildKit do it: what a folder has
    // decided for a pattern counts for all that is in it.
    bool ignored(std::string_view path) const { return explain(path).ignored; }
    Verdict explain(std::string_view path) const;
    // Whether a walk has to go into this folder: it is not ignored, or a pattern with "!" may bring back what
    // is in it. (As in BuildKit; the archive of docker's own command looks for plain prefixes only.)
    bool mayReachBelow(std::string_view folder) const;

    // For walks: the same answer as explain() for a path whose folder has been asked about, without matching
    // the folders above it once more.
    struct Step {
        Verdict verdict;
        std::vector<bool> matched; // by pattern: it matches the path or a folder above it
    };
    Step top() const; // of the context's root
    Step below(const Step &folder, std::string_view path) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace quayside::dockerfile
