#include "models/common/shellwords.h"

namespace quayside::models
{

namespace
{

class Splitter
{
public:
    explicit Splitter(const QString &line) : m_line(line) {}

    Result<QStringList> run()
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line[m_at++];
            if (c.isSpace())
                endWord();
            else if (c == u'#' && !m_started)
                skipComment();
            else if (c == u'\\')
                escaped();
            else if (c == u'\'')
                CHECK(singleQuoted());
            else if (c == u'"')
                CHECK(doubleQuoted());
            else
                add(c);
        }
        endWord();
        return m_words;
    }

private:
    void add(QChar c)
    {
        m_word.append(c);
        m_started = true;
    }
    void endWord()
    {
        if (m_started)
            m_words.append(m_word);
        m_word.clear();
        m_started = false;
    }
    void skipComment()
    {
        while (m_at < m_line.size() && m_line[m_at] != u'\n')
            ++m_at;
    }
    void escaped()
    {
        if (m_at == m_line.size())
            return;
        const QChar next = m_line[m_at++];
        if (next != u'\n') // backslash and newline vanish: the line goes on
            add(next);
    }
    Result<> singleQuoted()
    {
        m_started = true;
        const qsizetype end = m_line.indexOf(u'\'', m_at);
        if (end < 0)
            return fail(ErrorKind::InvalidArgument, "a single quote is opened and never closed");
        m_word.append(QStringView(m_line).mid(m_at, end - m_at));
        m_at = end + 1;
        return {};
    }
    Result<> doubleQuoted()
    {
        m_started = true;
        while (m_at < m_line.size()) {
            const QChar c = m_line[m_at++];
            if (c == u'"')
                return {};
            if (c == u'\\' && m_at < m_line.size() && QStringLiteral("\"\\$`\n").contains(m_line[m_at])) {
                const QChar next = m_line[m_at++];
                if (next != u'\n')
                    m_word.append(next);
            } else {
                m_word.append(c);
            }
        }
        return fail(ErrorKind::InvalidArgument, "a double quote is opened and never closed");
    }

    const QString &m_line;
    qsizetype m_at = 0;
    QString m_word;
    bool m_started = false;
    QStringList m_words;
};

bool isPlain(QChar c)
{
    return c.isLetterOrNumber() || QStringLiteral("@%_-+=:,./").contains(c);
}

} // namespace

Result<QStringList> splitShellWords(const QString &line)
{
    return Splitter(line).run();
}

QString quoteShellWord(const QString &word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QString quoted = word;
    quoted.replace(QStringLiteral("'"), QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

QString joinShellWords(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(quoteShellWord(word));
    return quoted.join(u' ');
}

} // namespace quayside::models
