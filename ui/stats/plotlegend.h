// The head of a plot: its title, and each line's name and value in the line's colour, over as many rows as it
// takes.
#pragma once

#include "ui/common/appearance.h"

#include <QFont>
#include <QList>
#include <QRect>
#include <QString>

namespace quayside::ui
{

struct LegendEntry {
    QString words; // "in 12.0 KiB/s"
    Tone tone = Tone::Accent;
    bool swatch = true; // a square of its colour before it
};

class PlotLegend
{
public:
    PlotLegend(const QString &title, const QList<LegendEntry> &entries, const QFont &font, int width);

    [[nodiscard]] int height() const { return m_height; }
    void paint(QPainter *painter, const QPalette &palette) const;

private:
    QString m_title;
    QList<LegendEntry> m_entries;
    QList<QRect> m_places;
    QFont m_font, m_bold;
    int m_width, m_height = 0;
};

} // namespace quayside::ui
