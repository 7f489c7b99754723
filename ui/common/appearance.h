// Light, dark, and the colours that carry meaning.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QPainter;
class QRectF;

namespace quayside::ui
{

enum class Scheme { System, Light, Dark };

// Applies to the whole program at once. Where the platform has no dark palette of its own, ours is used.
void applyScheme(Scheme scheme);
Scheme savedScheme();
void saveScheme(Scheme scheme);
bool isDark();

// Colours that read well on the palette's Base, light or dark.
enum class Tone { Good, Busy, Bad, Quiet, Accent };
QColor toneColor(Tone tone);
// Text of minor weight: between text and background, at least 4.5 : 1 against Base.
QColor quietTextColor(const QPalette &palette);

QFont fixedFont();
QFont headingFont(const QFont &base); // larger and half bold

} // namespace quayside::ui
