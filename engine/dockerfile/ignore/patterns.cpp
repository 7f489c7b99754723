#include "engine/dockerfile/ignore/patterns.h"

#include "engine/dockerfile/ignore/pathpattern.h"
#include "engine/dockerfile/unicode.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

constexpr std::size_t mostText = 1024UL * 1024, mostPatterns = 10'000;

// Go's filepath.Clean: the shortest name of the same, as text.
std::string cleaned(std::string_view path)
{
    const bool rooted = path.starts_with('/');
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        const auto part = path.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part == ".")
            continue;
        if (part != "..")
            parts.push_back(part);
        else if (!parts.empty() && parts.back() != "..")
            parts.pop_back();
        else if (!rooted)
            parts.push_back(part);
    }
    std::string out = rooted ? "/" : "";
    for (const auto part : parts)
        out.append(out.empty() || out == "/" ? "" : "/").append(part);
    return out.empty() ? "." : out;
}

Error badPattern(std::string_view what)
{
    return {ErrorKind::InvalidArgument, 0, std::string(what)};
}

} // namespace

struct IgnorePatterns::Compiled {
    std::vector<IgnorePattern> patterns;
    std::vector<PathPattern> matchers; // beside them

    // `written` without white space around it; blank ones are skipped. `anchored`: a leading '/' is the
    // context's root.
    Result<> add(std::string_view written, const Range &range, bool anchored)
    {
        if (written.empty())
            return {};
        if (patterns.size() >= mostPatterns)
            return std::unexpected(badPattern(std::format("more than {} patterns", mostPatterns)));
        const bool exception = written.starts_with('!');
        if (exception)
            written = trimmed(written.substr(1));
        auto text = written.empty() ? std::string() : cleaned(written);
        if (anchored && text.size() > 1 && text.starts_with('/'))
            text.erase(0, 1);
        if (exception && (text.empty() || text == "/"))
            return std::unexpected(badPattern("illegal exclusion pattern: \"!\""));
        TRY(auto matcher, PathPattern::compile(text));
        patterns.push_back({std::move(text), exception, range});
        matchers.push_back(std::move(matcher));
        return {};
    }
};

IgnorePatterns::IgnorePatterns() : m_compiled(std::make_shared<Compiled>()) {}

Parsed<IgnorePatterns> IgnorePatterns::parse(std::string_view text)
{
    if (text.size() > mostText)
        return std::unexpected(ParseError{{}, std::format("more than {} bytes of patterns", mostText)});
    auto compiled = std::make_shared<Compiled>();
    const LineTable lines(text);
    for (int number = 1; number <= lines.lines(); ++number) {
        auto begin = lines.lineStart(number);
        auto line = text.substr(begin, lines.lineStart(number + 1) - begin);
        if (number == 1 && line.starts_with("\xef\xbb\xbf")) {
            line.remove_prefix(3);
            begin += 3;
        }
        if (line.starts_with('#'))
            continue;
        const auto [from, to] = trimmedBounds(line);
        const Range range{lines.position(begin + from), lines.position(begin + to)};
        if (auto done = compiled->add(line.substr(from, to - from), range, true); !done)
            return std::unexpected(ParseError{range, std::move(done).error().message});
    }
    IgnorePatterns out;
    out.m_compiled = std::move(compiled);
    return out;
}

Result<IgnorePatterns> IgnorePatterns::compile(const std::vector<std::string> &patterns)
{
    auto compiled = std::make_shared<Compiled>();
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (auto done = compiled->add(trimmed(patterns[i]), {}, false); !done)
            return wrap(std::move(done).error(), "pattern {}", i + 1);
    IgnorePatterns out;
    out.m_compiled = std::move(compiled);
    return out;
}

const std::vector<IgnorePattern> &IgnorePatterns::patterns() const
{
    return m_compiled->patterns;
}

IgnorePatterns::Step IgnorePatterns::top() const
{
    return {{}, std::vector<bool>(patterns().size(), false)};
}

// A pattern counts where it changes the answer; what a folder has matched, all that is in it has. One that
// was passed over for the folder (an exception while nothing was ignored) may match what is in it, but not by
// the folder's name: moby's MatchesUsingParentResults.
IgnorePatterns::Step IgnorePatterns::below(const Step &folder, std::string_view path) const
{
    Step step{{}, std::vector<bool>(patterns().size(), false)};
    auto &verdict = step.verdict;
    for (std::size_t i = 0; i < patterns().size(); ++i) {
        const bool exception = patterns()[i].exception;
        const bool inherited = i < folder.matched.size() && folder.matched[i];
        if (!inherited && (exception != verdict.ignored || !m_compiled->matchers[i].matches(path)))
            continue;
        step.matched[i] = true;
        if (verdict.ignored == exception)
            verdict = {!exception, i};
    }
    return step;
}

Verdict IgnorePatterns::explain(std::string_view path) const
{
    auto step = top();
    if (path.empty() || path == "." || empty())
        return {};
    for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
        step = below(step, path.substr(0, slash));
    return below(step, path).verdict;
}

bool IgnorePatterns::mayReachBelow(std::string_view folder) const
{
    const auto verdict = explain(folder);
    if (!verdict.ignored)
        return true;
    const auto start = std::string(folder) + '/';
    for (auto i = *verdict.pattern + 1; i < patterns().size(); ++i)
        if (patterns()[i].exception && m_compiled->matchers[i].mayContinue(start))
            return true;
    return false;
}

} // namespace quayside::dockerfile
