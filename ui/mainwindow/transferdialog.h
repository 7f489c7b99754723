// A pull or push that was begun elsewhere, layer by layer.
#pragma once

#include "models/registries/transferoperation.h"

#include <QDialog>

namespace quayside::ui
{

class TransferDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TransferDialog(models::TransferOperation *operation, QWidget *parent = nullptr);
};

} // namespace quayside::ui
