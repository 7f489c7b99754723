// Rows of the steps of a launch: a shape for the state, the name, and a bar for the time.
#pragma once

#include "models/learn/launch/launchsteps.h"
#include "ui/common/rowdelegate.h"

namespace quayside::ui
{

class LaunchDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit LaunchDelegate(QObject *parent) : RowDelegate(Symbol::Build, parent) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const override;
    [[nodiscard]] QColor textColor(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const override;
    [[nodiscard]] QFont nameFont(const QStyleOptionViewItem &option) const override;
};

} // namespace quayside::ui
