// A Dockerfile as rules look at it: its structure, the commands of each RUN, and the way from a byte of these
// back to the file. What this header holds is of use within the linter only.
#pragma once

#include "engine/dockerfile/linter/linter.h"
#include "engine/dockerfile/linter/shell.h"
#include "engine/dockerfile/structure/structure.h"
#include "engine/dockerfile/unicode.h"

#include <memory>
#include <optional>

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

// The commands of a RUN whose shell is a POSIX one; empty of anything else.
struct RunScript {
    ShellScript commands;
    SourceMap source; // of the words in `commands`, from the start of the instruction; empty where they are
                      // not found there
};

class Document : public Structure
{
public:
    Document(std::string_view text, const Tree &tree, LintMemory *memory = nullptr);

    std::string_view text;
    LineTable lines;

    const ShellScript &run(const Step &step) const { return script(step).commands; }
    // Whether place() and behind() know the words of this RUN.
    bool isPlaced(const Step &step) const { return !script(step).source.empty(); }
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
    const RunScript &script(const Step &step) const
    {
        return *m_scripts[static_cast<std::size_t>(&step - steps.data())];
    }
    std::size_t placeOf(const Step &step, std::size_t scriptOffset) const
    {
        return offset(step.node->range.start) + script(step).source.source(scriptOffset);
    }
    std::shared_ptr<const RunScript> readScript(const Node &run, bool posixShell) const;

    std::vector<std::shared_ptr<const RunScript>> m_scripts; // one for each step, never null
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
