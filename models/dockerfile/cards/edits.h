// What can be done to cards, as edits of the text: each changes the lines of the cards that it is about, and
// no others. Errors are InvalidArgument, in sentences to be shown (translated); nothing is to be changed
// then.
#pragma once

#include "engine/base/result.h"
#include "models/dockerfile/cards/cards.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quayside::models
{

struct CardChange {
    std::vector<dockerfile::Edit> edits; // for DockerfileDocument::apply()
    int line = 1;                        // of the card that it was about, afterwards
};

// Cards that go together: a FROM has its whole stage, any other one is alone.
struct CardBlock {
    std::size_t first = 0, count = 1;
    bool operator==(const CardBlock &) const = default;
};
[[nodiscard]] CardBlock blockOf(const DockerfileSnapshot &snapshot, const Cards &cards, std::size_t index);

// An instruction to begin with, for each keyword of dockerfile::keywords(): it can be built as it is or shows
// what is to be filled in.
[[nodiscard]] std::string startingText(std::string_view keyword);

// `before` is the index of the card that it shall stand above; cards.size(): at the end.
[[nodiscard]] Result<CardChange> inserted(const DockerfileSnapshot &snapshot, const Cards &cards,
                                          std::size_t before, std::string text);
[[nodiscard]] Result<CardChange> removed(const DockerfileSnapshot &snapshot, const Cards &cards,
                                         CardBlock block);
[[nodiscard]] Result<CardChange> moved(const DockerfileSnapshot &snapshot, const Cards &cards,
                                       CardBlock block, std::size_t before);
[[nodiscard]] Result<CardChange> duplicated(const DockerfileSnapshot &snapshot, const Cards &cards,
                                            CardBlock block);
// An instruction becomes a disabled one, a disabled one an instruction. Twice is nothing.
[[nodiscard]] Result<CardChange> toggled(const DockerfileSnapshot &snapshot, const Cards &cards,
                                         std::size_t index);

// "\r\n" where the first line ends so.
[[nodiscard]] std::string_view lineEndOf(std::string_view text);

} // namespace quayside::models
