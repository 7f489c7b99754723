#include "ui/images/contentview.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/sizebar.h"

#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>

namespace quayside::ui
{

using models::ContentEntry;
using models::ContentTree;
using Change = ContentEntry::Change;

namespace
{

constexpr int margin = 6, glyphSize = 10;

Tone toneOf(Change change)
{
    switch (change) {
    case Change::Added:
        return Tone::Good;
    case Change::Removed:
        return Tone::Bad;
    case Change::Changed:
    case Change::Mixed:
        return Tone::Busy;
    case Change::Unchanged:
        break;
    }
    return Tone::Quiet;
}

Change changeOf(const QModelIndex &index)
{
    return Change(index.data(ContentTree::ChangeRole).toInt());
}

QColor textColor(const QStyleOptionViewItem &option, bool quiet)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(QPalette::HighlightedText);
    return quiet ? quietTextColor(option.palette) : option.palette.color(QPalette::Text);
}

} // namespace

void paintChangeGlyph(QPainter *painter, const QRectF &box, Change change, const QColor *color)
{
    if (change == Change::Unchanged)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(color != nullptr ? *color : toneColor(toneOf(change)), 1.8, Qt::SolidLine, Qt::RoundCap));
    const QRectF inner = box.adjusted(1, 1, -1, -1);
    const QPointF centre = inner.center();
    if (change == Change::Added || change == Change::Removed)
        painter->drawLine(QPointF(inner.left(), centre.y()), QPointF(inner.right(), centre.y()));
    if (change == Change::Added)
        painter->drawLine(QPointF(centre.x(), inner.top()), QPointF(centre.x(), inner.bottom()));
    if (change == Change::Mixed)
        painter->drawEllipse(inner.adjusted(1, 1, -1, -1));
    if (change == Change::Changed) {
        QPainterPath wave(QPointF(inner.left(), centre.y() + 1));
        wave.cubicTo(QPointF(inner.left() + (inner.width() / 3), inner.top() - 2),
                     QPointF(inner.right() - (inner.width() / 3), inner.bottom() + 2),
                     QPointF(inner.right(), centre.y() - 1));
        painter->drawPath(wave);
    }
    painter->restore();
}

ContentDelegate::ContentDelegate(QObject *parent)
    : QStyledItemDelegate(parent), m_folder(icon(Symbol::Folder)), m_file(icon(Symbol::File)),
      m_link(icon(Symbol::Link))
{
}

QSize ContentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, option.fontMetrics.height() + 8};
}

void ContentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    background.state &= ~QStyle::State_HasFocus;
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);
    painter->save();
    painter->setFont(option.font);
    switch (index.column()) {
    case ContentTree::NameColumn:
        paintName(painter, option, index);
        break;
    case ContentTree::SizeColumn:
        paintSize(painter, option, index);
        break;
    case ContentTree::ChangeColumn:
        paintChange(painter, option, index);
        break;
    default:
        painter->setPen(textColor(option, true));
        painter->drawText(option.rect.adjusted(margin, 0, -margin, 0),
                          index.data(Qt::TextAlignmentRole).toInt(),
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle,
                                                        option.rect.width() - (2 * margin)));
    }
    painter->restore();
}

void ContentDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected),
               note = !index.data(ContentTree::NoteRole).toString().isEmpty(),
               removed = !note && changeOf(index) == Change::Removed;
    QRect text = option.rect.adjusted(2, 0, -margin, 0);
    if (!note) {
        const auto type = ContentEntry::Type(index.data(ContentTree::TypeRole).toInt());
        const QIcon &symbol = type == ContentEntry::Type::Folder ? m_folder
                              : type == ContentEntry::Type::Link ? m_link
                                                                 : m_file;
        const QRect place(option.rect.left() + 2, option.rect.center().y() - 7, 16, 16);
        symbol.paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        text.setLeft(place.right() + 7);
    }
    QFont font = option.font;
    font.setStrikeOut(removed);
    font.setItalic(note);
    painter->setFont(font);
    painter->setPen(textColor(option, note || removed));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
}

void ContentDelegate::paintSize(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    painter->setPen(textColor(option, true));
    paintSizeBar(painter, option, index.data().toString(), index.data(ContentTree::ShareRole).toDouble());
}

void ContentDelegate::paintChange(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Change change = changeOf(index);
    if (change == Change::Unchanged || !index.data(ContentTree::NoteRole).toString().isEmpty())
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor color =
        selected ? option.palette.color(QPalette::HighlightedText) : toneColor(toneOf(change));
    const QRectF box(option.rect.left() + margin, option.rect.center().y() - (glyphSize / 2.0) + 1, glyphSize,
                     glyphSize);
    paintChangeGlyph(painter, box, change, &color);
    const QRect text = option.rect.adjusted(margin + glyphSize + 5, 0, -2, 0);
    painter->setPen(color);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

ContentView::ContentView(ContentTree *tree, const QString &name, QWidget *parent)
    : Table(name, parent), m_tree(tree)
{
    setItemDelegate(new ContentDelegate(this));
    setModel(tree);
    setRootIsDecorated(true);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false); // rowOpened() is for that
    setIndentation(16);
    favourFirstColumn();
    setSelectionMode(QAbstractItemView::SingleSelection);
    connect(tree, &ContentTree::revealed, this, &ContentView::showRow);
}

void ContentView::showRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    chooseRow(index);
}

} // namespace quayside::ui
