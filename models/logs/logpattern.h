// A text or a regular expression, matched against whole chunks of a log at once (PCRE2 with its compiler).
#pragma once

#include "models/logs/logchunk.h"

#include <QString>

#include <functional>

struct pcre2_real_code_8;

namespace quayside::models
{

struct LogQuery {
    QString text;
    bool regularExpression = false;
    bool caseSensitive = false;
    bool operator==(const LogQuery &) const = default;
};

// May be used by several threads at once.
class LogPattern
{
public:
    // nullptr where the query is empty or no pattern.
    static std::shared_ptr<const LogPattern> compile(const LogQuery &query);

    // Calls `hit` with the place of each line of a chunk that matches, rising. What is matched is what is
    // seen: no escape sequences. No match reaches across a line's end.
    void find(const LogChunk &chunk, const std::function<void(int)> &hit) const;
    [[nodiscard]] bool matches(QByteArrayView line) const;

private:
    struct Code {
        pcre2_real_code_8 *code = nullptr;
        ~Code();
    };
    struct Subject;
    LogPattern() = default;
    void findInText(const Subject &subject, const std::function<void(int)> &hit) const;
    void findByLine(const Subject &subject, const std::function<void(int)> &hit) const;

    Code m_bytes, m_unicode; // for text that is all ASCII, and for any
    bool m_byLine = false;   // it says something of the text's start or end, or looks around
};

} // namespace quayside::models
