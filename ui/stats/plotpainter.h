// The lines of a plot, as such.
#pragma once

#include "ui/common/appearance.h"
#include "ui/stats/plotscale.h"

#include <QList>
#include <QString>

namespace quayside::ui
{

struct PlotLine {
    QString name; // "" where the plot has one line only
    Tone tone = Tone::Accent;
    QList<float> values; // one for each time; below 0: not known
};

struct PlotContent {
    QList<qint64> times; // ms, growing
    QList<PlotLine> lines;
    bool stacked = false;    // each line stands on the one before
    qint64 from = 0, to = 1; // at the edges
    qint64 gap = 1;          // ms; times that are farther apart have nothing between them
    double least = 1;        // at the upper edge while nothing is higher: what is idle must not look busy

    [[nodiscard]] double highest() const;
    // The index of the time that is nearest; -1 where none is near enough to say anything.
    [[nodiscard]] qsizetype nearest(qint64 time) const;
};

void paintPlotLines(QPainter *painter, const PlotScale &scale, const PlotContent &content);

} // namespace quayside::ui
