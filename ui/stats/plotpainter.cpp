#include "ui/stats/plotpainter.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace quayside::ui
{

namespace
{

using Values = QList<float>;

// Of a line, in a stack: what it adds to those below it. Where one is not known it adds nothing.
Values sumsUpTo(const PlotContent &content, qsizetype line)
{
    Values sums(content.times.size(), 0.F);
    for (qsizetype i = 0; i <= line; ++i) {
        const Values &values = content.lines[i].values;
        for (qsizetype at = 0; at < std::min(sums.size(), values.size()); ++at)
            sums[at] += std::max(0.F, values[at]);
    }
    return sums;
}

// Runs of points with nothing missing between them.
QList<std::pair<qsizetype, qsizetype>> runsOf(const PlotContent &content, const Values &values)
{
    QList<std::pair<qsizetype, qsizetype>> runs;
    const qsizetype count = std::min(content.times.size(), values.size());
    for (qsizetype at = 0; at < count; ++at) {
        if (values[at] < 0)
            continue;
        const bool joined = !runs.isEmpty() && runs.last().second == at &&
                            content.times[at] - content.times[at - 1] <= content.gap;
        if (joined)
            runs.last().second = at + 1;
        else
            runs.append({at, at + 1});
    }
    return runs;
}

QPolygonF placesOf(const PlotScale &scale, const PlotContent &content, const Values &values,
                   const std::pair<qsizetype, qsizetype> &run)
{
    QPolygonF places;
    for (qsizetype at = run.first; at < run.second; ++at)
        places.append({scale.x(content.times[at]), scale.y(double(values[at]))});
    if (places.size() == 1) // a point alone is seen, too
        places.append(places.first() + QPointF(1.5, 0));
    return places;
}

void fillBetween(QPainter *painter, QPolygonF upper, const QPolygonF &lower, QColor color, float opacity)
{
    for (auto place = lower.rbegin(); place != lower.rend(); ++place)
        upper.append(*place);
    color.setAlphaF(opacity);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(upper);
}

void paintStack(QPainter *painter, const PlotScale &scale, const PlotContent &content)
{
    Values below(content.times.size(), 0.F);
    for (qsizetype line = 0; line < content.lines.size(); ++line) {
        const Values sums = sumsUpTo(content, line);
        const QColor color = toneColor(content.lines[line].tone);
        // A moment at which nothing of this line is known has no point, as in the other plots.
        const Values &own = content.lines[line].values;
        for (const auto &run : runsOf(content, own)) {
            if (std::all_of(own.begin() + run.first, own.begin() + run.second,
                            [](float v) { return v == 0; }))
                continue; // nothing is on top, and no line of its colour
            const QPolygonF places = placesOf(scale, content, sums, run);
            fillBetween(painter, places, placesOf(scale, content, below, run), color, 0.45F);
            painter->setPen(QPen(color, 1.2));
            painter->drawPolyline(places);
        }
        below = sums;
    }
}

} // namespace

double PlotContent::highest() const
{
    double highest = 0;
    if (stacked && !lines.isEmpty()) {
        for (const float sum : sumsUpTo(*this, lines.size() - 1))
            highest = std::max(highest, double(sum));
        return highest;
    }
    for (const PlotLine &line : lines) {
        for (const float value : line.values)
            highest = std::max(highest, double(value));
    }
    return highest;
}

qsizetype PlotContent::nearest(qint64 time) const
{
    if (times.isEmpty())
        return -1;
    const auto after = std::ranges::lower_bound(times, time);
    qsizetype at = after - times.begin();
    if (at == times.size() || (at > 0 && time - times[at - 1] < times[at] - time))
        --at;
    return std::abs(times[at] - time) <= gap ? at : -1;
}

void paintPlotLines(QPainter *painter, const PlotScale &scale, const PlotContent &content)
{
    if (content.stacked) {
        paintStack(painter, scale, content);
        return;
    }
    for (const PlotLine &line : content.lines) {
        const QColor color = toneColor(line.tone);
        for (const auto &run : runsOf(content, line.values)) {
            const QPolygonF places = placesOf(scale, content, line.values, run);
            if (content.lines.size() == 1) {
                const double ground = scale.area.bottom();
                fillBetween(painter, places, {{places.first().x(), ground}, {places.last().x(), ground}},
                            color, 0.18F);
            }
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(color, 1.6));
            painter->drawPolyline(places);
        }
    }
}

} // namespace quayside::ui
