#include "models/dockerfile/language/outline.h"

#include "engine/dockerfile/structure/structure.h"
#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/language/texts.h"

#include <algorithm>

namespace quayside::models::language
{
namespace
{

using dockerfile::Node;
using dockerfile::StageView;

constexpr qsizetype longestTitle = 80;

// In one line, without runs of white space.
QString shortened(std::string_view text)
{
    // Cut on the way in: a line of 64 KiB is no title.
    QString title = shown(text.substr(0, static_cast<std::size_t>(longestTitle) * 4)).simplified();
    if (title.size() > longestTitle)
        title = title.left(longestTitle - 1).trimmed() + u'…';
    return title;
}

// "RUN --mount=… apt-get update" → "apt-get update"; of a script in a here-document its first line.
QString titleOf(const Node &node)
{
    if (!node.child.empty())
        return shown(dockerfile::uppered(node.child[0].keyword)) + u' ' + titleOf(node.child[0]);
    if (node.keyword == "run" && !node.heredocs.empty() && !node.words.empty() &&
        node.words[0].text.starts_with("<<")) {
        const auto content = dockerfile::trimmed(node.heredocs[0].content);
        return shortened(content.substr(0, content.find('\n')));
    }
    auto text =
        std::string_view(node.original).substr(std::min(node.written.text.size(), node.original.size()));
    for (std::size_t i = 0; i < node.flags.size(); ++i) {
        text = dockerfile::trimmed(text);
        if (!text.starts_with("--"))
            break;
        text.remove_prefix(std::min(text.find_first_of(" \t"), text.size()));
    }
    return shortened(dockerfile::trimmed(text));
}

OutlineItem itemOf(const Node &node)
{
    return {.keyword = shown(dockerfile::uppered(node.keyword)),
            .title = titleOf(node),
            .range = node.range,
            .name = node.written.range};
}

OutlineItem itemOf(const StageView &stage, int number)
{
    const auto &node = *stage.from->node;
    const bool named = !stage.name.empty();
    return {.kind = OutlineItem::Kind::Stage,
            .keyword = QStringLiteral("FROM"),
            .title = named ? shown(node.words[2].text) : DockerfileLanguage::tr("Stage %1").arg(number),
            .detail = shown(stage.base),
            .range = node.range,
            .name = named ? node.words[2].range : node.written.range};
}

void foldComments(const std::vector<dockerfile::Comment> &comments, std::vector<Folding> &into)
{
    for (std::size_t i = 0; i < comments.size();) {
        const int first = comments[i].range.start.line;
        int last = first;
        for (++i; i < comments.size() && comments[i].range.start.line == last + 1; ++i)
            ++last;
        if (last > first)
            into.push_back({Folding::Kind::Comment, first, last});
    }
}

// All but the comments that stand within an instruction: those fold with it.
std::vector<dockerfile::Comment> ownComments(const dockerfile::Tree &tree)
{
    std::vector<dockerfile::Comment> result;
    auto node = tree.nodes.begin();
    for (const auto &comment : tree.comments) {
        while (node != tree.nodes.end() && node->range.end < comment.range.start)
            ++node;
        if (node == tree.nodes.end() || comment.range.start < node->range.start)
            result.push_back(comment);
    }
    return result;
}

} // namespace

std::vector<OutlineItem> outline(const DockerfileSnapshot &snapshot)
{
    const dockerfile::Structure structure(snapshot.parsed.tree);
    std::vector<OutlineItem> items;
    for (const auto &step : structure.steps) {
        if (step.stage < 0) {
            items.push_back(itemOf(*step.outer));
        } else if (const auto &stage = structure.stages[static_cast<std::size_t>(step.stage)];
                   stage.from == &step) {
            items.push_back(itemOf(stage, step.stage));
        } else {
            items.back().children.push_back(itemOf(*step.outer));
            items.back().range.end = step.outer->range.end;
        }
    }
    return items;
}

std::vector<Folding> foldings(const DockerfileSnapshot &snapshot)
{
    const auto &tree = snapshot.parsed.tree;
    const dockerfile::Structure structure(tree);
    std::vector<Folding> result;
    const auto add = [&](Folding::Kind kind, int first, int last) {
        if (last > first)
            result.push_back({kind, first, last});
    };
    for (const auto &stage : structure.stages)
        add(Folding::Kind::Stage, stage.from->outer->range.start.line,
            structure.steps[stage.end - 1].outer->range.end.line);
    for (const auto &node : tree.nodes) {
        add(Folding::Kind::Instruction, node.head.start.line, node.head.end.line);
        if (!node.heredocs.empty())
            add(Folding::Kind::Heredoc, node.head.end.line, node.heredocs.back().terminator.end.line);
    }
    foldComments(ownComments(tree), result);
    std::ranges::stable_sort(result, [](const Folding &a, const Folding &b) {
        return std::pair(a.first, -a.last) < std::pair(b.first, -b.last);
    });
    return result;
}

} // namespace quayside::models::language
