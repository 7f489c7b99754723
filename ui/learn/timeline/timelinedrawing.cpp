#include "ui/learn/timeline/timelinedrawing.h"

#include <algorithm>
#include <array>

namespace quayside::ui
{

using models::TimelineEntry;

namespace
{

constexpr int axisRoom = 34;           // between the two sides
constexpr int apart = 8;               // shapes of one side
constexpr int twoSidesFrom = 420;      // pixels
constexpr double yearHeight = 4;       // of years in which nothing happened
constexpr int mostYears = 12;          // more of them are drawn as that many
constexpr double ancestorShare = 0.54; // of the room beside the axis

// The columns of a width: [0] is the ancestors', [1] the kernel's.
struct Sides {
    std::array<double, 2> left{}, width{};
    double axis = 0;
    bool both = false; // the axis stands between them
};

Sides sidesOf(int width)
{
    Sides sides{.both = width >= twoSidesFrom};
    const double room = width - 2.0 - axisRoom;
    if (sides.both) {
        sides.left[0] = 1;
        sides.width[0] = room * ancestorShare;
        sides.axis = 1 + sides.width[0] + axisRoom / 2.0;
        sides.left[1] = sides.axis + axisRoom / 2.0;
        sides.width[1] = width - 1 - sides.left[1];
        return sides;
    }
    sides.axis = 8;
    sides.left = {axisRoom, axisRoom + 24.0}; // the kernel's steps are set in
    for (int side : {0, 1})
        sides.width[side] = width - 1 - sides.left[side];
    return sides;
}

Shape shapeOf(const TimelineEntry &entry)
{
    Shape shape{.key = entry.key,
                .topic = entry.key,
                .title = entry.name,
                .lines = {QStringLiteral("%1 · %2").arg(entry.year).arg(entry.from)}};
    shape.depth = entry.isAncestor() ? 2 : 0;
    shape.wall = entry.isAncestor() ? Shape::Wall::Solid : Shape::Wall::Dashed;
    return shape;
}

void mirror(Drawing &drawing, int width)
{
    for (Shape &shape : drawing.shapes)
        shape.rect.moveLeft(width - shape.rect.right());
    for (QList<QLineF> *lines : {&drawing.arrows, &drawing.ties})
        for (QLineF &line : *lines)
            line = QLineF(width - line.x1(), line.y1(), width - line.x2(), line.y2());
}

} // namespace

Drawing drawTimeline(const QList<TimelineEntry> &entries, int width, const QFontMetrics &metrics,
                     Qt::LayoutDirection direction)
{
    Drawing drawing;
    const Sides sides = sidesOf(width);
    const double height = 2.0 * metrics.height() + 10;
    std::array<double, 2> next{1, 1}; // the first free place of each side
    double top = 1;
    int year = entries.isEmpty() ? 0 : entries.first().year;
    for (const TimelineEntry &entry : entries) {
        const std::size_t side = entry.isAncestor() ? 0 : 1;
        top += std::clamp(entry.year - year, 0, mostYears) * yearHeight;
        // One after the other on the axis too, so that the order is seen.
        top = std::max(top + (drawing.shapes.isEmpty() ? 0 : metrics.height()), next[side]);
        Shape shape = shapeOf(entry);
        shape.rect = QRectF(sides.left[side], top, sides.width[side], height);
        const double from = sides.both && side == 0 ? shape.rect.right() : shape.rect.left();
        const double at = top + height / 2;
        drawing.ties.append(QLineF(from, at, sides.axis, at));
        drawing.shapes.append(shape);
        next[side] = top + height + apart;
        if (!sides.both)
            next = {next[side], next[side]};
        year = entry.year;
    }
    drawing.height = int(std::max(next[0], next[1])) + axisRoom / 2;
    drawing.arrows.append(QLineF(sides.axis, 1, sides.axis, drawing.height - 2));
    if (direction == Qt::RightToLeft)
        mirror(drawing, width);
    return drawing;
}

} // namespace quayside::ui
