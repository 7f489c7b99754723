// A terminal's sixteen colours, legible on a light and on a dark background.
#pragma once

#include "models/logs/ansitext.h"

#include <QPalette>
#include <QTextCharFormat>

namespace quayside::ui
{

// 0…15, for the palette of the moment.
QColor terminalColor(quint32 index);
// A program's own colour, lighter or darker where it would not be read on this background.
QColor legibleColor(const QColor &color, const QColor &background);
QTextCharFormat ansiFormat(const models::AnsiStyle &style, const QPalette &palette);

} // namespace quayside::ui
