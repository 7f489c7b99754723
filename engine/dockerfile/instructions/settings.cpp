// Instructions that set something in the image's configuration.
#include "engine/dockerfile/instructions/flags.h"
#include "engine/dockerfile/instructions/readers.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

Parsed<std::vector<KeyValue>> assignments(const Node &node)
{
    std::vector<KeyValue> out;
    if (node.words.empty())
        return needsOneAtLeast(node);
    for (std::size_t i = 0; i + 2 < node.words.size(); i += 3) {
        if (node.words[i].text.empty())
            return refuse(node.words[i + 2].range, uppered(node.keyword) + " names can not be blank");
        out.push_back({node.words[i], node.words[i + 1], node.words[i + 2].text.empty()});
    }
    return out;
}

// The one word of MAINTAINER, USER, WORKDIR, STOPSIGNAL.
Parsed<Word> onlyWord(const Node &node)
{
    if (node.words.size() != 1)
        return needsOne(node);
    return node.words.front();
}

std::string descriptionOf(const std::vector<Comment> &comments, const std::string &name)
{
    for (const auto &comment : comments)
        if (!name.empty() && comment.text.starts_with(name + ' '))
            return comment.text.substr(name.size() + 1);
    return {};
}

} // namespace

std::unexpected<ParseError> needsOneAtLeast(const Node &node)
{
    return refuse(node, uppered(node.keyword) + " requires at least one argument");
}

std::unexpected<ParseError> needsOne(const Node &node)
{
    return refuse(node, uppered(node.keyword) + " requires exactly one argument");
}

Parsed<void> checkFlags(const Node &node)
{
    CHECK(FlagSet::parse(node.flags, {}));
    return {};
}

Parsed<Instruction> readEnv(const Node &node)
{
    CHECK(checkFlags(node));
    TRY(auto variables, assignments(node));
    return Env{originOf(node), std::move(variables)};
}

Parsed<Instruction> readLabel(const Node &node)
{
    CHECK(checkFlags(node));
    TRY(auto labels, assignments(node));
    return Label{originOf(node), std::move(labels)};
}

Parsed<Instruction> readMaintainer(const Node &node)
{
    TRY(auto name, onlyWord(node));
    CHECK(checkFlags(node));
    return Maintainer{originOf(node), std::move(name)};
}

Parsed<Instruction> readExpose(const Node &node)
{
    if (node.words.empty())
        return needsOneAtLeast(node);
    CHECK(checkFlags(node));
    return Expose{originOf(node), node.words};
}

Parsed<Instruction> readUser(const Node &node)
{
    TRY(auto user, onlyWord(node));
    CHECK(checkFlags(node));
    return User{originOf(node), std::move(user)};
}

Parsed<Instruction> readWorkdir(const Node &node)
{
    TRY(auto path, onlyWord(node));
    CHECK(checkFlags(node));
    return Workdir{originOf(node), std::move(path)};
}

// BuildKit looks at the flags of neither STOPSIGNAL nor ARG.
Parsed<Instruction> readStopSignal(const Node &node)
{
    TRY(auto signal, onlyWord(node));
    return StopSignal{originOf(node), std::move(signal)};
}

Parsed<Instruction> readVolume(const Node &node)
{
    if (node.words.empty())
        return needsOneAtLeast(node);
    CHECK(checkFlags(node));
    Volume volume{originOf(node), node.words};
    for (auto &path : volume.paths) {
        path.text = trimmed(path.text);
        if (path.text.empty())
            return refuse(path.range, "VOLUME specified can not be an empty string");
    }
    return volume;
}

Parsed<Instruction> readArg(const Node &node)
{
    if (node.words.empty())
        return needsOneAtLeast(node);
    Arg arg{originOf(node), {}};
    for (const auto &word : node.words) {
        const auto sign = word.text.find('=');
        ArgDefinition definition{word, std::nullopt, {}};
        if (sign == 0)
            return refuse(word.range, "ARG names can not be blank");
        if (sign != std::string::npos) {
            // A word of ARG has the bytes that stand there, but for what is no UTF-8: names are short and
            // plain.
            auto middle = word.range.start;
            middle.column += static_cast<int>(sign);
            definition.name = {word.text.substr(0, sign), {word.range.start, middle}};
            ++middle.column;
            definition.value =
                Word{word.text.substr(sign + 1), {std::min(middle, word.range.end), word.range.end}};
        }
        definition.description = descriptionOf(node.comments, definition.name.text);
        arg.arguments.push_back(std::move(definition));
    }
    return arg;
}

} // namespace quayside::dockerfile
