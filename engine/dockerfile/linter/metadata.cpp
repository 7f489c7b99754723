// Names and values in ENV, ARG and LABEL: SecretsUsedInArgOrEnv, DL3048, DL3055, DL3056, DL3058.
#include "engine/dockerfile/linter/findings.h"

#include <algorithm>
#include <array>
#include <format>

namespace quayside::dockerfile
{

namespace
{

constexpr std::array<std::string_view, 10> secretWords{
    "apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token"};
constexpr std::array<std::string_view, 3> harmlessWords{"public", "file", "version"};

// A name's parts between underscores.
template <std::size_t N>
bool hasPart(const std::string &name, const std::array<std::string_view, N> &parts)
{
    std::string_view rest = name;
    while (true) {
        const auto part = rest.substr(0, rest.find('_'));
        if (std::ranges::find(parts, part) != parts.end())
            return true;
        if (part.size() == rest.size())
            return false;
        rest.remove_prefix(part.size() + 1);
    }
}

void secret(Findings &findings, const Step &step, const std::string &name, const Range &range)
{
    const auto lower = lowered(name);
    if (hasPart(lower, secretWords) && !hasPart(lower, harmlessWords))
        findings.add("SecretsUsedInArgOrEnv", &step, range,
                     std::format("Do not use ARG or ENV instructions for sensitive data ({} {})",
                                 uppered(step.node->keyword), inQuotes(name)));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

// Docker's guidelines: https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations
bool isLabelKey(std::string_view key)
{
    constexpr std::array<std::string_view, 3> reserved{"com.docker.", "io.docker.", "org.dockerproject."};
    const auto valid = [](char c) {
        return isLower(c) || isDigit(c) || c == '.' || c == '-' || c == '_' || c == '/';
    };
    return !key.empty() && isLower(key.front()) && (isLower(key.back()) || isDigit(key.back())) &&
           std::ranges::all_of(key, valid) && !key.contains("..") && !key.contains("--") &&
           std::ranges::none_of(reserved, [&](auto prefix) { return key.starts_with(prefix); });
}

bool isGitHash(std::string_view value)
{
    return (value.size() == 7 || value.size() == 40) &&
           std::ranges::all_of(value, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

bool isIdentifiers(std::string_view text, bool numbersPlain)
{
    while (true) {
        const auto part = text.substr(0, text.find('.'));
        const bool number = std::ranges::all_of(part, isDigit);
        const auto valid = [](char c) {
            return isDigit(c) || std::isalpha(static_cast<unsigned char>(c)) || c == '-';
        };
        if (part.empty() || !std::ranges::all_of(part, valid) ||
            (numbersPlain && number && part.size() > 1 && part[0] == '0'))
            return false;
        if (part.size() == text.size())
            return true;
        text.remove_prefix(part.size() + 1);
    }
}

// https://semver.org: 1.2.3-rc.1+build.5
bool isSemanticVersion(std::string_view value)
{
    const auto plus = value.find('+');
    if (plus != value.npos && !isIdentifiers(value.substr(plus + 1), false))
        return false;
    value = value.substr(0, plus);
    const auto minus = value.find('-');
    if (minus != value.npos && !isIdentifiers(value.substr(minus + 1), true))
        return false;
    value = value.substr(0, minus);
    const bool numbers = std::ranges::all_of(value, [](char c) { return isDigit(c) || c == '.'; });
    return numbers && std::ranges::count(value, '.') == 2 && isIdentifiers(value, true);
}

// What RFC 5322 calls an addr-spec, without its quoted forms: a local part, and a domain with a dot.
bool isEmail(std::string_view value)
{
    constexpr std::string_view atoms = "!#$%&'*+-/=?^_`{|}~.";
    const auto at = value.rfind('@');
    if (at == value.npos || at == 0 || at > 64)
        return false;
    const auto local = value.substr(0, at), domain = value.substr(at + 1);
    const auto inLocal = [&](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || atoms.contains(c);
    };
    const auto inDomain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.';
    };
    return std::ranges::all_of(local, inLocal) && std::ranges::all_of(domain, inDomain) &&
           domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.') &&
           !domain.contains("..") && !local.contains("..") && !local.starts_with('.') &&
           !local.ends_with('.');
}

void format(Findings &findings, const Step &step, const std::string &key, const Word &value)
{
    const auto wanted = findings.options.labels.find(key);
    const auto text = unquoted(value.text);
    if (wanted == findings.options.labels.end() || text.contains('$'))
        return;
    if (wanted->second == LabelFormat::GitHash && !isGitHash(text))
        findings.add("DL3055", &step, value.range, std::format("Label `{}` is not a valid git hash.", key));
    if (wanted->second == LabelFormat::SemanticVersion && !isSemanticVersion(text))
        findings.add("DL3056", &step, value.range,
                     std::format("Label `{}` does not conform to semantic versioning.", key));
    if (wanted->second == LabelFormat::Email && !isEmail(text))
        findings.add("DL3058", &step, value.range,
                     std::format("Label `{}` is not a valid email format - must conform to RFC5322.", key));
}

void label(Findings &findings, const Step &step)
{
    const auto &words = step.node->words;
    for (std::size_t i = 0; i + 2 < words.size(); i += 3) {
        const auto key = std::string(unquoted(words[i].text));
        if (!isLabelKey(key) && !key.contains('$')) {
            const auto better = lowered(key);
            const bool same = words[i].text == key && isLabelKey(better);
            findings.add("DL3048", &step, words[i].range, "Invalid label key.",
                         {same ? fixOf(std::format("Write {}", better), words[i].range, better) : Fix{}});
        }
        format(findings, step, key, words[i + 1]);
    }
}

} // namespace

void checkMetadata(Findings &findings)
{
    for (const auto &step : findings.document.steps) {
        const auto &words = step.node->words;
        if (step.is("label"))
            label(findings, step);
        if (step.onbuild || step.stage < 0)
            continue;
        if (step.is("env"))
            for (std::size_t i = 0; i + 2 < words.size(); i += 3)
                secret(findings, step, words[i].text, words[i].range);
        if (step.is("arg"))
            for (const auto &word : words)
                secret(findings, step, word.text.substr(0, word.text.find('=')), word.range);
    }
}

} // namespace quayside::dockerfile
