#include "engine/dockerfile/parser/tree.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

void dumpTo(std::string &out, const Node &node)
{
    out += node.keyword;
    if (!node.flags.empty()) {
        out += " [";
        for (std::size_t i = 0; i < node.flags.size(); ++i)
            out += (i == 0 ? "" : " ") + inQuotes(node.flags[i].text);
        out += ']';
    }
    for (const auto &word : node.words)
        out += (out.ends_with('(') || out.empty() ? "" : " ") + inQuotes(word.text);
    for (const auto &child : node.child) {
        out += " (";
        dumpTo(out, child);
        out += ')';
    }
}

} // namespace

std::string dump(const Node &node)
{
    std::string out;
    dumpTo(out, node);
    return out;
}

std::string dump(const Tree &tree)
{
    std::string out;
    for (const auto &node : tree.nodes) {
        out += out.empty() ? "(" : "\n(";
        dumpTo(out, node);
        out += ')';
    }
    return out;
}

const Directive *Tree::directive(std::string_view name) const
{
    const auto found = std::ranges::find(directives, name, &Directive::name);
    return found == directives.end() ? nullptr : &*found;
}

} // namespace quayside::dockerfile
