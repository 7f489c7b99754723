// What the steps of a Dockerfile depend upon, as digests that are equal where the solver's keys will be. For
// prediction.cpp only.
#pragma once

#include "models/dockerfile/facts/prediction.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace quayside::models
{

struct StepKeys {
    // certain: equal where all is as it was; hopeful: also where only contents (of files, of other stages)
    // may differ.
    std::string certain, hopeful;
    std::map<std::string, std::string> variables; // that go into it
    int parent = -1;                              // the instruction that it is built upon; -1: none
    std::set<int> stages;                         // last instructions of stages that it takes files from
    std::string changedFile;                      // of those that go into it
    std::string base, baseId; // of a FROM: the image that it names; "": of none, not known
    bool needed = false;      // by the target, and it could be read
};

// Beside the nodes of the tree.
std::vector<StepKeys> keysOf(const dockerfile::Tree &tree, const BuildInputs &inputs,
                             const std::set<std::string> &changedFiles);

} // namespace quayside::models
