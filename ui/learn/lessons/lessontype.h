// How a lesson's text looks: its size, and its colours while it is presented.
#pragma once

#include <QFont>
#include <QPalette>
#include <QString>

namespace quayside::ui
{

inline constexpr double lessonScale = 1.15, presentingScale = 1.6; // of the desktop's letters

// base: the desktop's.
QFont lessonFont(const QFont &base, bool presenting);
// Black and white, as light or dark as `palette`; what carries meaning by colour stays.
QPalette highContrast(QPalette palette);
// Markdown for a label: without HTML of its own, in this font.
QString lessonHtml(const QString &markdown, const QFont &font, const QPalette &palette);

} // namespace quayside::ui
