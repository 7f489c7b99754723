// A row of the completion's list: what it is, its name, and in a word what it is for.
#pragma once

#include <QAbstractItemModel>
#include <QStyledItemDelegate>

class QAbstractItemView;

namespace quayside::ui
{

class CompletionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole + 1, DetailRole }; // language::CompletionItem::Kind, a line

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // What the view needs for its first rows, within bounds.
    static int widthOf(const QAbstractItemView *view, const QAbstractItemModel &model);
};

} // namespace quayside::ui
