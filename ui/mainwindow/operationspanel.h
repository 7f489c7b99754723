// The list behind the counter: what is being done, how far it is, cancel.
#pragma once

#include "models/common/operationmodel.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace quayside::ui
{

class OperationsPanel : public QFrame
{
    Q_OBJECT

public:
    explicit OperationsPanel(models::OperationModel *model, QWidget *parent = nullptr);

    void popUpBelow(QWidget *button);

private:
    void rebuild();
    QWidget *makeRow(models::Operation *operation);
    void showLayers(models::Operation *operation);

    models::OperationModel *m_model;
    QVBoxLayout *m_rows;
    QLabel *m_empty;
    QPushButton *m_clear;
};

} // namespace quayside::ui
