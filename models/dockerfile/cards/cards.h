// A Dockerfile as a sequence of cards: one for each instruction, with all that stands between them, so that
// nothing of the file is lost and textOf() gives it back byte by byte.
#pragma once

#include "models/dockerfile/document.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::models
{

// A disabled instruction has this in front of each of its lines, here-documents and continuations included: a
// comment for every builder (docs/adr/026-disabled-instructions.md).
inline constexpr std::string_view disabledMark = "#- ";

struct Card {
    enum class Kind {
        Instruction,
        Disabled, // see disabledMark
        Unknown,  // what cannot be read as an instruction: it is kept as it stands
    };

    Kind kind = Kind::Unknown;
    // What stands before it and belongs to none: directives, blank lines, comments that an empty one ends.
    std::string gap;
    // Whole lines with their ends (the last one of a file may have none): the comments above it, which
    // BuildKit's parser counts as its own, and the instruction.
    std::string text;
    std::size_t begin = 0, end = 0; // of `text` in the file's
    int firstLine = 1;              // of `text`
    int line = 1, lastLine = 1;     // of the instruction itself
    int index = -1;                 // in the tree's nodes, -1 where it is in none
    int stage = -1;                 // counts from 0; -1: before the first FROM
    std::string problem;            // of an unknown one: what is wrong, as a sentence without a full stop
    std::shared_ptr<const dockerfile::Node> disabled; // what it would be; its places are not the file's

    // Null for text that does not parse. Places are those of `snapshot` where `disabled` is null.
    [[nodiscard]] const dockerfile::Node *node(const DockerfileSnapshot &snapshot) const;
    [[nodiscard]] bool beginsStage(const DockerfileSnapshot &snapshot) const; // a FROM that counts
};

struct Cards {
    std::vector<Card> cards;
    std::string tail; // behind the last one
};

[[nodiscard]] Cards cardsOf(const DockerfileSnapshot &snapshot);
[[nodiscard]] std::string textOf(const Cards &cards);

// The index of the card that a line belongs to, else of the last one above it; -1 where there is none.
[[nodiscard]] int cardAt(const Cards &cards, int line);

} // namespace quayside::models
