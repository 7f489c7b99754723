// The tree of a Dockerfile, in the form of BuildKit's fixtures.
#include "engine/dockerfile/parser/parser.h"
#include "engine/dockerfile/tool/subcommand.h"

#include <print>

namespace quayside::dockerfile::tool
{

namespace
{

int printTree(const std::vector<std::string> &files)
{
    if (files.size() != 1)
        return Usage;
    const auto text = readText(files[0]);
    if (!text) {
        complain(text.error().message);
        return Findings;
    }
    const auto tree = parse(*text);
    if (!tree) {
        complain(asError(tree.error(), files[0] == "-" ? "standard input" : files[0]).message);
        return Findings;
    }
    for (const auto &warning : tree->warnings)
        std::println(stderr, "{}:{}: warning: {}", files[0], warning.range.start.line, warning.message);
    std::println("{}", dump(*tree));
    return Clean;
}

} // namespace

const Subcommand ast{"ast", "FILE", "print the tree of a Dockerfile", printTree};

} // namespace quayside::dockerfile::tool
