// The cells of plain lists: a symbol before the name, everything else in minor weight.
#pragma once

#include "ui/common/icons.h"

#include <QStyledItemDelegate>

namespace quayside::ui
{

class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RowDelegate(Symbol symbol, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QIcon m_icon;
};

} // namespace quayside::ui
