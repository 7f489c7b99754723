// What a build says about an instruction, in words: the same in the gutter, on the cards and in the graph.
#pragma once

#include "models/dockerfile/cards/cardmodel.h"
#include "models/dockerfile/facts/buildfacts.h"
#include "models/dockerfile/facts/stepchanges.h"

namespace quayside::ui
{

// "done · 1.2 s · 14 MiB"
[[nodiscard]] QString factText(const models::InstructionFacts &facts);
// Why it was run, whether it will be again, what it wastes, what it changed: in lines. changes: nullptr where
// nobody asks for them.
[[nodiscard]] QString factDetail(const models::BuildFacts &facts, const models::InstructionFacts &one,
                                 const models::StepChanges *changes);
// "+ /usr/bin/app  14 MiB", one a line, under how many there are; "…" while it is asked for.
[[nodiscard]] QString changesText(const models::StepChanges &changes);
// "Join lines 2 and 3 in one RUN"
[[nodiscard]] QString fixTitle(const models::BuildFacts::WasteFix &fix);
// Plain lines, for a tool tip that wraps them: what they say may come from outside.
[[nodiscard]] QString asToolTip(const QString &plain);
// Whether there is something to say.
[[nodiscard]] bool isTold(const models::InstructionFacts &facts);
// What is still true of a step that failed is what a person looks for: it is not faded.
[[nodiscard]] bool isFaded(const models::InstructionFacts &facts);

// For each instruction, by its first line.
[[nodiscard]] models::CardFacts cardFacts(const models::BuildFacts &facts,
                                          const models::StepChangesFinder *changes);
// For each stage, by the line of its FROM: what its steps have come to together.
[[nodiscard]] models::CardFacts stageFacts(const models::BuildFacts &facts);

} // namespace quayside::ui
