#include "ui/learn/drawing.h"

#include "models/common/text.h"
#include "models/learn/xraynodes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace quayside::ui
{

using models::XrayNodes;

namespace
{

constexpr int gap = 8;         // between shapes, and from a wall to what lies in it
constexpr int leastRoom = 150; // the width of a room with its words
constexpr int leastHop = 104;

QString fromStd(const std::string &value)
{
    return QString::fromStdString(value);
}

int cellHeight(int lines, const QFontMetrics &metrics)
{
    return lines * metrics.height() + 10;
}

const api::XrayNamespace *spaceOf(const api::Xray &xray, const char *type)
{
    const auto found = std::ranges::find(xray.namespaces, type, &api::XrayNamespace::type);
    return found == xray.namespaces.end() ? nullptr : &*found;
}

// What is in the room: a figure that one sees from outside.
QString contentsOf(const api::Xray &xray, const api::XrayNamespace &space)
{
    if (space.type == "pid")
        return Drawings::tr("%n process(es)", nullptr, int(xray.processCount));
    if (space.type == "mnt")
        return Drawings::tr("%n mount(s)", nullptr, int(xray.mounts.size()));
    if (space.type == "net")
        return Drawings::tr("%n interface(s)", nullptr, int(xray.network.interfaces.size()));
    return {};
}

Shape roomOf(const api::Xray &xray, const api::XrayNamespace &space)
{
    Shape shape{.key = QStringLiteral("ns/") + fromStd(space.type),
                .topic = QStringLiteral("ns/") + fromStd(space.type),
                .title = XrayNodes::namespaceName(fromStd(space.type)),
                .lines = {QString::number(space.inode), XrayNodes::sharingText(space)}};
    shape.wall = space.sharing == "own" ? Shape::Wall::Solid : Shape::Wall::Dashed;
    if (const QString contents = contentsOf(xray, space); !contents.isEmpty())
        shape.lines.append(contents);
    return shape;
}

Shape computerRoom(const api::Xray &xray)
{
    return {.key = QStringLiteral("ns"),
            .topic = QStringLiteral("ns/host"),
            .title = Drawings::tr("this computer"),
            .lines = {Drawings::tr("Linux %1").arg(fromStd(xray.kernel))},
            .room = true};
}

// Rooms that processes of the container have made within its own.
QList<Shape> nestedOf(const api::XrayNamespace &space)
{
    QList<Shape> rooms;
    for (const api::XrayNested &nested : space.nested)
        rooms.append({.key = QStringLiteral("ns/%1/in/%2").arg(fromStd(space.type)).arg(nested.inode),
                      .topic = QStringLiteral("ns/nested"),
                      .title = XrayNodes::namespaceName(fromStd(space.type)),
                      .lines = {QString::number(nested.inode), Drawings::tr("made inside"),
                                Drawings::tr("%n process(es)", nullptr, int(nested.pids.size()))}});
    return rooms;
}

// Puts shapes of one size into rows. Returns the height that they take.
int placeGrid(QList<Shape> shapes, QRectF area, int least, int height, int depth, Drawing &drawing)
{
    if (shapes.isEmpty())
        return 0;
    const int most = std::max(1, int((area.width() + gap) / (least + gap)));
    const int columns = std::min<int>(most, int(shapes.size()));
    const double width = (area.width() - (columns - 1) * gap) / columns;
    for (int i = 0; i < shapes.size(); ++i) {
        shapes[i].rect = QRectF(area.left() + (i % columns) * (width + gap),
                                area.top() + (i / columns) * (height + gap), width, height);
        shapes[i].depth = depth;
        drawing.shapes.append(shapes[i]);
    }
    const int rows = (int(shapes.size()) + columns - 1) / columns;
    return rows * (height + gap) - gap;
}

} // namespace

QString Shape::words() const
{
    return (QStringList{title} + lines).join(QStringLiteral(", "));
}

Drawing Drawings::rooms(const api::Xray &xray, int width, const QFontMetrics &metrics)
{
    Drawing drawing;
    QList<Shape> own, shared;
    for (const api::XrayNamespace &space : xray.namespaces)
        if (space.type != "user")
            (space.sharing == "host" ? shared : own).append(roomOf(xray, space));
    for (const api::XrayNamespace &space : xray.namespaces)
        own += nestedOf(space);
    const int header = 2 * metrics.height() + gap, cell = cellHeight(4, metrics);
    const api::XrayNamespace *user = spaceOf(xray, "user");
    const bool ownUser = user != nullptr && user->sharing != "host";
    drawing.shapes.append(computerRoom(xray));
    double y = gap / 2.0 + header;
    QRectF inner(gap, y, width - 2 * gap, 0);
    if (ownUser) {
        Shape room = roomOf(xray, *user);
        room.lines = {room.lines.join(QStringLiteral(" · "))};
        room.room = true;
        room.depth = 1;
        const qsizetype at = drawing.shapes.size();
        drawing.shapes.append(room);
        const int height = placeGrid(own, inner.adjusted(gap, header, -gap, 0), leastRoom, cell, 2, drawing);
        drawing.shapes[at].rect = QRectF(inner.left(), y, inner.width(), header + height + gap);
        y += header + height + 2 * gap;
    } else {
        y += placeGrid(own, inner, leastRoom, cell, 1, drawing) + gap;
    }
    inner.moveTop(y);
    const int outside = placeGrid(shared, inner, leastRoom, cell, 1, drawing);
    drawing.height = int(y + outside + (outside > 0 ? gap : 0) + gap / 2.0);
    drawing.shapes[0].rect = QRectF(1, 1, width - 2, drawing.height - 2);
    return drawing;
}

namespace
{

// The host's room of the same kind.
std::optional<Shape> twinOf(const api::Xray &host, const api::XrayNamespace &space)
{
    const api::XrayNamespace *there = spaceOf(host, space.type.c_str());
    if (there == nullptr)
        return std::nullopt;
    const QString type = fromStd(space.type);
    Shape shape{.key = QStringLiteral("host/ns/") + type,
                .topic = QStringLiteral("host/ns/") + type,
                .title = XrayNodes::namespaceName(type),
                .lines = {QString::number(there->inode), XrayNodes::sharingText(*there)}};
    const QString contents =
        there->type == "mnt" && host.mounts.empty() ? QString() : contentsOf(host, *there);
    if (!contents.isEmpty())
        shape.lines.append(contents);
    return shape;
}

// Two columns of rooms in rows, and below them what is across both.
class RoomsBeside
{
public:
    RoomsBeside(int width, const QFontMetrics &metrics, bool ownUser)
        : m_half((width - 3.0 * gap) / 2), m_inset(ownUser ? gap : 0), m_depth(ownUser ? 2 : 1),
          m_cell(cellHeight(4, metrics)), m_low(cellHeight(2, metrics)), m_width(width)
    {
    }
    [[nodiscard]] QRectF column(bool host, double y, double height, double inset) const
    {
        return {gap + (host ? m_half + gap : 0) + inset, y, m_half - 2 * inset, height};
    }
    void addRow(Drawing &drawing, double &y, Shape shape, std::optional<Shape> twin) const
    {
        place(drawing, std::move(shape), column(false, y, m_cell, m_inset), m_depth);
        if (twin)
            place(drawing, *std::move(twin), column(true, y, m_cell, m_inset), m_depth);
        y += m_cell + gap;
    }
    void addShared(Drawing &drawing, double &y, Shape shape) const
    {
        shape.lines = {shape.lines.join(QStringLiteral(" · "))};
        place(drawing, std::move(shape), {gap, y, m_width - 2.0 * gap, double(m_low)}, 1);
        y += m_low + gap;
    }

private:
    static void place(Drawing &drawing, Shape shape, const QRectF &rect, int depth)
    {
        shape.rect = rect;
        shape.depth = depth;
        drawing.shapes.append(std::move(shape));
    }
    double m_half;
    int m_inset, m_depth, m_cell, m_low, m_width;
};

// Of a user namespace: all others of the container lie in its own one.
Shape outerRoom(Shape room, const QString &title)
{
    room.lines = {room.title + QStringLiteral(" · ") + room.lines.join(QStringLiteral(" · "))};
    room.title = title;
    room.room = true;
    room.depth = 1;
    return room;
}

} // namespace

Drawing Drawings::roomsBeside(const api::Xray &xray, const api::Xray &host, int width,
                              const QFontMetrics &metrics)
{
    Drawing drawing;
    drawing.shapes.append(computerRoom(xray));
    const int header = 2 * metrics.height() + gap;
    const api::XrayNamespace *user = spaceOf(xray, "user");
    const bool ownUser = user != nullptr && user->sharing != "host";
    const RoomsBeside rooms(width, metrics, ownUser);
    const double top = gap / 2.0 + header;
    if (ownUser) {
        drawing.shapes.append(outerRoom(roomOf(xray, *user), tr("the container")));
        if (const auto twin = twinOf(host, *user))
            drawing.shapes.append(outerRoom(*twin, tr("the host")));
    }
    const qsizetype outer = drawing.shapes.size() - 1;
    double y = top + (ownUser ? header : 0);
    for (const api::XrayNamespace &space : xray.namespaces)
        if (space.sharing != "host" && space.type != "user")
            rooms.addRow(drawing, y, roomOf(xray, space), twinOf(host, space));
    for (const api::XrayNamespace &space : xray.namespaces)
        for (const Shape &nested : nestedOf(space))
            rooms.addRow(drawing, y, nested, {});
    for (qsizetype room = 1; room <= outer; ++room)
        drawing.shapes[room].rect = rooms.column(room == 2, top, y - top, 0);
    y += ownUser ? gap : 0;
    for (const api::XrayNamespace &space : xray.namespaces)
        if (space.sharing == "host")
            rooms.addShared(drawing, y, roomOf(xray, space));
    drawing.height = int(y + gap / 2.0);
    drawing.shapes[0].rect = QRectF(1, 1, width - 2, drawing.height - 2);
    return drawing;
}

Drawing Drawings::layers(const api::Xray &xray, int width, const QFontMetrics &metrics)
{
    Drawing drawing;
    const int height = cellHeight(2, metrics);
    double y = 1;
    for (auto layer = xray.layers.rbegin(); layer != xray.layers.rend(); ++layer) {
        Shape shape{.key = QStringLiteral("layer/%1").arg(layer->index),
                    .topic = layer->upper ? QStringLiteral("layer/upper") : QStringLiteral("layer/image"),
                    .title = QStringLiteral("%1: %2").arg(layer->index).arg(XrayNodes::layerName(*layer)),
                    .lines = {layer->upper ? tr("may be written") : models::Text::size(layer->size)},
                    .rect = QRectF(1, y, width - 2, height)};
        shape.wall = layer->upper ? Shape::Wall::Dashed : Shape::Wall::Solid;
        if (xray.file) {
            const auto entry = std::ranges::find(xray.file->layers, layer->index, &api::XrayFileLayer::index);
            const bool has = entry != xray.file->layers.end();
            shape.lit = has && entry->seen;
            shape.faint = !has;
            if (has)
                shape.lines.append(entry->kind == "whiteout" ? tr("hides the file")
                                   : entry->seen             ? tr("the file is from here")
                                                             : tr("has it too, and is not seen"));
            if (has && entry->kind == "whiteout")
                shape.topic = QStringLiteral("layer/whiteout");
        }
        shape.lines = {shape.lines.join(QStringLiteral(" · "))};
        drawing.shapes.append(shape);
        y += height + 3;
    }
    drawing.height = int(y);
    return drawing;
}

namespace
{

QString address(const std::string &host, std::int64_t port)
{
    return (host.contains(':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(fromStd(host))
        .arg(port);
}

QList<Shape> hopsOf(const api::XrayPublished &way)
{
    const QString key =
        QStringLiteral("way/%1/%2").arg(fromStd(way.protocol), address(way.hostAddress, way.hostPort));
    QList<Shape> hops;
    const auto add = [&](const char *name, const QString &title, const QString &line, bool there = true) {
        hops.append({.key = key + u'/' + QLatin1StringView(name),
                     .topic = QStringLiteral("hop/") + QLatin1StringView(name),
                     .title = title,
                     .lines = {line},
                     .wall = there ? Shape::Wall::Solid : Shape::Wall::Dashed});
    };
    add("host", Drawings::tr("published port"), address(way.hostAddress, way.hostPort));
    add("rule", Drawings::tr("translation"),
        way.translated ? address(way.targetAddress, way.targetPort) : Drawings::tr("rule is missing"),
        way.translated);
    if (!way.bridge.empty())
        add("bridge", Drawings::tr("bridge"), fromStd(way.bridge));
    if (!way.veth.empty())
        add("veth", Drawings::tr("pair"),
            QStringLiteral("%1 ⇄ %2").arg(fromStd(way.veth), fromStd(way.interface)));
    add("process", Drawings::tr("process"),
        way.listener
            ? QStringLiteral("%1 (%2)").arg(fromStd(way.listener->command)).arg(way.listener->insidePid)
            : Drawings::tr("nobody listens"),
        way.listener.has_value());
    return hops;
}

} // namespace

Drawing Drawings::ways(const api::Xray &xray, int width, const QFontMetrics &metrics)
{
    Drawing drawing;
    constexpr int arrow = 18;
    const int height = cellHeight(2, metrics);
    double y = 1;
    for (const api::XrayPublished &way : xray.network.published) {
        QList<Shape> hops = hopsOf(way);
        const auto count = int(hops.size());
        const bool across = width >= count * leastHop + (count - 1) * arrow;
        const double each = across ? (width - 2.0 - (count - 1) * arrow) / count : width - 2;
        for (int i = 0; i < count; ++i) {
            hops[i].rect =
                across ? QRectF(1 + i * (each + arrow), y, each, height) : QRectF(1, y, each, height);
            const QRectF &rect = hops[i].rect;
            if (i + 1 < count)
                drawing.arrows.append(across ? QLineF(rect.right() + 2, rect.center().y(),
                                                      rect.right() + arrow - 2, rect.center().y())
                                             : QLineF(24, rect.bottom() + 2, 24, rect.bottom() + arrow - 2));
            drawing.shapes.append(hops[i]);
            y += across || i + 1 == count ? 0 : height + arrow;
        }
        y += height + 2 * gap;
    }
    drawing.height = int(std::max(0.0, y - gap));
    return drawing;
}

} // namespace quayside::ui
