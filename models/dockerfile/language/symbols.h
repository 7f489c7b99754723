// What has a name in a Dockerfile: its stages and its variables, where each is defined and used, and the way
// to another name.
#pragma once

#include "models/dockerfile/document.h"

#include <QString>

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace quayside::models::language
{

enum class SymbolKind { Stage, Variable };

// A place that names a symbol. A stage may also be named by its number, and be without a name: its FROM's
// keyword stands for the definition then.
struct Occurrence {
    dockerfile::Range range;
    int symbol = 0;            // index in SymbolIndex::symbols
    bool definition = false;   // AS name, ARG name, ENV name
    bool exact = true;         // the bytes there are the name, and may be replaced by another
    dockerfile::Range defined; // the definition that counts here
};

struct Symbol {
    SymbolKind kind = SymbolKind::Variable;
    std::string name; // of a stage as its FROM has it; empty where it has none
};

// Of variables all definitions are one symbol between which a value may pass: an ARG above the first FROM and
// those of the same name in stages, an ENV and the ARG that it takes the place of, and what a stage takes
// over from the one that it is built on.
struct SymbolIndex {
    struct ForeignUse {
        std::string name;
        dockerfile::Range range;
    };
    std::vector<Symbol> symbols;
    std::vector<Occurrence> occurrences; // by their places
    std::vector<std::string> foreign;    // names of variables that are used and defined nowhere; sorted
    std::vector<ForeignUse> foreignUses; // of these; the base image may set them, or a script

    [[nodiscard]] const Occurrence *at(dockerfile::Position position) const; // null: none
};

// Linear in the size of the file but for stages on stages on stages.
[[nodiscard]] SymbolIndex indexSymbols(const DockerfileSnapshot &snapshot);

// Of what stands at a position (or ends there). nullopt: nothing that is defined in the file.
[[nodiscard]] std::optional<dockerfile::Range> definition(const DockerfileSnapshot &snapshot,
                                                          dockerfile::Position position);
// All places, definitions included, in order; empty where there is no symbol.
[[nodiscard]] std::vector<dockerfile::Range> references(const DockerfileSnapshot &snapshot,
                                                        dockerfile::Position position);

// What rename() would change, to be selected before the new name is typed.
struct Renamable {
    std::string name;
    dockerfile::Range range;
};
[[nodiscard]] std::optional<Renamable> renamable(const DockerfileSnapshot &snapshot,
                                                 dockerfile::Position position);
// Edits for DockerfileDocument::apply(); or, in a sentence, why not: the name is no name, it is taken, or
// what stands there has none.
[[nodiscard]] std::expected<std::vector<dockerfile::Edit>, QString>
rename(const DockerfileSnapshot &snapshot, dockerfile::Position position, const std::string &newName);

} // namespace quayside::models::language
