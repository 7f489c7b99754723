#include "ui/mainwindow/operationspanel.h"

#include "models/containers/runoperation.h"
#include "models/registries/transferoperation.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/mainwindow/transferdialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>

namespace quayside::ui
{

using models::Operation;

namespace
{

// A pull or push, or the pull that a run is at; nullptr for other work.
models::TransferOperation *transferOf(Operation *operation)
{
    if (auto *run = qobject_cast<models::RunOperation *>(operation))
        return run->pull();
    return qobject_cast<models::TransferOperation *>(operation);
}

QToolButton *makeTool(QWidget *row, Symbol symbol, const QString &toolTip)
{
    auto *button = new QToolButton(row);
    button->setIcon(icon(symbol));
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

OperationsPanel::OperationsPanel(models::OperationModel *model, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_model(model), m_rows(new QVBoxLayout),
      m_empty(new QLabel(tr("Nothing is going on."), this)),
      m_clear(new QPushButton(tr("Clear the list"), this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("What is going on"));
    auto *content = new QWidget;
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(12, 10, 12, 4);
    contentLayout->addWidget(m_empty);
    contentLayout->addLayout(m_rows);
    contentLayout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->addWidget(area, 1);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    connect(m_clear, &QPushButton::clicked, model, &models::OperationModel::clearFinished);
    connect(model, &models::OperationModel::countsChanged, this, [this] {
        if (isVisible())
            rebuild();
    });
}

void OperationsPanel::popUpBelow(QWidget *button)
{
    rebuild();
    resize(420, std::clamp(60 + 76 * m_model->rowCount(), 110, 460));
    const QPoint corner = button->mapToGlobal(QPoint(button->width(), button->height()));
    move(corner.x() - width(), corner.y() + 2);
    show();
}

void OperationsPanel::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_rows->addWidget(makeRow(m_model->at(row)));
    m_empty->setVisible(m_model->rowCount() == 0);
    m_clear->setVisible(m_model->rowCount() > m_model->runningCount());
}

void OperationsPanel::showLayers(Operation *operation)
{
    models::TransferOperation *transfer = transferOf(operation);
    if (transfer == nullptr)
        return;
    hide();
    auto *dialog = new TransferDialog(transfer, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

QWidget *OperationsPanel::makeRow(Operation *operation)
{
    auto *row = new QWidget(this);
    auto *title = new ElidedLabel(row);
    QFont bold = title->font();
    bold.setWeight(QFont::Medium);
    title->setFont(bold);
    title->setText(operation->title());
    auto *cancel = makeTool(row, Symbol::Close, tr("Cancel: %1").arg(operation->title()));
    auto *layers = makeTool(row, Symbol::Details, tr("Show the layers: %1").arg(operation->title()));
    auto *again = makeTool(row, Symbol::Refresh, tr("Go on: %1").arg(operation->title()));
    connect(layers, &QToolButton::clicked, this, [this, operation] { showLayers(operation); });
    connect(again, &QToolButton::clicked, this, [this, operation] {
        if (auto *transfer = qobject_cast<models::TransferOperation *>(operation))
            m_model->add(transfer->again());
    });
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    for (QToolButton *button : {layers, again, cancel})
        head->addWidget(button);
    auto *progress = new QProgressBar(row);
    progress->setTextVisible(false);
    progress->setFixedHeight(6);
    auto *detail = new QLabel(row);
    detail->setWordWrap(true);
    detail->setTextFormat(Qt::PlainText);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(3);
    layout->addLayout(head);
    layout->addWidget(progress);
    layout->addWidget(detail);
    auto refresh = [operation, progress, detail, cancel, layers, again] {
        const bool ended = operation->state() == Operation::State::Failed ||
                           operation->state() == Operation::State::Cancelled;
        layers->setVisible(transferOf(operation) != nullptr);
        again->setVisible(ended && qobject_cast<models::TransferOperation *>(operation) != nullptr);
        const bool known = operation->total() > 0;
        progress->setRange(0, known ? 1000 : 0);
        if (known)
            progress->setValue(int(std::min(qint64(1000), operation->done() * 1000 / operation->total())));
        progress->setVisible(operation->isRunning());
        cancel->setVisible(operation->isRunning());
        const bool failed = operation->state() == Operation::State::Failed;
        QPalette palette = detail->palette();
        palette.setColor(QPalette::WindowText, failed ? toneColor(Tone::Bad) : quietTextColor(palette));
        detail->setPalette(palette);
        detail->setText(failed ? tr("Failed: %1").arg(operation->detail()) : operation->detail());
    };
    connect(operation, &Operation::changed, row, refresh);
    connect(cancel, &QToolButton::clicked, operation, &Operation::cancel);
    refresh();
    return row;
}

} // namespace quayside::ui
