// The column of the host in an X-ray: what differs there stands out.
#pragma once

#include <QStyledItemDelegate>

namespace quayside::ui
{

class HostDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace quayside::ui
