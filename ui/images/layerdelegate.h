// Rows of layers: added, changed and removed files in their colours.
#pragma once

#include "models/images/layermodel.h"
#include "ui/images/stepdelegate.h"

namespace quayside::ui
{

class LayerDelegate : public StepDelegate
{
    Q_OBJECT

public:
    LayerDelegate(const models::LayerModel *layers, QObject *parent); // layers must outlive it

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const models::LayerModel *m_layers;
};

} // namespace quayside::ui
