// What can stand at a place in a Dockerfile.
#pragma once

#include "models/dockerfile/document.h"
#include "models/dockerfile/language/sources.h"
#include "models/dockerfile/language/variables.h"

#include <QString>

#include <string>
#include <vector>

namespace quayside::models::language
{

struct CompletionItem {
    enum class Kind {
        Instruction,
        Keyword,
        Flag,
        Key,
        Value,
        Stage,
        Variable,
        Image,
        Tag,
        File,
        Folder,
        Rule
    };
    QString label;
    std::string insert;        // takes the place of `replace`
    dockerfile::Range replace; // ends at the cursor, in its line; may be empty
    Kind kind = Kind::Value;
    QString detail;        // one line; may be empty
    QString documentation; // sentences; may be empty
    // There is more to choose behind it ("--from=", "src/", "debian:"): complete again once it is inserted.
    bool continues = false;
};

struct Completions {
    std::vector<CompletionItem>
        items;            // the best first: what begins with what was typed, then what contains it
    bool pending = false; // a source was asked: complete again when it says arrived()
};

inline constexpr std::size_t mostCompletions = 500;

// sources: may be null. arguments: --build-arg, for the values of variables. Time linear in the size of the
// file at most.
[[nodiscard]] Completions complete(const DockerfileSnapshot &snapshot, dockerfile::Position position,
                                   CompletionSources *sources, const dockerfile::Environment &arguments = {});

// Whether to complete after this character was typed, without being asked: letters at the start of an
// instruction, "$", "{", "=", "-", "/", ":", ",", "#".
[[nodiscard]] bool isCompletionTrigger(const DockerfileSnapshot &snapshot, dockerfile::Position position,
                                       char typed);

} // namespace quayside::models::language
