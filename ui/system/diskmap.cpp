#include "ui/system/diskmap.h"

#include "models/common/text.h"
#include "models/system/treemap.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <array>

namespace quayside::ui
{

using client::DiskObject;
using models::Text;

namespace
{

constexpr int kindCount = 5;
constexpr qreal gap = 1, textMargin = 5;

QString areaText(const DiskObject &object)
{
    return DiskMap::tr("%1: %2, %3", "kind, name, size")
        .arg(kindText(object.kind), nameOf(object), Text::size(object.bytes));
}

} // namespace

Tone toneOf(DiskObject::Kind kind)
{
    switch (kind) {
    case DiskObject::Kind::Image:
    case DiskObject::Kind::SharedLayers:
        return Tone::Accent;
    case DiskObject::Kind::Container:
        return Tone::Good;
    case DiskObject::Kind::Volume:
        return Tone::Busy;
    case DiskObject::Kind::BuildCache:
        return Tone::Bad;
    }
    return Tone::Quiet;
}

QString nameOf(const DiskObject &object)
{
    const QString name = QString::fromStdString(object.name), id = QString::fromStdString(object.id);
    if (object.kind == DiskObject::Kind::SharedLayers)
        return DiskMap::tr("shared by several");
    const bool unnamed = name.isEmpty() || name == u"<none>:<none>";
    constexpr qsizetype digest = 64; // a volume that nobody named
    return unnamed || (object.kind == DiskObject::Kind::Volume && name.size() == digest) ? Text::shortId(id)
                                                                                         : name;
}

QString kindText(DiskObject::Kind kind)
{
    switch (kind) {
    case DiskObject::Kind::Image:
        return DiskMap::tr("Image");
    case DiskObject::Kind::SharedLayers:
        return DiskMap::tr("Layers of images");
    case DiskObject::Kind::Container:
        return DiskMap::tr("Container");
    case DiskObject::Kind::Volume:
        return DiskMap::tr("Volume");
    case DiskObject::Kind::BuildCache:
        return DiskMap::tr("Build cache");
    }
    return {};
}

DiskMap::DiskMap(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Map of the disk"));
    setAccessibleDescription(tr("The list beside it says the same."));
}

void DiskMap::setObjects(const std::vector<DiskObject> &objects)
{
    const bool chosen = m_current >= 0;
    const DiskObject before = chosen ? m_objects[std::size_t(m_current)] : DiskObject();
    m_objects = objects;
    m_current = -1;
    for (std::size_t i = 0; chosen && i < objects.size(); ++i) {
        if (objects[i].kind == before.kind && objects[i].id == before.id)
            m_current = int(i);
    }
    layOut();
}

// Kinds stay together: first their areas, then in each its objects.
void DiskMap::layOut()
{
    m_areas = QList<QRectF>(qsizetype(m_objects.size()));
    QList<double> sums(kindCount);
    std::array<QList<double>, kindCount> weights;
    std::array<QList<qsizetype>, kindCount> members;
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        const auto kind = std::size_t(m_objects[i].kind);
        sums[qsizetype(kind)] += double(m_objects[i].bytes);
        weights[kind].append(double(m_objects[i].bytes));
        members[kind].append(qsizetype(i));
    }
    const QList<QRectF> groups = models::treemap(sums, QRectF(rect()));
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        const QList<QRectF> areas = models::treemap(weights[kind], groups[qsizetype(kind)]);
        for (qsizetype i = 0; i < areas.size(); ++i)
            m_areas[members[kind][i]] = areas[i];
    }
    update();
}

void DiskMap::setCurrent(int index)
{
    if (m_current == index || index >= int(m_objects.size()))
        return;
    m_current = index;
    update();
    emit currentChanged(index);
}

void DiskMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    for (int i = 0; i < int(m_objects.size()); ++i)
        paintObject(painter, i);
    if (m_current < 0)
        return;
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Text), 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_areas[m_current].adjusted(1, 1, -2, -2));
}

void DiskMap::paintObject(QPainter &painter, int index) const
{
    const DiskObject &object = m_objects[std::size_t(index)];
    const QRectF area = m_areas[index].adjusted(0, 0, -gap, -gap);
    if (area.width() <= 0 || area.height() <= 0)
        return;
    // What removing would free is filled, the rest is pale and hatched: not by colour alone.
    QColor color = toneColor(toneOf(object.kind));
    const bool free = object.frees() > 0;
    color.setAlphaF(free ? 0.55F : 0.28F);
    painter.fillRect(area, color);
    if (!free) {
        QColor line = toneColor(toneOf(object.kind));
        line.setAlphaF(0.25F);
        painter.fillRect(area, QBrush(line, Qt::BDiagPattern));
    }
    const QFontMetricsF metrics(font());
    const QRectF inside = area.adjusted(textMargin, textMargin / 2, -textMargin, -textMargin / 2);
    if (inside.height() < metrics.height() || inside.width() < metrics.averageCharWidth() * 5)
        return;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(nameOf(object), Qt::ElideMiddle, inside.width()));
    if (inside.height() >= metrics.height() * 2)
        painter.drawText(inside.translated(0, metrics.height()), Qt::AlignLeft | Qt::AlignTop,
                         metrics.elidedText(Text::size(object.bytes), Qt::ElideRight, inside.width()));
}

void DiskMap::resizeEvent(QResizeEvent *)
{
    layOut();
}

int DiskMap::at(const QPointF &place) const
{
    for (int i = 0; i < int(m_areas.size()); ++i) {
        if (m_areas[i].contains(place))
            return i;
    }
    return -1;
}

void DiskMap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrent(at(event->position()));
}

void DiskMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int index = at(event->position()); index >= 0)
        emit opened(index);
}

// The object whose middle is the nearest in that direction.
int DiskMap::neighbour(int key) const
{
    if (m_current < 0) {
        for (int i = 0; i < int(m_areas.size()); ++i) {
            if (!m_areas[i].isEmpty())
                return i;
        }
        return -1;
    }
    const QPointF from = m_areas[m_current].center();
    int best = m_current;
    qreal nearest = 0;
    for (int i = 0; i < int(m_areas.size()); ++i) {
        const QPointF way = m_areas[i].center() - from;
        const qreal along = key == Qt::Key_Left    ? -way.x()
                            : key == Qt::Key_Right ? way.x()
                            : key == Qt::Key_Up    ? -way.y()
                                                   : way.y();
        const qreal across =
            key == Qt::Key_Left || key == Qt::Key_Right ? std::abs(way.y()) : std::abs(way.x());
        const qreal distance = along + 2 * across;
        if (i == m_current || m_areas[i].isEmpty() || along <= 0 ||
            (best != m_current && distance >= nearest))
            continue;
        best = i;
        nearest = distance;
    }
    return best;
}

void DiskMap::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        setCurrent(neighbour(event->key()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit opened(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool DiskMap::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = at(help->pos());
    if (index >= 0)
        QToolTip::showText(help->globalPos(), areaText(m_objects[std::size_t(index)]), this,
                           m_areas[index].toRect());
    else
        QToolTip::hideText();
    return true;
}

} // namespace quayside::ui
