// Which variables an instruction can use, and what they are there.
#pragma once

#include "engine/dockerfile/structure/arguments.h"
#include "models/dockerfile/document.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quayside::models::language
{

struct Variable {
    enum class Origin {
        Argument,    // ARG
        Environment, // ENV
        Image,       // ENV of the base image
        Builder,     // the platform's: TARGETARCH
    };
    std::string name, value;
    Origin origin = Origin::Argument;
    bool known = true;  // an ARG without a value, or an ENV that uses one, may be anything
    bool given = false; // by --build-arg
    std::optional<dockerfile::Range> defined; // the word of its instruction: "V=1", "V"
};

// What is known from outside of the file.
struct Surroundings {
    dockerfile::Environment arguments; // --build-arg
    std::string platform;              // that is built for; empty: linux/amd64
    // The variables of an image; nullopt: not known.
    std::function<std::optional<dockerfile::Environment>(const std::string &reference)> image;
};

// The instruction that a position is in, or behind; null above the first.
[[nodiscard]] const dockerfile::Step *stepAt(const dockerfile::Structure &structure,
                                             dockerfile::Position position);
// The stage that a position is in; null above the first FROM.
[[nodiscard]] const dockerfile::StageView *stageAt(const dockerfile::Structure &structure,
                                                   dockerfile::Position position);

// By name. In a FROM, and above the first one: ARGs of the head of the file. Values longer than a kilobyte
// count as not known.
[[nodiscard]] std::vector<Variable> variablesAt(const dockerfile::Structure &structure,
                                                dockerfile::Position position,
                                                const Surroundings &surroundings = {});

// Whether the builder sets an ARG of this name: a platform's, or a proxy.
[[nodiscard]] bool isPredefined(std::string_view name);

} // namespace quayside::models::language
