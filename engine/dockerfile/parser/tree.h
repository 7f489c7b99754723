// What a Dockerfile consists of before anybody asks what it means: instructions with flags and words,
// comments, directives, here-documents. The words are those of BuildKit's parser
// (frontend/dockerfile/parser), each with its place.
#pragma once

#include "engine/dockerfile/position.h"
#include "engine/dockerfile/unicode.h" // inQuotes()

#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

// "# escape=`", "# syntax=docker/dockerfile:1", "# check=skip=all": only in the first lines, before any other
// comment, blank line or instruction; each at most once.
struct Directive {
    std::string name; // lower case: syntax, escape or check
    Word value;
    Range range; // the line, without what is around it and without its end
};

struct Comment {
    std::string text; // behind the '#', without the white space around it
    Range range;      // from the '#' to the end of the line (not included)
};

struct Heredoc {
    std::string name;        // EOF of <<"EOF"
    unsigned descriptor = 0; // 3 of 3<<EOF
    bool expand = true;      // false where any of the name was quoted: variables stay as they are
    bool chomp = false;      // <<-: leading tabs of each line go (content still has them; see chomped())
    std::string content;     // as in the file, with its line ends, up to the line of the terminator
    Range word;              // "<<EOF"
    Range contentRange;      // whole lines
    Range terminator;        // the line that ends it, without its line end
};

// The content without the tabs that lead its lines, where it is to be so; else as it is.
[[nodiscard]] std::string chomped(const Heredoc &heredoc);

// One instruction.
struct Node {
    std::string keyword; // lower case
    Word written;        // the keyword as it stands there
    // From the keyword to the last byte of the last line, here-documents included, without the final line
    // end.
    Range range;
    // The same without its here-documents.
    Range head;
    // The whole of the head in one line, as BuildKit has it: without continuations, and comments between
    // them, and without the white space around it.
    std::string original;
    std::vector<Word> flags; // "--from=build", without quotes and escapes
    // ENV, LABEL: name, value and "=" (or "" in the old form, ENV name value) by turns. HEALTHCHECK: its
    // type, then the command. RUN, CMD, ENTRYPOINT, SHELL: one word, or the strings of the array where
    // `json`. ADD, COPY, VOLUME, EXPOSE, FROM, ARG: word by word. MAINTAINER, STOPSIGNAL, USER, WORKDIR: one.
    // ONBUILD: none, see child. An unknown instruction: one that is empty (BuildKit's parser leaves these to
    // whoever interprets the tree).
    std::vector<Word> words;
    bool json = false; // written as an array: ["a", "b"]
    std::vector<Heredoc> heredocs;
    std::vector<Comment>
        comments;            // directly above it: behind the last instruction and the last empty comment
    std::vector<Node> child; // ONBUILD: what it triggers; else empty. Never more than one
};

struct Warning {
    enum class Kind {
        EmptyContinuation, // an empty line within a continued one
    };
    Kind kind = Kind::EmptyContinuation;
    std::string message; // BuildKit's: "Empty continuation line found in: RUN a b"
    Range range;         // the first of these lines
    Range instruction;   // the head of the instruction that it is in
};

struct Tree {
    char escape = '\\'; // or '`'
    std::vector<Directive> directives;
    std::vector<Node> nodes;
    std::vector<Comment> comments; // every one, in order; those within continued lines too, directives not
    std::vector<Warning> warnings;

    const Directive *directive(std::string_view name) const; // null where there is none
};

// The form of BuildKit's fixtures: one S-expression in a line for each instruction, strings as Go's
// strconv.Quote writes them; no final line end.
[[nodiscard]] std::string dump(const Tree &tree);
[[nodiscard]] std::string dump(const Node &node);

} // namespace quayside::dockerfile
