#define PCRE2_CODE_UNIT_WIDTH 8
#include "models/logs/logpattern.h"

#include "models/logs/ansitext.h"

#include <array>

#include <pcre2.h>

namespace quayside::models
{

namespace
{

constexpr std::uint32_t mostBacktracks =
    2'000'000; // a pattern that tries more ways at one place is given up there

// What one thread matches with.
struct MatchRoom {
    pcre2_match_data *data = pcre2_match_data_create(1, nullptr);
    pcre2_match_context *context = pcre2_match_context_create(nullptr);
    pcre2_jit_stack *stack = pcre2_jit_stack_create(std::size_t(32) << 10, std::size_t(1) << 20, nullptr);
    MatchRoom()
    {
        pcre2_set_match_limit(context, mostBacktracks);
        pcre2_jit_stack_assign(context, nullptr, stack);
    }
    ~MatchRoom()
    {
        pcre2_jit_stack_free(stack);
        pcre2_match_context_free(context);
        pcre2_match_data_free(data);
    }
    MatchRoom(const MatchRoom &) = delete;
    MatchRoom &operator=(const MatchRoom &) = delete;
};

MatchRoom &room()
{
    thread_local MatchRoom mine;
    return mine;
}

struct Match {
    std::size_t start = 0, end = 0;
};

std::optional<Match> match(const pcre2_code *code, std::string_view text, std::size_t from)
{
    MatchRoom &mine = room();
    const int found = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, 0,
                                  mine.data, mine.context);
    if (found < 0)
        return std::nullopt;
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(mine.data);
    return Match{std::min(places[0], places[1]), places[1]}; // \K may put the start behind the end
}

pcre2_code *compileFor(const QByteArray &pattern, std::uint32_t options)
{
    int problem = 0;
    PCRE2_SIZE at = 0;
    pcre2_code *code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.constData()),
                                     std::size_t(pattern.size()), options, &problem, &at, nullptr);
    if (code != nullptr)
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); // without it is slower and finds the same
    return code;
}

// Whether the ends of the whole text matter, or what stands around a match, which may be another line.
bool looksBeyondLines(const QString &pattern)
{
    static constexpr std::array signs = {"\\A", "\\Z", "\\z", "\\G", "(?=", "(?!", "(?<", "(*"};
    return std::ranges::any_of(signs,
                               [&](const char *sign) { return pattern.contains(QLatin1StringView(sign)); });
}

} // namespace

LogPattern::Code::~Code()
{
    pcre2_code_free(code);
}

std::shared_ptr<const LogPattern> LogPattern::compile(const LogQuery &query)
{
    if (query.text.isEmpty())
        return nullptr;
    std::shared_ptr<LogPattern> made(new LogPattern);
    const QByteArray pattern = query.text.toUtf8();
    const std::uint32_t options = (query.caseSensitive ? 0 : PCRE2_CASELESS) |
                                  (query.regularExpression ? PCRE2_MULTILINE : PCRE2_LITERAL);
    made->m_byLine = query.regularExpression && looksBeyondLines(query.text);
    made->m_unicode.code = compileFor(pattern, options | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF);
    // Nothing in a text of ASCII needs to know of more, unless the pattern does.
    const bool simple = std::ranges::all_of(pattern, [](char c) { return quint8(c) < 0x80; });
    made->m_bytes.code = simple ? compileFor(pattern, options) : nullptr;
    return made->m_unicode.code == nullptr ? nullptr : made;
}

// A text of lines, each with its end, and which line a place is in.
struct LogPattern::Subject {
    const pcre2_code *code;
    std::string_view text;
    int count;
    std::function<int(std::size_t offset, int from)> lineAt;
    std::function<std::size_t(int line)> startOf; // of `count`: the text's size
    [[nodiscard]] std::string_view line(int at) const
    {
        return text.substr(startOf(at), startOf(at + 1) - startOf(at) - 1);
    }
};

void LogPattern::findInText(const Subject &subject, const std::function<void(int)> &hit) const
{
    std::size_t at = 0;
    int line = 0;
    while (at < subject.text.size()) {
        const std::optional<Match> found = match(subject.code, subject.text, at);
        if (!found || found->start >= subject.text.size())
            return;
        line = subject.lineAt(found->start, line);
        const std::size_t next = subject.startOf(line + 1);
        // One that goes on in the next line is none, but there may be a shorter one.
        if (found->end < next || match(subject.code, subject.line(line), 0))
            hit(line);
        at = next;
    }
}

void LogPattern::findByLine(const Subject &subject, const std::function<void(int)> &hit) const
{
    for (int line = 0; line < subject.count; ++line) {
        if (match(subject.code, subject.line(line), 0))
            hit(line);
    }
}

void LogPattern::find(const LogChunk &chunk, const std::function<void(int)> &hit) const
{
    Subject subject{
        .code = chunk.isAscii() && m_bytes.code != nullptr ? m_bytes.code : m_unicode.code,
        .text = chunk.text(),
        .count = chunk.count(),
        .lineAt = [&](std::size_t offset, int from) { return chunk.lineAt(offset, from); },
        .startOf =
            [&](int line) { return line < chunk.count() ? chunk.lineStart(line) : chunk.text().size(); }};
    std::string seen;
    std::vector<std::size_t> starts;
    if (!chunk.isPlain()) {
        seen.reserve(chunk.text().size());
        for (int line = 0; line < chunk.count(); ++line) {
            starts.push_back(seen.size());
            appendSeen(chunk.line(line).text, seen);
            seen += '\n';
        }
        starts.push_back(seen.size());
        subject.text = seen;
        subject.startOf = [&](int line) { return starts[std::size_t(line)]; };
        subject.lineAt = [&](std::size_t offset, int from) {
            return int(std::upper_bound(starts.begin() + from, starts.end(), offset) - starts.begin()) - 1;
        };
    }
    if (m_byLine)
        findByLine(subject, hit);
    else
        findInText(subject, hit);
}

bool LogPattern::matches(QByteArrayView line) const
{
    std::string seen;
    appendSeen(line, seen);
    return match(m_unicode.code, seen, 0).has_value();
}

} // namespace quayside::models
