#include "models/containers/runline.h"

#include "models/common/shellwords.h"
#include "models/containers/runlineflags.h"

namespace quayside::models
{

namespace
{

class RunLineParser
{
public:
    explicit RunLineParser(QStringList words) : m_words(std::move(words)) {}

    Result<ParsedRunLine> run()
    {
        CHECK(skipProgram());
        while (m_at < m_words.size() && m_words[m_at].startsWith(u'-') && m_words[m_at] != u"-") {
            const QString word = m_words[m_at++];
            if (word == u"--")
                break;
            if (word.startsWith(u"--"))
                CHECK(longFlag(word.mid(2)));
            else
                CHECK(shortFlags(word.mid(1)));
        }
        if (m_at == m_words.size())
            return fail(ErrorKind::InvalidArgument, "the line names no image");
        m_parsed.options.image = m_words[m_at++];
        m_parsed.options.command = m_words.mid(m_at);
        return std::move(m_parsed);
    }

private:
    Result<> skipProgram()
    {
        if (m_words.value(m_at) == u"$")
            ++m_at;
        if (m_words.value(m_at) == u"sudo")
            ++m_at;
        const QString program = m_words.value(m_at).section(u'/', -1);
        if (program != u"docker" && program != u"podman")
            return fail(ErrorKind::InvalidArgument, "this is not a “docker run …” line");
        ++m_at;
        if (m_words.value(m_at) == u"container")
            ++m_at;
        if (m_words.value(m_at) != u"run" && m_words.value(m_at) != u"create")
            return fail(ErrorKind::InvalidArgument, "this is not a “docker run …” line");
        ++m_at;
        return {};
    }
    Result<> longFlag(const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.left(equals < 0 ? word.size() : equals);
        const auto known = runFlags().constFind(name);
        if (known == runFlags().cend())
            return fail(ErrorKind::InvalidArgument, "docker run knows no option --{}", name.toStdString());
        if (equals >= 0)
            return apply(name, *known, word.mid(equals + 1));
        if (!known->takesValue)
            return apply(name, *known, {});
        return applyNext(name, *known);
    }
    Result<> shortFlags(const QString &letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const QString name = longRunFlag(letters[i]);
            if (name.isEmpty())
                return fail(ErrorKind::InvalidArgument, "docker run knows no option -{}",
                            QString(letters[i]).toStdString());
            const RunFlag known = runFlags().value(name);
            if (!known.takesValue) {
                CHECK(apply(name, known, {}));
                continue;
            }
            QString value = letters.mid(i + 1);
            if (value.isEmpty())
                return applyNext(name, known);
            if (value.startsWith(u'='))
                value.remove(0, 1);
            return apply(name, known, value);
        }
        return {};
    }
    Result<> applyNext(const QString &name, const RunFlag &known)
    {
        if (m_at == m_words.size())
            return fail(ErrorKind::InvalidArgument, "the option --{} lacks its value", name.toStdString());
        return apply(name, known, m_words[m_at++]);
    }
    Result<> apply(const QString &name, const RunFlag &known, const QString &value)
    {
        if (known.set == nullptr) {
            m_parsed.ignored.append(QStringLiteral("--%1 %2").arg(name, value).trimmed());
            return {};
        }
        if (!known.set(m_parsed.options, value))
            return fail(ErrorKind::InvalidArgument, "the option --{} cannot be “{}”", name.toStdString(),
                        value.toStdString());
        return {};
    }

    QStringList m_words;
    qsizetype m_at = 0;
    ParsedRunLine m_parsed;
};

} // namespace

Result<ParsedRunLine> parseRunLine(const QString &line)
{
    TRY(QStringList words, splitShellWords(line.trimmed()));
    return RunLineParser(std::move(words)).run();
}

} // namespace quayside::models
