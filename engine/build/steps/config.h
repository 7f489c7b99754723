// Instructions that change only what an image says: pure. Also how each instruction stands in the history, in
// the words of dockerd's classic builder (builder/dockerfile/dispatchers.go), which the cache and people's
// scripts read.
#pragma once

#include "engine/api/types/image.h"
#include "engine/base/result.h"
#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/instructions/instructions.h"

#include <optional>
#include <string>
#include <vector>

namespace quayside::build
{

// What a stage knows while its instructions are applied.
struct StageScope {
    api::ImageConfig config;
    dockerfile::Environment arguments; // of ARG: those that have a value, by name
    bool commandSet = false;           // CMD of this stage: ENTRYPOINT does not take it away
    std::string author;                // MAINTAINER
    char escape = '\\';
};

// Variables for words: the arguments, and over them the environment.
dockerfile::Environment environmentOf(const StageScope &scope);
Result<std::string> expandIn(const StageScope &scope, const std::string &word);

// True for all but FROM, RUN, COPY, ADD, WORKDIR (which make files) and ARG (which needs the build's own).
bool isConfigOnly(const dockerfile::Instruction &instruction);

// Applies one of these; returns its history comment: "ENV A=b".
Result<std::string> applyConfig(StageScope &scope, const dockerfile::Instruction &instruction);

// WORKDIR: the new one, absolute and clean.
Result<std::string> workdirOf(const StageScope &scope, const dockerfile::Workdir &workdir);

// SHELL, else /bin/sh -c.
std::vector<std::string> shellOf(const api::ImageConfig &config);
// "/bin/sh -c #(nop)  ENV A=b"; `close`: with one blank, as COPY, ADD and WORKDIR have it.
std::string historyOf(const api::ImageConfig &config, const std::string &comment, bool close = false);

void setVariable(std::vector<std::string> &environment, const std::string &name, const std::string &value);
std::string joined(const std::vector<std::string> &words, std::string_view between = " ");

} // namespace quayside::build
