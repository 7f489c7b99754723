#include "models/logs/loglevel.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cctype>

namespace quayside::models
{

namespace
{

constexpr qsizetype lookedAt = 200, longestWord = 13; // bytes

struct LevelWord {
    const char *word;
    LogLevel level;
};

constexpr std::array<LevelWord, 24> words = {
    {{"trace", LogLevel::Trace},        {"verbose", LogLevel::Trace},   {"finest", LogLevel::Trace},
     {"debug", LogLevel::Debug},        {"dbg", LogLevel::Debug},       {"fine", LogLevel::Debug},
     {"info", LogLevel::Info},          {"inf", LogLevel::Info},        {"information", LogLevel::Info},
     {"informational", LogLevel::Info}, {"notice", LogLevel::Info},     {"warn", LogLevel::Warning},
     {"wrn", LogLevel::Warning},        {"warning", LogLevel::Warning}, {"error", LogLevel::Error},
     {"err", LogLevel::Error},          {"severe", LogLevel::Error},    {"exception", LogLevel::Error},
     {"fatal", LogLevel::Fatal},        {"critical", LogLevel::Fatal},  {"crit", LogLevel::Fatal},
     {"alert", LogLevel::Fatal},        {"emerg", LogLevel::Fatal},     {"panic", LogLevel::Fatal}}};

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isWordPart(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

LogLevel numberLevel(int number) // of pino and bunyan
{
    if (number < 10 || number > 69)
        return LogLevel::None;
    return LogLevel(number / 10);
}

// The value that stands behind "level": or level=, whatever quotes and blanks are between.
LogLevel namedLevel(QByteArrayView line)
{
    static constexpr std::array names = {"level", "severity", "lvl", "levelname", "loglevel"};
    for (const char *name : names) {
        const QByteArrayView key(name);
        for (qsizetype at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + 1)) {
            qsizetype from = at + key.size();
            while (from < line.size() && (line[from] == '"' || line[from] == ' '))
                ++from;
            if (from == line.size() || (line[from] != ':' && line[from] != '='))
                continue;
            do
                ++from;
            while (from < line.size() && (line[from] == '"' || line[from] == ' '));
            qsizetype end = from;
            while (end < line.size() && isWordPart(line[end]))
                ++end;
            if (const LogLevel level = levelOfWord(line.sliced(from, end - from)); level != LogLevel::None)
                return level;
        }
    }
    return LogLevel::None;
}

// "ERROR" anywhere; "error" and "Error" only where they stand as a mark: "[error]", "error:".
LogLevel wordLevel(QByteArrayView line)
{
    for (qsizetype at = 0; at < line.size();) {
        if (!isLetter(line[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < line.size() && isWordPart(line[end]))
            ++end;
        const bool before = at > 0 && isWordPart(line[at - 1]); // "2error"
        const bool capital = end - at > 1 && line[at] <= 'Z' && line[at + 1] <= 'Z';
        const bool mark = end < line.size() && (line[end] == ':' || line[end] == ']' || line[end] == '>');
        if (!before && (capital || mark) && end - at >= 3) {
            if (const LogLevel level = levelOfWord(line.sliced(at, end - at)); level != LogLevel::None)
                return level;
        }
        at = end;
    }
    return LogLevel::None;
}

} // namespace

LogLevel levelOfWord(QByteArrayView word)
{
    if (word.isEmpty() || word.size() > longestWord)
        return LogLevel::None;
    if (std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; }))
        return numberLevel(word.toInt());
    for (const LevelWord &known : words) {
        if (word.compare(known.word, Qt::CaseInsensitive) == 0)
            return known.level;
    }
    return LogLevel::None;
}

LogLevel levelOf(QByteArrayView line)
{
    const bool json = line.startsWith('{');
    const QByteArrayView start = line.first(std::min(line.size(), json ? lookedAt * 8 : lookedAt));
    const LogLevel named = namedLevel(start);
    return named != LogLevel::None || json ? named : wordLevel(start);
}

} // namespace quayside::models
