#include "models/learn/lessons/lessontext.h"

namespace quayside::models
{

namespace
{

// Words and boxes by turns (CommonMark 0.31, 4.5: fences of three backquotes and no more).
class Cutter
{
public:
    explicit Cutter(int line) : m_line(line) { m_sections.append(LessonSection{.line = line}); }

    void take(const QString &line)
    {
        const bool fence = line.startsWith(u"```");
        if (m_inCode && fence)
            closeCode();
        else if (m_inCode)
            takeCode(line);
        else if (fence)
            openCode(line.mid(3).trimmed());
        else if (line.startsWith(u"## "))
            openSection(line.mid(3).trimmed());
        else
            m_words += line + u'\n';
        ++m_line;
    }
    QList<LessonSection> finish(int *unclosed)
    {
        if (unclosed != nullptr)
            *unclosed = m_inCode ? m_codeLine : 0;
        if (m_inCode)
            closeCode();
        closeWords();
        return std::move(m_sections);
    }

private:
    void openSection(const QString &title)
    {
        closeWords();
        m_sections.append(LessonSection{.title = title, .line = m_line});
    }
    void closeWords()
    {
        if (!m_words.trimmed().isEmpty())
            m_sections.last().parts.append(LessonPart{.markdown = m_words.trimmed()});
        m_words.clear();
    }
    void openCode(const QString &language)
    {
        closeWords();
        m_code = LessonPart{.isCode = true, .canBeTyped = language == u"sh"};
        m_inCode = true;
        m_codeLine = m_line;
        m_continued = false;
    }
    void takeCode(const QString &line)
    {
        const bool goesOn = m_code.canBeTyped && line.endsWith(u'\\');
        const QString text = goesOn ? line.chopped(1) : line;
        if (m_continued)
            m_code.lines.last() += text.trimmed() + (goesOn ? QStringLiteral(" ") : QString());
        else
            m_code.lines.append(text);
        m_continued = goesOn;
    }
    void closeCode()
    {
        m_sections.last().parts.append(m_code);
        m_inCode = false;
    }

    QList<LessonSection> m_sections;
    QString m_words;
    LessonPart m_code;
    int m_line, m_codeLine = 0;
    bool m_inCode = false, m_continued = false;
};

} // namespace

QList<LessonSection> sectionsOf(const QString &markdown, int firstLine, int *unclosed)
{
    Cutter cutter(firstLine);
    for (QString line : markdown.split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        cutter.take(line);
    }
    return cutter.finish(unclosed);
}

} // namespace quayside::models
