// A Dockerfile as rules look at it: steps in their stages, the commands of each RUN, and the way from a byte
// of these back to the file. What this header holds is of use within the linter only.
#pragma once

#include "engine/dockerfile/linter/linter.h"
#include "engine/dockerfile/linter/shell.h"
#include "engine/dockerfile/unicode.h"

#include <memory>

namespace quayside::dockerfile
{

// Bytes of a text that was put together from pieces of a file.
class SourceMap
{
public:
    void add(std::size_t here, std::size_t there)
    {
        m_pieces.emplace_back(here, there);
    } // in ascending order
    bool empty() const { return m_pieces.empty(); }
    std::size_t source(std::size_t here) const;

private:
    std::vector<std::pair<std::size_t, std::size_t>> m_pieces;
};

// One instruction.
struct Step {
    const Node *node = nullptr;  // what counts: of ONBUILD what it triggers
    const Node *outer = nullptr; // as it stands in the file
    bool onbuild = false;
    int stage = -1;   // index; -1 above the first FROM
    ShellScript run;  // of RUN, where its shell is a POSIX one
    SourceMap source; // of the words in `run`; empty where they are not found in the file

    bool is(std::string_view keyword) const { return node->keyword == keyword; }
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

class Document
{
public:
    Document(std::string_view text, const Tree &tree);
    Document(const Document &) = delete;

    std::string_view text;
    const Tree &tree;
    LineTable lines;
    std::vector<Step> steps;
    std::vector<StageView> stages;

    std::span<const Step> stepsOf(const StageView &stage) const
    {
        return std::span(steps).subspan(stage.begin, stage.end - stage.begin);
    }
    const StageView *stageNamed(std::string_view name,
                                int before) const; // the last of that name above `before`
    std::size_t offset(Position position) const { return lines.offset(position); }
    Range range(std::size_t begin, std::size_t end) const
    {
        return {lines.position(begin), lines.position(end)};
    }
    std::string_view slice(const Range &range) const { return dockerfile::slice(text, lines, range); }
    // A word of the step's commands in the file; nothing where it isn't found there.
    std::optional<Range> place(const Step &step, const ShellWord &word) const;
    std::optional<Range> behind(const Step &step,
                                std::size_t scriptOffset) const; // empty range: where to insert
    // The whole lines that an instruction takes, with the end of the last one: what is deleted when it goes.
    Range linesOf(const Node &node) const;

private:
    void addStep(const Node &node);
    void readScript(Step &step, bool posixShell) const;
    void findParents();

    std::map<std::string, std::vector<int>, std::less<>> m_stagesByName;
};

// Finds quotes and continuations of a head in the file: `text` is what a shell gets, taken from `range`.
[[nodiscard]] SourceMap mapToSource(std::string_view file, std::size_t begin, std::size_t end, char escape,
                                    std::string_view text);

// Whether what SHELL names is read by the rules of a POSIX shell.
[[nodiscard]] bool isPosixShell(const Node &shell);

[[nodiscard]] std::string_view unquoted(std::string_view text); // without one pair of quotes around it
// Between double quotes, with the escape character before those in it and before itself.
[[nodiscard]] std::string quotedValue(std::string_view text, char escape);

} // namespace quayside::dockerfile
