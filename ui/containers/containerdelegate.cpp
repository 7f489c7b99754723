#include "ui/containers/containerdelegate.h"

#include "models/containers/containermodel.h"
#include "ui/common/appearance.h"
#include "ui/common/rowdelegate.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/usecell.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace quayside::ui
{

using models::ContainerModel;
using models::ContainerState;
using models::PublishedPort;

namespace
{

constexpr int glyphSize = 12, glyphGap = 8, cellMargin = 8;

Tone toneOf(ContainerState state, models::Health health)
{
    switch (state) {
    case ContainerState::Running:
        if (health == models::Health::Unhealthy)
            return Tone::Bad;
        return health == models::Health::Starting ? Tone::Busy : Tone::Good;
    case ContainerState::Paused:
    case ContainerState::Restarting:
    case ContainerState::Removing:
        return Tone::Busy;
    case ContainerState::Failed:
    case ContainerState::Dead:
        return Tone::Bad;
    default:
        return Tone::Quiet;
    }
}

void paintCross(QPainter *painter, const QRectF &box)
{
    painter->drawLine(box.topLeft(), box.bottomRight());
    painter->drawLine(box.topRight(), box.bottomLeft());
}

} // namespace

void paintStateGlyph(QPainter *painter, const QRectF &box, ContainerState state, models::Health health,
                     const QColor *overrideColor)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor color = overrideColor != nullptr ? *overrideColor : toneColor(toneOf(state, health));
    const QRectF inner = box.adjusted(1, 1, -1, -1);
    QPen pen(color, 1.8, Qt::SolidLine, Qt::RoundCap);
    painter->setPen(pen);
    switch (state) {
    case ContainerState::Running:
        if (health == models::Health::Unhealthy) { // a disc with a gap: alive, not well
            painter->drawEllipse(inner);
            paintCross(painter, inner.adjusted(3, 3, -3, -3));
        } else {
            painter->setPen(Qt::NoPen);
            painter->setBrush(color);
            painter->drawEllipse(inner);
        }
        break;
    case ContainerState::Paused:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(QRectF(inner.left() + 1, inner.top(), 3, inner.height()), 1, 1);
        painter->drawRoundedRect(QRectF(inner.right() - 4, inner.top(), 3, inner.height()), 1, 1);
        break;
    case ContainerState::Restarting:
    case ContainerState::Removing:
        painter->drawArc(inner, 60 * 16, 260 * 16);
        break;
    case ContainerState::Failed:
    case ContainerState::Dead:
        paintCross(painter, inner.adjusted(1, 1, -1, -1));
        break;
    case ContainerState::Created:
        pen.setStyle(Qt::DotLine);
        painter->setPen(pen);
        painter->drawEllipse(inner);
        break;
    case ContainerState::Exited:
        painter->drawEllipse(inner);
        break;
    }
    painter->restore();
}

ContainerDelegate::ContainerDelegate(const ContainerActions *actions, QObject *parent)
    : QStyledItemDelegate(parent), m_actions(actions)
{
}

QSize ContainerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, rowHeight(option.fontMetrics)};
}

void ContainerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    background.state &= ~QStyle::State_HasFocus;
    const QWidget *widget = option.widget;
    widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, widget);
    painter->save();
    painter->setFont(option.font);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    if (index.data(models::TableKeyRole).toString().isEmpty()) {
        paintHead(painter, option, index);
        painter->restore();
        return;
    }
    switch (index.column()) {
    case ContainerModel::NameColumn:
        paintName(painter, option, index);
        break;
    case ContainerModel::StatusColumn:
        paintStatus(painter, option, index);
        break;
    case ContainerModel::PortsColumn:
        paintPorts(painter, option, index);
        break;
    default: {
        if (index.column() >= ContainerModel::CpuColumn) {
            paintUse(painter, option, index);
            break;
        }
        if (!selected)
            painter->setPen(quietTextColor(option.palette));
        const QRect text = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
        m_texts.draw(painter, text, index.data().toString(), Qt::ElideMiddle);
    }
    }
    painter->restore();
}

// Of a group, over all columns.
void ContainerDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QRect text = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    m_texts.draw(painter, text, index.data().toString(), Qt::ElideMiddle);
}

void ContainerDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const auto state = ContainerState(index.data(ContainerModel::StateRole).toInt());
    const auto health = models::Health(index.data(ContainerModel::HealthRole).toInt());
    const QRect cell = option.rect;
    const QRectF glyph(cell.left() + 10, cell.center().y() - glyphSize / 2.0 + 0.5, glyphSize, glyphSize);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor onSelection = option.palette.color(QPalette::HighlightedText);
    paintStateGlyph(painter, glyph, state, health, selected ? &onSelection : nullptr);
    QFont font = option.font;
    font.setWeight(QFont::Medium);
    painter->setFont(font);
    const QRect text = cell.adjusted(10 + glyphSize + glyphGap, 0, -cellMargin, 0);
    m_texts.draw(painter, text, index.data().toString(), Qt::ElideMiddle);
}

void ContainerDelegate::paintStatus(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const auto state = ContainerState(index.data(ContainerModel::StateRole).toInt());
    const auto health = models::Health(index.data(ContainerModel::HealthRole).toInt());
    const QString busy = m_actions->busyText(index.data(models::TableKeyRole).toString());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected)
        painter->setPen(busy.isEmpty() ? toneColor(toneOf(state, health)) : toneColor(Tone::Busy));
    const QRect text = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    m_texts.draw(painter, text, busy.isEmpty() ? index.data().toString() : busy, Qt::ElideRight);
}

QList<std::pair<QRect, PublishedPort>> ContainerDelegate::layOutPorts(const QStyleOptionViewItem &option,
                                                                      const QList<PublishedPort> &ports) const
{
    QList<std::pair<QRect, PublishedPort>> places;
    const QRect &cell = option.rect;
    const int gap = m_texts.widthOf(option.font, QStringLiteral("   "));
    int x = cell.left() + cellMargin;
    for (const PublishedPort &port : ports) {
        const int width =
            m_texts.widthOf(option.font, portText(port)) + 2; // rounded up, or its end is left out
        if (!places.isEmpty() && x + width > cell.right())
            break;
        places.append({QRect(x, cell.top(), width, cell.height()), port});
        x += width + gap;
    }
    return places;
}

void ContainerDelegate::paintPorts(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto ports = index.data(ContainerModel::PortsRole).value<QList<PublishedPort>>();
    const auto places = layOutPorts(option, ports);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    for (const auto &[place, port] : places) {
        const bool link = !portUrl(port).isEmpty();
        QFont font = option.font;
        font.setUnderline(link);
        painter->setFont(font);
        if (!selected)
            painter->setPen(link ? option.palette.color(QPalette::Link) : quietTextColor(option.palette));
        const QRect room = place.intersected(option.rect.adjusted(0, 0, -cellMargin, 0));
        m_texts.draw(painter, room, portText(port), Qt::ElideRight);
    }
    if (places.size() < ports.size() && !places.isEmpty()) {
        painter->setFont(option.font);
        const QRect rest(places.last().first.right() + 6, option.rect.top(), 40, option.rect.height());
        painter->drawText(rest.intersected(option.rect), Qt::AlignLeft | Qt::AlignVCenter,
                          QStringLiteral("+%1").arg(ports.size() - places.size()));
    }
}

QString ContainerDelegate::urlAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const QPoint &point) const
{
    if (index.column() != ContainerModel::PortsColumn)
        return {};
    const auto ports = index.data(ContainerModel::PortsRole).value<QList<PublishedPort>>();
    for (const auto &[place, port] : layOutPorts(option, ports)) {
        if (place.contains(point))
            return portUrl(port);
    }
    return {};
}

bool ContainerDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QString url = urlAt(option, index, mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && !url.isEmpty()) {
            emit urlActivated(url);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace quayside::ui
