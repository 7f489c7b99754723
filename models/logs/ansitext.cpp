#include "models/logs/ansitext.h"

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr QChar escape(0x1b);

// The parameters of one SGR sequence, applied from left to right.
class SgrParameters
{
public:
    explicit SgrParameters(QStringView text)
    {
        for (const QStringView part : text.split(u';')) {
            if (m_values.size() == 32) // nobody needs more; a hostile line may have thousands
                break;
            m_values.append(part.isEmpty() ? 0 : part.left(part.indexOf(u':')).toInt());
        }
    }

    void apply(AnsiStyle &style)
    {
        for (m_at = 0; m_at < m_values.size(); ++m_at)
            applyOne(m_values[m_at], style);
    }

private:
    void applyOne(int code, AnsiStyle &style)
    {
        if (code == 0)
            style = {};
        else if (code == 38)
            style.foreground = extendedColor();
        else if (code == 48)
            style.background = extendedColor();
        else if (code >= 30)
            applyColor(code, style);
        else
            applyAttribute(code, style);
    }
    static void applyAttribute(int code, AnsiStyle &style)
    {
        switch (code) {
        case 1:
            style.bold = true;
            break;
        case 2:
            style.faint = true;
            break;
        case 3:
            style.italic = true;
            break;
        case 4:
            style.underline = true;
            break;
        case 7:
            style.inverse = true;
            break;
        case 22:
            style.bold = style.faint = false;
            break;
        case 23:
            style.italic = false;
            break;
        case 24:
            style.underline = false;
            break;
        case 27:
            style.inverse = false;
            break;
        default:
            break;
        }
    }
    static void applyColor(int code, AnsiStyle &style)
    {
        using Kind = AnsiColor::Kind;
        if (code <= 37)
            style.foreground = {Kind::Indexed, quint32(code - 30)};
        else if (code == 39)
            style.foreground = {};
        else if (code >= 40 && code <= 47)
            style.background = {Kind::Indexed, quint32(code - 40)};
        else if (code == 49)
            style.background = {};
        else if (code >= 90 && code <= 97)
            style.foreground = {Kind::Indexed, quint32(code - 90 + 8)};
        else if (code >= 100 && code <= 107)
            style.background = {Kind::Indexed, quint32(code - 100 + 8)};
    }
    AnsiColor extendedColor() // 38;5;n or 38;2;r;g;b
    {
        const int form = next();
        if (form == 5)
            return {AnsiColor::Kind::Indexed, quint32(std::clamp(next(), 0, 255))};
        if (form != 2)
            return {};
        quint32 rgb = 0;
        for (int i = 0; i < 3; ++i)
            rgb = rgb << 8 | quint32(std::clamp(next(), 0, 255));
        return {AnsiColor::Kind::Rgb, rgb};
    }
    int next() { return ++m_at < m_values.size() ? m_values[m_at] : 0; }

    QList<int> m_values;
    qsizetype m_at = 0;
};

class AnsiParser
{
public:
    explicit AnsiParser(QStringView raw) : m_raw(raw) {}

    AnsiText run()
    {
        while (m_at < m_raw.size()) {
            const QChar c = m_raw[m_at++];
            if (c == escape)
                sequence();
            else
                add(c);
        }
        endSpan();
        return std::move(m_result);
    }

private:
    void add(QChar c)
    {
        if (c == u'\t') {
            do
                m_result.text.append(u' ');
            while (m_result.text.size() % 8 != 0);
        } else if (c == u'\b') {
            m_result.text.chop(1);
        } else if (c >= u' ' && c != QChar(0x7f)) {
            m_result.text.append(c);
        }
    }
    void sequence()
    {
        if (m_at == m_raw.size())
            return;
        const QChar kind = m_raw[m_at++];
        if (kind == u'[')
            controlSequence();
        else if (kind == u']')
            operatingSystemCommand();
    }
    void controlSequence() // parameters 0x30…0x3f, intermediates 0x20…0x2f, final 0x40…0x7e
    {
        const qsizetype start = m_at;
        while (m_at < m_raw.size() && m_raw[m_at] >= u' ' && m_raw[m_at] <= u'?')
            ++m_at;
        if (m_at == m_raw.size())
            return;
        const QChar final = m_raw[m_at++];
        if (final == u'm')
            setStyle(m_raw.mid(start, m_at - 1 - start));
    }
    void operatingSystemCommand() // a title or a link, up to BEL or ESC backslash
    {
        while (m_at < m_raw.size()) {
            const QChar c = m_raw[m_at++];
            if (c == QChar(7))
                return;
            if (c == escape && m_at < m_raw.size() && m_raw[m_at] == u'\\') {
                ++m_at;
                return;
            }
        }
    }
    void setStyle(QStringView parameters)
    {
        AnsiStyle style = m_style;
        SgrParameters(parameters).apply(style);
        if (style == m_style)
            return;
        endSpan();
        m_style = style;
    }
    void endSpan()
    {
        const qsizetype end = m_result.text.size();
        if (end > m_spanStart && m_style != AnsiStyle{})
            m_result.spans.append({m_spanStart, end - m_spanStart, m_style});
        m_spanStart = end;
    }

    QStringView m_raw;
    qsizetype m_at = 0, m_spanStart = 0;
    AnsiStyle m_style;
    AnsiText m_result;
};

QByteArrayView lastOverwrite(QByteArrayView line)
{
    while (line.endsWith('\r'))
        line.chop(1);
    const qsizetype back = line.lastIndexOf('\r');
    return back < 0 ? line : line.sliced(back + 1);
}

} // namespace

AnsiText parseAnsi(QByteArrayView line)
{
    const QString raw = QString::fromUtf8(lastOverwrite(line));
    return AnsiParser(raw).run();
}

namespace
{

bool isSeen(char c)
{
    return quint8(c) >= 0x20 && c != 0x7f;
}

// Past the sequence that begins behind an ESC at `at - 1`.
qsizetype skipSequence(QByteArrayView line, qsizetype at)
{
    if (at == line.size())
        return at;
    const char kind = line[at++];
    if (kind == '[') {
        while (at < line.size() && line[at] >= ' ' && line[at] <= '?')
            ++at;
        return std::min(at + 1, line.size());
    }
    if (kind != ']')
        return at;
    for (; at < line.size(); ++at) {
        if (line[at] == 7)
            return at + 1;
        if (line[at] == 0x1b && at + 1 < line.size() && line[at + 1] == '\\')
            return at + 2;
    }
    return at;
}

void eraseCharacter(std::string &text, std::size_t start)
{
    while (text.size() > start && (quint8(text.back()) & 0xc0) == 0x80)
        text.pop_back();
    if (text.size() > start)
        text.pop_back();
}

} // namespace

void appendSeen(QByteArrayView line, std::string &seen)
{
    const QByteArrayView left = lastOverwrite(line);
    const std::size_t start = seen.size();
    for (qsizetype at = 0; at < left.size();) {
        qsizetype end = at;
        while (end < left.size() && (isSeen(left[end]) || left[end] == '\t'))
            ++end;
        seen.append(left.data() + at, std::size_t(end - at));
        at = end;
        if (at == left.size())
            break;
        const char c = left[at++];
        if (c == 0x1b)
            at = skipSequence(left, at);
        else if (c == '\b')
            eraseCharacter(seen, start);
    }
}

QString plainText(QByteArrayView line)
{
    const QByteArrayView seen = lastOverwrite(line);
    const bool plain =
        std::none_of(seen.begin(), seen.end(), [](char c) { return quint8(c) < 0x20 || c == 0x7f; });
    return plain ? QString::fromUtf8(seen) : parseAnsi(seen).text;
}

} // namespace quayside::models
