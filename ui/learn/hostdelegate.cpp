#include "ui/learn/hostdelegate.h"

#include "models/learn/xraytree.h"
#include "ui/common/appearance.h"

namespace quayside::ui
{

void HostDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    using Against = models::XrayNode::Against;
    switch (Against(index.data(models::XrayTree::AgainstRole).toInt())) {
    case Against::Other:
        option->palette.setColor(QPalette::Text, toneColor(Tone::Accent));
        break;
    case Against::Same:
        option->palette.setColor(QPalette::Text, quietTextColor(option->palette));
        break;
    case Against::NotCompared:
        break;
    }
}

} // namespace quayside::ui
