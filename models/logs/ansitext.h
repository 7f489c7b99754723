// The colours that programs write into their output: ECMA-48 SGR ("ESC [ … m"). Other sequences are dropped.
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <string>

namespace quayside::models
{

struct AnsiColor {
    enum class Kind : quint8 { Default, Indexed, Rgb };
    Kind kind = Kind::Default;
    quint32 value = 0; // Indexed: 0…255 (0…15 are the terminal's own); Rgb: 0xRRGGBB
    bool operator==(const AnsiColor &) const = default;
};

struct AnsiStyle {
    AnsiColor foreground, background;
    bool bold = false, faint = false, italic = false, underline = false, inverse = false;
    bool operator==(const AnsiStyle &) const = default;
};

struct AnsiSpan {
    qsizetype start = 0, length = 0; // in characters of the text
    AnsiStyle style;
};

struct AnsiText {
    QString text;          // what is seen: no escape sequences, tabs as blanks to every 8th column
    QList<AnsiSpan> spans; // only where the style is not the default; in order, not overlapping
};

// One line, without its line end. Text before a carriage return is gone, as on a terminal (progress bars).
// Invalid UTF-8 becomes U+FFFD; other control characters are dropped.
AnsiText parseAnsi(QByteArrayView line);

// Only the text; quicker where the line holds no escape.
QString plainText(QByteArrayView line);

// The same as bytes, added to `seen`; tabs stay.
void appendSeen(QByteArrayView line, std::string &seen);

} // namespace quayside::models
