#include "ui/logs/ansipalette.h"

#include "ui/common/appearance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quayside::ui
{

namespace
{

constexpr std::array<QRgb, 16> onLight = {0x1d2226, 0xb3261e, 0x1b7a3d, 0x8a5a00, 0x1f5fae, 0x8a3fa0,
                                          0x0b7285, 0x6b747c, 0x59626a, 0xd1372c, 0x218c48, 0xa06a00,
                                          0x2b6fc4, 0xa04fb8, 0x0f8599, 0x3a4249};
constexpr std::array<QRgb, 16> onDark = {0x7d868e, 0xff7b72, 0x57c784, 0xe3b341, 0x79b8ff, 0xd2a8ff,
                                         0x56d4dd, 0xd5dae0, 0x98a1aa, 0xffa198, 0x7ee2a8, 0xf2cc60,
                                         0xa5d0ff, 0xe2c5ff, 0x8be9f0, 0xffffff};

// xterm's 256 colours: 16 of the terminal, a cube of 6 × 6 × 6, a ramp of 24 greys.
QColor indexedColor(quint32 index)
{
    if (index < 16)
        return terminalColor(index);
    if (index >= 232) {
        const int grey = int(index - 232) * 10 + 8;
        return {grey, grey, grey};
    }
    constexpr std::array<int, 6> levels = {0, 95, 135, 175, 215, 255};
    const quint32 cube = index - 16;
    return {levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]};
}

QColor colorOf(const models::AnsiColor &color, const QColor &otherwise)
{
    switch (color.kind) {
    case models::AnsiColor::Kind::Indexed:
        return indexedColor(color.value);
    case models::AnsiColor::Kind::Rgb:
        return QColor::fromRgb(color.value);
    default:
        return otherwise;
    }
}

// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool isOwnColor(const models::AnsiColor &color)
{
    return color.kind == models::AnsiColor::Kind::Rgb ||
           (color.kind == models::AnsiColor::Kind::Indexed && color.value >= 16);
}

} // namespace

QColor terminalColor(quint32 index)
{
    return QColor::fromRgb(isDark() ? onDark[index] : onLight[index]);
}

QColor legibleColor(const QColor &color, const QColor &background)
{
    constexpr double enough = 3.5, step = 0.05;
    const bool lighter = luminance(background) < 0.2;
    float hue = 0, saturation = 0, lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    QColor better = color;
    while (contrast(better, background) < enough && lightness >= 0 && lightness <= 1) {
        lightness += float(lighter ? step : -step);
        better = QColor::fromHslF(std::max(0.0F, hue), saturation, std::clamp(lightness, 0.0F, 1.0F));
    }
    return better;
}

QTextCharFormat ansiFormat(const models::AnsiStyle &style, const QPalette &palette)
{
    using Kind = models::AnsiColor::Kind;
    QColor foreground = colorOf(style.foreground, palette.color(QPalette::Text));
    QColor background = colorOf(style.background, palette.color(QPalette::Base));
    if (style.inverse)
        std::swap(foreground, background);
    else if (isOwnColor(style.foreground) || style.background.kind != Kind::Default)
        foreground = legibleColor(foreground, background);
    if (style.faint)
        foreground.setAlphaF(0.65F);
    QTextCharFormat format;
    format.setForeground(foreground);
    if (style.inverse || style.background.kind != Kind::Default)
        format.setBackground(background);
    if (style.bold)
        format.setFontWeight(QFont::Bold);
    format.setFontItalic(style.italic);
    format.setFontUnderline(style.underline);
    return format;
}

} // namespace quayside::ui
