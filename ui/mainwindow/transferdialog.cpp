#include "ui/mainwindow/transferdialog.h"

#include "ui/registries/transferview.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

TransferDialog::TransferDialog(models::TransferOperation *operation, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(operation->title());
    resize(560, 380);
    auto *view = new TransferView(this);
    view->showTransfer(operation);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *cancel = buttons->addButton(tr("&Cancel the work"), QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    const auto refresh = [cancel, operation] { cancel->setEnabled(operation->isRunning()); };
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(cancel, &QPushButton::clicked, operation, &models::Operation::cancel);
    connect(operation, &models::Operation::changed, this, refresh);
    connect(operation, &QObject::destroyed, this, &QDialog::reject); // the list was cleared
    refresh();
}

} // namespace quayside::ui
