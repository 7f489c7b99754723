// A step of a build: its instruction in a fixed font, its state in a colour of its own.
#pragma once

#include <QStyledItemDelegate>

namespace quayside::ui
{

class BuildStepDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace quayside::ui
