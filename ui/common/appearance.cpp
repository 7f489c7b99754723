#include "ui/common/appearance.h"

#include "ui/common/icons.h"

#include <QApplication>
#include <QFontDatabase>
#include <QSettings>
#include <QStyle>
#include <QStyleHints>

namespace quayside::ui
{

namespace
{

struct SchemeColors {
    QColor window, windowText, base, alternate, button, highlight, link, light, mid, dark, toolTip;
};

QPalette makePalette(const SchemeColors &c)
{
    QPalette palette(c.button, c.window);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, c.windowText);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Accent, c.highlight);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::Light, c.light);
    palette.setColor(QPalette::Midlight, c.light);
    palette.setColor(QPalette::Mid, c.mid);
    palette.setColor(QPalette::Dark, c.dark);
    palette.setColor(QPalette::ToolTipBase, c.toolTip);
    QColor faint = c.windowText;
    faint.setAlphaF(0.64F); // 4.5 : 1 and better against both grounds
    palette.setColor(QPalette::PlaceholderText, faint);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor disabled = c.windowText;
        disabled.setAlphaF(0.4F);
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.mid);
    return palette;
}

QPalette ownPalette(bool dark)
{
    if (dark)
        return makePalette({.window = {0x2c, 0x31, 0x36},
                            .windowText = {0xe6, 0xe9, 0xec},
                            .base = {0x1c, 0x20, 0x24},
                            .alternate = {0x25, 0x2a, 0x2f},
                            .button = {0x3b, 0x42, 0x49},
                            .highlight = {0x2a, 0x6f, 0x97},
                            .link = {0x6c, 0xb8, 0xe6},
                            .light = {0x3a, 0x40, 0x46},
                            .mid = {0x50, 0x57, 0x5f},
                            .dark = {0x17, 0x1a, 0x1d},
                            .toolTip = {0x3b, 0x42, 0x49}});
    return makePalette({.window = {0xf2, 0xf3, 0xf5},
                        .windowText = {0x1d, 0x22, 0x26},
                        .base = Qt::white,
                        .alternate = {0xf5, 0xf7, 0xf8},
                        .button = {0xfa, 0xfa, 0xfb},
                        .highlight = {0x1f, 0x6f, 0x9f},
                        .link = {0x0b, 0x62, 0x9b},
                        .light = Qt::white,
                        .mid = {0xc3, 0xc8, 0xcd},
                        .dark = {0x9a, 0xa1, 0xa8},
                        .toolTip = Qt::white});
}

bool desktopHasPalette()
{
    // On a bare X server there is no platform theme, and Fusion's own greys are all there is.
    return !qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORMTHEME");
}

} // namespace

void applyScheme(Scheme scheme)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    const Qt::ColorScheme wanted = scheme == Scheme::Dark    ? Qt::ColorScheme::Dark
                                   : scheme == Scheme::Light ? Qt::ColorScheme::Light
                                                             : Qt::ColorScheme::Unknown;
    hints->setColorScheme(wanted);
    const bool obeyed = desktopHasPalette() && (scheme == Scheme::System || hints->colorScheme() == wanted);
    setThemeIconsWanted(scheme == Scheme::System && desktopHasPalette());
    QApplication::setPalette(obeyed ? QPalette() : ownPalette(scheme == Scheme::Dark));
}

Scheme savedScheme()
{
    const QString word = QSettings().value(QStringLiteral("view/scheme")).toString();
    if (word == u"dark")
        return Scheme::Dark;
    return word == u"light" ? Scheme::Light : Scheme::System;
}

void saveScheme(Scheme scheme)
{
    QSettings().setValue(QStringLiteral("view/scheme"), scheme == Scheme::Dark    ? QStringLiteral("dark")
                                                        : scheme == Scheme::Light ? QStringLiteral("light")
                                                                                  : QStringLiteral("system"));
}

bool isDark()
{
    return QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
}

QColor toneColor(Tone tone)
{
    const bool dark = isDark();
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x57, 0xc7, 0x84) : QColor(0x1b, 0x80, 0x4b);
    case Tone::Busy:
        return dark ? QColor(0xf0, 0xb4, 0x4c) : QColor(0x9a, 0x5b, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x7b, 0x72) : QColor(0xc0, 0x2b, 0x2b);
    case Tone::Quiet:
        return dark ? QColor(0x98, 0xa1, 0xaa) : QColor(0x66, 0x6f, 0x78);
    case Tone::Accent:
        return QGuiApplication::palette().color(QPalette::Link);
    }
    return {};
}

QColor quietTextColor(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text), base = palette.color(QPalette::Base);
    auto mix = [](int a, int b) { return (a * 64 + b * 36) / 100; };
    return {mix(text.red(), base.red()), mix(text.green(), base.green()), mix(text.blue(), base.blue())};
}

QFont fixedFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

QFont headingFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace quayside::ui
