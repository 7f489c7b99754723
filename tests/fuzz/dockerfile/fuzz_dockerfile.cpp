// Parser and instructions on any text: no crash; places lie within the text and in order, words stand where
// they say, and what is left out of the tree has its error.
#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/instructions/mounts.h"
#include "engine/dockerfile/parser/parser.h"

#include <cstdlib>

using namespace quayside;
using namespace quayside::dockerfile;

namespace
{

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkRange(const LineTable &lines, const Range &range, const Range &within)
{
    require(range.start <= range.end && within.start <= range.start && range.end <= within.end);
    require(lines.position(lines.offset(range.start)) == range.start);
    require(lines.position(lines.offset(range.end)) == range.end);
}

void checkNode(std::string_view text, const LineTable &lines, const Node &node)
{
    checkRange(lines, node.head, node.range);
    checkRange(lines, node.written.range, node.head);
    require(slice(text, lines, node.written.range).size() >= node.written.text.size());
    for (const auto *words : {&node.flags, &node.words})
        for (const auto &word : *words)
            checkRange(lines, word.range, node.head);
    for (const auto &heredoc : node.heredocs) {
        checkRange(lines, heredoc.contentRange, node.range);
        checkRange(lines, heredoc.terminator, node.range);
        require(slice(text, lines, heredoc.contentRange) == heredoc.content);
        (void)chomped(heredoc);
    }
    require(node.child.size() <= 1);
    for (const auto &child : node.child)
        checkNode(text, lines, child);
}

void checkInstruction(const Instruction &instruction)
{
    (void)keywordOf(instruction);
    if (const auto *run = std::get_if<Run>(&instruction))
        (void)parseMounts(*run, [](const std::string &word) -> Result<std::string> { return word; });
    if (const auto *trigger = std::get_if<OnBuild>(&instruction))
        (void)parseTrigger(trigger->expression);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const LineTable lines(text);
    const Range all{{1, 1}, lines.position(size)};
    const auto outcome = parseAll(text);
    auto end = all.start;
    for (const auto &node : outcome.tree.nodes) {
        require(end <= node.range.start);
        end = node.range.end;
        checkRange(lines, node.range, all);
        checkNode(text, lines, node);
    }
    for (const auto &error : outcome.errors)
        checkRange(lines, error.range, all);
    require(!outcome.tree.nodes.empty() || !outcome.errors.empty());
    require(parse(text).has_value() == outcome.errors.empty());
    require(dump(outcome.tree).size() >= outcome.tree.nodes.size());

    const auto read = interpretAll(outcome.tree);
    std::size_t known = read.errors.size() + read.file.metaArgs.size();
    for (const auto &error : read.errors)
        checkRange(lines, error.range, all);
    for (const auto &stage : read.file.stages) {
        known += 1 + stage.instructions.size();
        for (const auto &instruction : stage.instructions)
            checkInstruction(instruction);
    }
    require(known >= outcome.tree.nodes.size());
    return 0;
}
