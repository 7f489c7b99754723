// The cells of plain lists: a symbol before the name, everything else in minor weight.
#pragma once

#include "ui/common/celltexts.h"
#include "ui/common/icons.h"

#include <QStyledItemDelegate>

namespace quayside::ui
{

// Of a row with one line, as dense as a person wants it (settings).
int rowHeight(const QFontMetrics &metrics);

class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RowDelegate(Symbol symbol, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    // In 16 by 16 pixels before the name.
    virtual void paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const;
    // Of a cell that is not selected.
    [[nodiscard]] virtual QColor textColor(const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const;
    [[nodiscard]] virtual QFont nameFont(const QStyleOptionViewItem &option) const;

private:
    QIcon m_icon;
    mutable CellTexts m_texts;
};

} // namespace quayside::ui
