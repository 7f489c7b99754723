// What a linter has to say about a place in a Dockerfile, and how a person can mend it with one click.
#pragma once

#include "engine/dockerfile/position.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

enum class Severity { Style, Info, Warning, Error };
[[nodiscard]] std::string_view severityName(Severity severity); // "style", "info", "warning", "error"

// Replaces the bytes of `range` by `text`; an empty range inserts.
struct Edit {
    Range range;
    std::string text;
};

struct Fix {
    std::string title;       // what it does, as a command: "Use COPY"
    std::vector<Edit> edits; // in order, never overlapping; all of them or none
};

struct Finding {
    std::string id; // of the rule; "SyntaxError" for what no engine would build
    Severity severity = Severity::Warning;
    Range range;         // never empty, unless the file is
    std::string message; // a sentence without a full stop
    std::string url;     // a page about the rule; may be empty
    // Another rule that was reported for the same thing at the same instruction: the two families overlap,
    // and who shows both shows one thing twice. Empty where there is none.
    std::string sameAs;
    std::vector<Fix> fixes; // alternatives, the best first
};

// The text with a fix applied; edits that overlap or lie outside are left out.
[[nodiscard]] std::string applied(std::string_view text, const Fix &fix);

} // namespace quayside::dockerfile
