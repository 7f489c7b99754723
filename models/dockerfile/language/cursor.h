// Where in a Dockerfile a position is, also in an instruction that is still being typed and does not parse.
#pragma once

#include "models/dockerfile/document.h"

#include <string>
#include <vector>

namespace quayside::models::language
{

// The instruction around a position, up to it: continuations joined, comments between them left out.
struct Cursor {
    enum class Kind {
        Nothing,     // in a here-document's terminator, behind one that has none, …
        Comment,     // `before` begins with '#'
        Content,     // of a here-document
        Instruction, // in it, or where one can begin
    };
    Kind kind = Kind::Instruction;
    bool expands = false;          // Content: variables are expanded there
    std::string before;            // Comment: the line; Instruction: from its keyword on
    dockerfile::Position start;    // where `before` begins
    dockerfile::Position position; // the cursor itself
    bool top = false;              // only directives and blank lines stand above

    // The last `bytes` bytes of `before`, which are in the cursor's line: what a completion replaces.
    [[nodiscard]] dockerfile::Range tail(std::size_t bytes) const;
};

[[nodiscard]] Cursor cursorAt(const DockerfileSnapshot &snapshot, dockerfile::Position position);

// Cursor::before, taken apart. ONBUILD is looked through.
struct Typed {
    std::string keyword;            // lower case; empty: it is being typed
    std::vector<std::string> flags; // whole ones
    std::vector<std::string> words; // whole ones behind the flags
    std::string current;            // what is being typed: a keyword, flag or word; may be empty
    bool trigger = false;           // of ONBUILD
    bool array = false;             // the words are strings of a JSON array; current is within quotes
};
[[nodiscard]] Typed typedAt(const Cursor &cursor, char escape);

} // namespace quayside::models::language
