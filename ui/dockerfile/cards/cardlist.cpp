#include "ui/dockerfile/cards/cardlist.h"

#include "models/dockerfile/cards/cardmodel.h"

#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace quayside::ui
{

using models::CardModel;

CardList::CardList(CardModel *model, QWidget *parent) : QListView(parent), m_model(model)
{
    setModel(model);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false); // ours stands between cards
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setAutoScroll(true);
}

QString CardList::mimeType()
{
    return QStringLiteral("application/x-quayside-card");
}

void CardList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    QListView::mousePressEvent(event);
}

void CardList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (std::exchange(m_pressed, false))
        emit released();
}

void CardList::startDrag(Qt::DropActions)
{
    const auto index = currentIndex();
    if (!index.isValid())
        return;
    auto *mime = new QMimeData;
    mime->setData(mimeType(), QByteArray::number(index.row()));
    mime->setText(index.data(CardModel::DetailRole).toString());
    QDrag drag(this);
    drag.setMimeData(mime);
    drag.setPixmap(viewport()->grab(visualRect(index)));
    drag.exec(Qt::MoveAction, Qt::MoveAction);
    m_pressed = false;
    setBefore(-1, -1);
}

int CardList::rowOf(const QDropEvent *event) const
{
    bool fine = false;
    const int row = event->mimeData()->data(mimeType()).toInt(&fine);
    const auto *from = event->source();
    return fine && row >= 0 && row < m_model->rowCount() && (from == nullptr || from == this) ? row : -1;
}

int CardList::beforeAt(const QPoint &place, int dragged) const
{
    const int count = m_model->rowCount();
    const bool stage = m_model->index(dragged).data(CardModel::BeginsStageRole).toBool();
    const auto under = indexAt(QPoint(viewport()->width() / 2, place.y()));
    int before = count;
    if (under.isValid())
        before = under.row() + (place.y() > visualRect(under).center().y() ? 1 : 0);
    else if (place.y() < 0)
        before = 0;
    while (stage && before < count && !m_model->index(before).data(CardModel::BeginsStageRole).toBool())
        ++before;
    return before;
}

void CardList::setBefore(int row, int before)
{
    if (before == m_before)
        return;
    m_before = before;
    viewport()->update();
    emit hovered(row, before);
}

void CardList::dragEnterEvent(QDragEnterEvent *event)
{
    if (rowOf(event) >= 0)
        event->acceptProposedAction();
}

void CardList::dragMoveEvent(QDragMoveEvent *event)
{
    const int row = rowOf(event);
    if (row < 0)
        return event->ignore();
    QListView::dragMoveEvent(event); // scrolls at the edges
    setBefore(row, beforeAt(event->position().toPoint(), row));
    event->setDropAction(Qt::MoveAction);
    event->accept();
}

void CardList::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    setBefore(-1, -1);
}

void CardList::dropEvent(QDropEvent *event)
{
    const int row = rowOf(event);
    const int before = row < 0 ? -1 : beforeAt(event->position().toPoint(), row);
    stopAutoScroll();
    setState(NoState);
    setBefore(-1, -1);
    if (before < 0)
        return event->ignore();
    // The rows follow the text: nothing is left for who drags to remove.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit dropped(row, before);
}

void CardList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_before < 0)
        return;
    const int count = m_model->rowCount();
    const auto box = visualRect(m_model->index(m_before < count ? m_before : count - 1));
    const int y = m_before < count ? box.top() + 1 : box.bottom() + 2;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const auto color = palette().color(QPalette::Highlight);
    painter.setPen(QPen(color, 3));
    painter.drawLine(8, y, viewport()->width() - 8, y);
    painter.setBrush(color);
    painter.drawEllipse(QPoint(8, y), 3, 3);
}

void CardList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    emit resized();
}

} // namespace quayside::ui
