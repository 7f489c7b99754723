// The instructions of a Dockerfile in their stages: what a tree leaves to whoever asks what stands where. The
// linter and the editor look at files through this. An instruction that makes no sense is as good as another:
// see instructions.h for what is checked.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

// One instruction.
struct Step {
    const Node *node = nullptr;  // what counts: of ONBUILD what it triggers
    const Node *outer = nullptr; // as it stands in the file
    bool onbuild = false;
    int stage = -1; // index; -1 above the first FROM

    bool is(std::string_view keyword) const
    {
        // Asked so often that a call to compare bytes, where the first differ, is what would cost most.
        const std::string_view mine = node->keyword;
        return mine.size() == keyword.size() && !keyword.empty() && mine.front() == keyword.front() &&
               mine == keyword;
    }
    // The value of "--name=value"; null where the flag is not there.
    const Word *flag(std::string_view name) const;
    std::string_view flagText(std::string_view name) const; // the value only, empty where there is none
    std::string_view word(std::size_t index) const;         // its text, empty where there is none
    Range keywordRange() const { return node->written.range; }
};

struct StageView {
    const Step *from = nullptr;
    std::string name;               // lower case; empty where it has none
    std::string base;               // as written
    int parent = -1;                // the stage that it is built on
    std::size_t begin = 0, end = 0; // steps, FROM first
    bool kept = false; // its layers are in the result or below another stage, not only files of it
};

// Everything in it points into the tree, which must outlive it. Made in time linear in the size of the tree.
class Structure
{
public:
    explicit Structure(const Tree &tree);
    Structure(const Structure &) = delete;

    const Tree &tree;
    std::vector<Step> steps;
    std::vector<StageView> stages;

    std::span<const Step> stepsOf(const StageView &stage) const
    {
        return std::span(steps).subspan(stage.begin, stage.end - stage.begin);
    }
    // The last of that name, whatever its case, above `before`.
    const StageView *stageNamed(std::string_view name, int before) const;
    // The same, or its number: what --from may say.
    const StageView *stageCalled(std::string_view name, int before) const;
    int indexOf(const StageView &stage) const { return static_cast<int>(&stage - stages.data()); }

private:
    void addStep(const Node &node);
    void findParents();

    std::map<std::string, std::vector<int>, std::less<>> m_stagesByName;
};

} // namespace quayside::dockerfile
