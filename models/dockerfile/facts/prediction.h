// What a build of a changed Dockerfile will run again, said before it is built. The rules are those of the
// solver's cache (engine/build/solve/stagerun.h, engine/build/steps): the key of a step is that of the step
// before and what goes into it, so that whatever changes one changes all below it, metadata too. What is
// copied counts by content: where only another stage or a file behind a step has changed, it may come out the
// same. Triggers (ONBUILD) of a base image are steps of its FROM, which a name that stands for another image
// now runs again with all below it. Pure.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quayside::models
{

// What an image's name stands for. What is not known of one counts as unchanged.
struct BaseImage {
    std::string id;
    std::vector<std::string> onBuild; // instructions that the FROM brings along
    bool operator==(const BaseImage &) const = default;
};

// What a build was, or will be, asked for.
struct BuildInputs {
    std::map<std::string, std::string> arguments; // --build-arg
    std::string target;                           // a stage; "": the last one
    std::string platform;                         // "": this machine's
    // Images that FROM names, variables expanded, as far as they are known.
    std::map<std::string, BaseImage> bases;
};

struct Prediction {
    enum class Outcome {
        Unknown, // it cannot be read, or the target does not need it
        Cached,
        MayRun,
        Runs,
    };
    enum class Reason {
        None,
        Edited,   // it is new, or another one
        Above,    // an instruction that it is built upon is not as it was: `line`
        Variable, // `name` has another value
        Stage,    // the stage `name`, from which it takes files, is not as it was
        File,     // `name`, a file of the context, has changed
        Base,     // `name`, its base, is another image now
        Moved,    // it stands behind another instruction now
    };
    Outcome outcome = Outcome::Unknown;
    Reason reason = Reason::None;
    int line = 0;
    std::string name;
};

// The images that the stages begin with which a build needs, by the lines of their FROM.
std::map<int, std::string> baseImages(const dockerfile::Tree &tree, const BuildInputs &inputs);

// For each instruction of `now`, beside its nodes. done: first lines of those instructions of `before` that
// were made or found by that build; none: all. changedFiles: paths in the context of what is not as it was
// then. Of bases of `before` the ids are enough.
std::vector<Prediction> predict(const dockerfile::Tree &before, BuildInputs inputsBefore,
                                const std::optional<std::set<int>> &done, const dockerfile::Tree &now,
                                BuildInputs inputsNow, const std::set<std::string> &changedFiles);

} // namespace quayside::models
