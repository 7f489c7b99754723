// An image that was found: its name and stars, and below what it says of itself. Plain names take one line.
#pragma once

#include <QStyledItemDelegate>

namespace quayside::ui
{

class FoundDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace quayside::ui
