// A terminal's sixteen colours, legible on a light and on a dark background.
#pragma once

#include "models/logs/ansitext.h"

#include <QPalette>
#include <QTextCharFormat>

namespace quayside::ui
{

QTextCharFormat ansiFormat(const models::AnsiStyle &style, const QPalette &palette);

} // namespace quayside::ui
