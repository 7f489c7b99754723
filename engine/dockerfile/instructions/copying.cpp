// COPY and ADD.
#include "engine/dockerfile/instructions/flags.h"
#include "engine/dockerfile/instructions/readers.h"
#include "engine/dockerfile/parser/parser.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

// The content of the last here-document of that name: none where an array only looks as if it had one.
InlineFile inlineFile(const Node &node, const Heredoc &word)
{
    const auto found =
        std::ranges::find(node.heredocs.rbegin(), node.heredocs.rend(), word.name, &Heredoc::name);
    if (found == node.heredocs.rend())
        return {word.name, {}, word.expand, {}};
    auto heredoc = *found;
    heredoc.chomp = word.chomp;
    return {word.name, chomped(heredoc), word.expand, found->contentRange};
}

Parsed<void> checkCount(const Node &node)
{
    if (node.words.size() < 2)
        return refuse(node, uppered(node.keyword) +
                                " requires at least two arguments, but only one was provided. "
                                "Destination could not be determined");
    return {};
}

Parsed<Sources> sourcesOf(const Node &node)
{
    Sources sources;
    sources.destination = node.words.back();
    if (parseHeredocWord(sources.destination.text))
        return refuse(sources.destination.range,
                      uppered(node.keyword) + " cannot accept a heredoc as a destination");
    for (std::size_t i = 0; i + 1 < node.words.size(); ++i) {
        if (const auto heredoc = parseHeredocWord(node.words[i].text))
            sources.files.push_back(inlineFile(node, *heredoc));
        else
            sources.paths.push_back(node.words[i]);
    }
    return sources;
}

} // namespace

Parsed<Instruction> readAdd(const Node &node)
{
    using enum FlagSet::Kind;
    CHECK(checkCount(node));
    TRY(auto flags, FlagSet::parse(node.flags, {{"chown", Text},
                                                {"chmod", Text},
                                                {"link", Boolean},
                                                {"keep-git-dir", Boolean},
                                                {"checksum", Text},
                                                {"unpack", Boolean},
                                                {"exclude", Texts}}));
    TRY(auto sources, sourcesOf(node));
    return Add{.origin = originOf(node),
               .sources = std::move(sources),
               .chown = flags.text("chown"),
               .chmod = flags.text("chmod"),
               .checksum = flags.text("checksum"),
               .link = flags.boolean("link").value_or(false),
               .keepGitDir = flags.boolean("keep-git-dir"),
               .unpack = flags.boolean("unpack"),
               .exclude = flags.texts("exclude")};
}

Parsed<Instruction> readCopy(const Node &node)
{
    using enum FlagSet::Kind;
    CHECK(checkCount(node));
    TRY(auto flags, FlagSet::parse(node.flags, {{"chown", Text},
                                                {"from", Text},
                                                {"chmod", Text},
                                                {"link", Boolean},
                                                {"exclude", Texts},
                                                {"parents", Boolean}}));
    TRY(auto sources, sourcesOf(node));
    return Copy{.origin = originOf(node),
                .sources = std::move(sources),
                .from = flags.text("from"),
                .chown = flags.text("chown"),
                .chmod = flags.text("chmod"),
                .link = flags.boolean("link").value_or(false),
                .parents = flags.boolean("parents").value_or(false),
                .exclude = flags.texts("exclude")};
}

} // namespace quayside::dockerfile
