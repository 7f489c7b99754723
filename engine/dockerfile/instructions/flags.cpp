#include "engine/dockerfile/instructions/flags.h"

#include "engine/dockerfile/instructions/suggestion.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

std::unexpected<ParseError> error(const Word &flag, std::string message)
{
    return std::unexpected(ParseError{flag.range, std::move(message)});
}

// The value as it counts: of a boolean "true" or "false".
Parsed<std::string> valueOf(const Word &flag, const FlagSet::Definition &definition)
{
    const auto sign = flag.text.find('=');
    const auto name = flag.text.substr(0, sign);
    const auto value = sign == std::string::npos ? std::string() : flag.text.substr(sign + 1);
    if (definition.kind != FlagSet::Kind::Boolean) {
        if (sign == std::string::npos)
            return error(flag, "missing a value on flag: " + name);
        return value;
    }
    if (sign != std::string::npos && value.empty())
        return error(flag, "missing a value on flag: " + name);
    const auto lower = lowered(value);
    if (!lower.empty() && lower != "true" && lower != "false")
        return error(flag, std::format("expecting boolean value for flag {}, not: {}", name, value));
    return lower.empty() ? "true" : lower;
}

} // namespace

Parsed<FlagSet> FlagSet::parse(const std::vector<Word> &flags, std::initializer_list<Definition> definitions)
{
    FlagSet set;
    for (const auto &flag : flags) {
        if (!flag.text.starts_with("--"))
            return error(flag, "arg should start with -- : " + flag.text);
        const auto name = flag.text.substr(2, flag.text.find('=') - 2);
        const auto *definition = std::ranges::find(definitions, name, &Definition::name);
        if (definition == definitions.end()) {
            std::vector<std::string_view> names;
            std::ranges::transform(definitions, std::back_inserter(names), &Definition::name);
            return error(flag, std::format("unknown flag: --{}{}", name, suggestion(name, names, true)));
        }
        if (definition->kind != Kind::Texts && std::ranges::contains(set.m_flags, name, &Flag::name))
            return error(flag, "duplicate flag specified: --" + name);
        auto value = valueOf(flag, *definition);
        if (!value)
            return std::unexpected(std::move(value).error());
        set.m_flags.push_back({definition->name, {*std::move(value), flag.range}});
    }
    return set;
}

std::optional<Word> FlagSet::text(std::string_view name) const
{
    const auto found = std::ranges::find(m_flags, name, &Flag::name);
    return found == m_flags.end() ? std::nullopt : std::optional(found->value);
}

std::vector<Word> FlagSet::texts(std::string_view name) const
{
    std::vector<Word> out;
    for (const auto &flag : m_flags)
        if (flag.name == name)
            out.push_back(flag.value);
    return out;
}

std::optional<bool> FlagSet::boolean(std::string_view name) const
{
    const auto value = text(name);
    return value ? std::optional(value->text == "true") : std::nullopt;
}

} // namespace quayside::dockerfile
