// How a card looks.
#pragma once

#include <QStyledItemDelegate>

namespace quayside::ui
{

class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CardDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

    // The row whose fields are open, and how high they are; -1: none.
    void setOpen(int row, int height);
    [[nodiscard]] int openRow() const { return m_openRow; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    [[nodiscard]] static int headHeight(const QStyleOptionViewItem &option, const QModelIndex &index);
    [[nodiscard]] static int widthOf(const QStyleOptionViewItem &option);

    int m_openRow = -1, m_openHeight = 0;
};

} // namespace quayside::ui
