// What a Dockerfile consists of, as a tree, and what of it can be folded.
#pragma once

#include "models/dockerfile/document.h"

#include <QString>

#include <vector>

namespace quayside::models::language
{

struct OutlineItem {
    enum class Kind { Stage, Instruction };
    Kind kind = Kind::Instruction;
    QString keyword;         // "RUN", upper case; of a stage "FROM"
    QString title;           // of a stage its name, else "Stage 2"; of an instruction what it does, in short
    QString detail;          // of a stage what it is FROM; else empty
    dockerfile::Range range; // all of it; of a stage to the end of its last instruction
    dockerfile::Range name;  // what is selected when a person goes there
    std::vector<OutlineItem> children; // of a stage its instructions, without FROM
};

// Instructions above the first FROM, then stages. Linear.
[[nodiscard]] std::vector<OutlineItem> outline(const DockerfileSnapshot &snapshot);

// Lines (from 1) of which all but the first can be hidden.
struct Folding {
    enum class Kind { Stage, Instruction, Heredoc, Comment };
    Kind kind = Kind::Instruction;
    int first = 0, last = 0; // last > first
    bool operator==(const Folding &) const = default;
};

// By their first lines, the longer one first of two that begin together. Here-documents of one instruction
// fold together, below its last line.
[[nodiscard]] std::vector<Folding> foldings(const DockerfileSnapshot &snapshot);

} // namespace quayside::models::language
