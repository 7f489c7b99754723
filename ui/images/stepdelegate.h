// Rows of instructions: those that hold no files are grey.
#pragma once

#include "ui/common/rowdelegate.h"

#include <functional>

namespace quayside::ui
{

class StepDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using IsEmpty = std::function<bool(const QModelIndex &index)>;
    StepDelegate(Symbol symbol, IsEmpty isEmpty, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    IsEmpty m_isEmpty;
};

} // namespace quayside::ui
