// Which stage is made of which: stages and the images that they need, in columns.
#pragma once

#include "models/dockerfile/document.h"

#include <QString>

#include <string>
#include <vector>

namespace quayside::models
{

struct GraphNode {
    enum class Kind {
        Stage,
        Image,   // from a registry or this machine; "scratch" too
        Missing, // named like a stage that is not there: a number beyond the last one
    };
    Kind kind = Kind::Stage;
    std::string name; // of a stage: its name, else its number; of an image: its reference, variables expanded
    std::string base; // of a stage: what it is FROM, as written
    int instructions = 0;  // of a stage, FROM not counted
    int stage = -1;        // its index
    int line = 0;          // of its FROM, or of the first instruction that names it
    int lastLine = 0;      // of a stage
    bool unused = false;   // a stage that the last one does not need
    bool isResult = false; // the last stage
    int column = 0, row = 0;
};

struct GraphEdge {
    enum class Kind { From, Copy, Mount };
    Kind kind = Kind::From;
    int from = 0, to = 0; // nodes: the files of `from` go into `to`
    int line = 0;         // of the instruction; the first one where several say the same
    int count = 1;        // of such instructions
    QString problem;      // why no engine would build it, in a sentence without a full stop; else ""
};

struct StageGraph {
    std::vector<GraphNode> nodes; // stages in their order, then what else there is
    std::vector<GraphEdge> edges;
    int columns = 0, rows = 0;
};

// Deterministic; stages stand right of all that they are made of, but where that is impossible.
[[nodiscard]] StageGraph graphOf(const DockerfileSnapshot &snapshot);

} // namespace quayside::models
