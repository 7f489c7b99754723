#include "ui/logs/logline.h"

#include "models/logs/ansitext.h"
#include "models/logs/jsonline.h"
#include "ui/common/appearance.h"
#include "ui/logs/ansipalette.h"

#include <algorithm>
#include <array>

namespace quayside::ui
{

namespace
{

QColor levelColor(models::LogLevel level, const QPalette &palette)
{
    switch (level) {
    case models::LogLevel::Fatal:
    case models::LogLevel::Error:
        return toneColor(Tone::Bad);
    case models::LogLevel::Warning:
        return toneColor(Tone::Busy);
    case models::LogLevel::Info:
        return toneColor(Tone::Good);
    default:
        return quietTextColor(palette);
    }
}

class JsonText
{
public:
    explicit JsonText(const QPalette &palette) : m_palette(palette) {}

    ShownLine make(const models::JsonLine &json)
    {
        add(json.time, quietTextColor(m_palette));
        add(json.word, levelColor(json.level, m_palette), true);
        add(json.message, m_palette.color(QPalette::Text));
        add(json.fields, quietTextColor(m_palette));
        if (!json.tree.isEmpty()) {
            m_line.text += QChar::LineSeparator + json.tree;
        }
        m_line.isJson = true;
        return std::move(m_line);
    }

private:
    void add(const QString &text, const QColor &color, bool bold = false)
    {
        if (text.isEmpty())
            return;
        if (!m_line.text.isEmpty())
            m_line.text += QStringLiteral("  ");
        QTextCharFormat format;
        format.setForeground(color);
        if (bold)
            format.setFontWeight(QFont::Bold);
        m_line.formats.append({int(m_line.text.size()), int(text.size()), format});
        m_line.text += text;
    }

    const QPalette &m_palette;
    ShownLine m_line;
};

ShownLine eventLine(const models::LogLine &line, const QPalette &palette)
{
    ShownLine shown{.text = QStringLiteral("— ") + QString::fromUtf8(line.text)};
    QTextCharFormat format;
    format.setForeground(quietTextColor(palette));
    format.setFontItalic(true);
    shown.formats.append({0, int(shown.text.size()), format});
    return shown;
}

} // namespace

ShownLine shownLine(const models::LogLine &line, const LineLook &look, const QPalette &palette,
                    qsizetype longest)
{
    if (line.stream == models::LogStream::Event)
        return eventLine(line, palette);
    ShownLine shown;
    std::optional<models::JsonLine> json;
    if (look.json)
        json = models::parseJsonLine(line.text, look.unfolded);
    if (json) {
        shown = JsonText(palette).make(*json);
    } else {
        const models::AnsiText ansi =
            models::parseAnsi(line.text.first(std::min(line.text.size(), 4 * longest)));
        shown.text = ansi.text;
        for (const models::AnsiSpan &span : ansi.spans)
            shown.formats.append({int(span.start), int(span.length), ansiFormat(span.style, palette)});
    }
    if (shown.text.size() > longest)
        shown.text = shown.text.left(longest) + QChar(0x2026);
    return shown;
}

QColor sourceColor(int source)
{
    static constexpr std::array<quint32, 8> order = {4, 2, 5, 3, 6, 1, 13, 10};
    return terminalColor(order[std::size_t(source) % order.size()]);
}

} // namespace quayside::ui
