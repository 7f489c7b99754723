#include "engine/dockerfile/instructions/flags.h"
#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/instructions/readers.h"
#include "engine/dockerfile/instructions/suggestion.h"
#include "engine/dockerfile/parser/parser.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace quayside::dockerfile
{

namespace
{

struct Entry {
    std::string_view keyword; // upper case
    Reader reader;
};
// In the order of the alphabet.
constexpr Entry entries[] = {
    {"ADD", readAdd},
    {"ARG", readArg},
    {"CMD", readCmd},
    {"COPY", readCopy},
    {"ENTRYPOINT", readEntrypoint},
    {"ENV", readEnv},
    {"EXPOSE", readExpose},
    {"FROM", readFrom},
    {"HEALTHCHECK", readHealthcheck},
    {"LABEL", readLabel},
    {"MAINTAINER", readMaintainer},
    {"ONBUILD", readOnBuild},
    {"RUN", readRun},
    {"SHELL", readShell},
    {"STOPSIGNAL", readStopSignal},
    {"USER", readUser},
    {"VOLUME", readVolume},
    {"WORKDIR", readWorkdir},
};

// In the order of the variant's alternatives.
constexpr std::string_view names[] = {"FROM",    "RUN", "CMD",     "LABEL",      "MAINTAINER",  "EXPOSE",
                                      "ENV",     "ADD", "COPY",    "ENTRYPOINT", "VOLUME",      "USER",
                                      "WORKDIR", "ARG", "ONBUILD", "STOPSIGNAL", "HEALTHCHECK", "SHELL"};
static_assert(std::size(names) == std::variant_size_v<Instruction> && std::size(names) == std::size(entries));

ParseError outsideOfStages(const Node &node)
{
    return {node.head, "no build stage in current context"};
}

class Reading
{
public:
    void add(const Node &node)
    {
        auto instruction = interpret(node);
        if (!instruction) {
            m_out.errors.push_back(std::move(instruction).error());
            if (node.keyword == "from")
                addStage(From{.origin = originOf(node), .base = {}, .as = {}, .name = {}, .platform = {}});
            return;
        }
        if (auto *from = std::get_if<From>(&*instruction))
            return addStage(std::move(*from));
        auto &stages = m_out.file.stages;
        if (!stages.empty())
            stages.back().instructions.push_back(*std::move(instruction));
        else if (auto *arg = std::get_if<Arg>(&*instruction))
            m_out.file.metaArgs.push_back(std::move(*arg));
        else
            m_out.errors.push_back(outsideOfStages(node));
    }

    Interpretation take(char escape)
    {
        m_out.file.escape = escape;
        return std::move(m_out);
    }

private:
    void addStage(From from)
    {
        auto name = from.name ? lowered(from.name->text) : std::string();
        m_out.file.stages.push_back({std::move(from), std::move(name), {}});
    }

    Interpretation m_out;
};

} // namespace

// [a-z][a-z0-9-_.]*
bool isStageName(std::string_view name)
{
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && letter(name.front()) && std::ranges::all_of(name, [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

Parsed<Instruction> readFrom(const Node &node)
{
    From from{.origin = originOf(node), .base = {}, .as = {}, .name = {}, .platform = {}};
    const auto &words = node.words;
    if (words.size() == 3 && lowered(words[1].text) == "as") {
        from.as = words[1];
        from.name = words[2];
        if (!isStageName(lowered(words[2].text)))
            return refuse(
                words[2].range,
                std::format("invalid name for build stage: {}, name can't start with a number or contain "
                            "symbols",
                            inQuotes(words[2].text)));
    } else if (words.size() != 1) {
        return refuse(node, "FROM requires either one or three arguments");
    }
    TRY(auto flags, FlagSet::parse(node.flags, {{"platform", FlagSet::Kind::Text}}));
    from.platform = flags.text("platform");
    from.base = words[0];
    return from;
}

Parsed<Instruction> readOnBuild(const Node &node)
{
    if (node.child.empty())
        return needsOneAtLeast(node);
    CHECK(checkFlags(node));
    const auto &child = node.child.front();
    const auto trigger = uppered(child.keyword);
    if (trigger == "ONBUILD")
        return refuse(child.written.range, "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    if (trigger == "MAINTAINER" || trigger == "FROM")
        return refuse(child.written.range, trigger + " isn't allowed as an ONBUILD trigger");
    OnBuild out{originOf(node), child.original, child.written};
    for (const auto &heredoc : node.heredocs)
        out.expression += '\n' + heredoc.content + heredoc.name;
    return out;
}

Parsed<Instruction> interpret(const Node &node)
{
    const auto keyword = uppered(node.keyword);
    const auto *entry = std::ranges::find(entries, keyword, &Entry::keyword);
    if (entry == std::end(entries))
        return refuse(node.written.range, "unknown instruction: " + node.written.text +
                                              suggestion(node.written.text, keywords(), false));
    return entry->reader(node);
}

Interpretation interpretAll(const Tree &tree)
{
    Reading reading;
    for (const auto &node : tree.nodes)
        reading.add(node);
    return reading.take(tree.escape);
}

std::vector<ParseError> instructionErrors(const Tree &tree)
{
    std::vector<ParseError> errors;
    bool inStage = false;
    for (const auto &node : tree.nodes) {
        const bool from = node.keyword == "from";
        inStage |= from;
        if (auto instruction = interpret(node); !instruction)
            errors.push_back(std::move(instruction).error());
        else if (!inStage && !std::holds_alternative<Arg>(*instruction))
            errors.push_back(outsideOfStages(node));
    }
    return errors;
}

Parsed<Dockerfile> interpret(const Tree &tree)
{
    auto all = interpretAll(tree);
    if (!all.errors.empty())
        return std::unexpected(std::move(all.errors.front()));
    return std::move(all.file);
}

Parsed<Instruction> parseTrigger(std::string_view expression)
{
    const auto tree = parse(expression);
    if (!tree)
        return std::unexpected(tree.error());
    const auto &node = tree->nodes.front();
    if (tree->nodes.size() > 1)
        return refuse(tree->nodes[1].head, "an ONBUILD trigger is one instruction, and no more");
    if (node.keyword == "from" || node.keyword == "maintainer" || node.keyword == "onbuild")
        return refuse(node.written.range, uppered(node.keyword) + " isn't allowed as an ONBUILD trigger");
    return interpret(node);
}

const Origin &originOf(const Instruction &instruction)
{
    return std::visit([](const auto &one) -> const Origin & { return one.origin; }, instruction);
}

std::string_view keywordOf(const Instruction &instruction)
{
    return names[instruction.index()];
}

const std::vector<std::string_view> &keywords()
{
    static const auto all = [] {
        std::vector<std::string_view> out;
        std::ranges::transform(entries, std::back_inserter(out), &Entry::keyword);
        return out;
    }();
    return all;
}

std::optional<std::size_t> findStageByName(const Dockerfile &file, std::string_view name, std::size_t before)
{
    const auto wanted = lowered(name);
    for (auto i = std::min(before, file.stages.size()); i > 0 && !wanted.empty(); --i)
        if (file.stages[i - 1].name == wanted)
            return i - 1;
    return std::nullopt;
}

std::optional<std::size_t> findStage(const Dockerfile &file, std::string_view name, std::size_t before)
{
    std::size_t number = 0;
    const auto *end = name.data() + name.size();
    const auto [stop, code] = std::from_chars(name.data(), end, number);
    if (!name.empty() && code == std::errc() && stop == end)
        return number < std::min(before, file.stages.size()) ? std::optional(number) : std::nullopt;
    return findStageByName(file, name, before);
}

} // namespace quayside::dockerfile
