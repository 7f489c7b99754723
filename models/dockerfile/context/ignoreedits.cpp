#include "models/dockerfile/context/ignoreedits.h"

#include "engine/dockerfile/ignore/patterns.h"

#include <format>
#include <optional>

namespace quayside::models
{

namespace
{

using dockerfile::IgnorePatterns;

Result<IgnorePatterns> parsed(std::string_view text)
{
    auto patterns = IgnorePatterns::parse(text);
    if (!patterns)
        return fail(ErrorKind::InvalidArgument, "line {} is no pattern: {}",
                    patterns.error().range.start.line, patterns.error().message);
    return *std::move(patterns);
}

std::string withLine(std::string_view text, std::string_view line)
{
    const std::string_view end = text.contains("\r\n") ? "\r\n" : "\n";
    std::string out(text);
    if (!out.empty() && !out.ends_with('\n'))
        out += end;
    return out.append(line).append(end);
}

std::string withoutLine(std::string_view text, int line)
{
    const dockerfile::LineTable lines(text);
    const auto begin = lines.lineStart(line);
    const auto end = line < lines.lines() ? lines.lineStart(line + 1) : text.size();
    return std::string(text.substr(0, begin)).append(text.substr(end));
}

// First what decides against it is taken away, where that is a line for this very path; else a line is added.
Result<std::string> changed(std::string_view text, std::string_view path, bool ignored)
{
    TRY(const auto now, parsed(text));
    const auto verdict = now.explain(path);
    if (verdict.ignored == ignored)
        return std::string(text);
    TRY(const auto pattern, patternOf(path));
    const auto holds = [&](const std::string &other) {
        const auto patterns = IgnorePatterns::parse(other);
        return patterns && patterns->ignored(path) == ignored;
    };
    if (verdict.pattern) {
        const auto &rule = now.patterns()[*verdict.pattern];
        auto shorter = withoutLine(text, rule.range.start.line);
        if (rule.text == pattern && holds(shorter))
            return shorter;
    }
    auto longer = withLine(text, (ignored ? "" : "!") + pattern);
    if (!holds(longer))
        return fail(ErrorKind::InvalidArgument, "no pattern does that for a file of this name");
    return longer;
}

} // namespace

Result<std::string> patternOf(std::string_view path)
{
    if (path.empty() || path == ".")
        return fail(ErrorKind::InvalidArgument, "the whole folder cannot be left out");
    if (path.find_first_of("\n\r") != path.npos)
        return fail(ErrorKind::InvalidArgument, "its name has a line break, which no line can hold");
    std::string pattern;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const char c = path[i];
        const bool atEnd = i == 0 || i + 1 == path.size();
        if (atEnd && (c == ' ' || c == '\t')) // else it would be trimmed away
            pattern.append({'[', c, ']'});
        else if (std::string_view("*?[\\").contains(c) || (i == 0 && (c == '!' || c == '#')))
            pattern.append({'\\', c});
        else
            pattern += c;
    }
    return pattern;
}

Result<std::string> textThatExcludes(std::string_view text, std::string_view path)
{
    return changed(text, path, true);
}

Result<std::string> textThatIncludes(std::string_view text, std::string_view path)
{
    return changed(text, path, false);
}

} // namespace quayside::models
