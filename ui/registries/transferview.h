// A pull or push as it goes: the whole, and each layer.
#pragma once

#include "models/registries/transferoperation.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QTreeView;

namespace quayside::ui
{

class TransferView : public QWidget
{
    Q_OBJECT

public:
    explicit TransferView(QWidget *parent = nullptr);

    // Until it is destroyed, or another one is shown.
    void showTransfer(models::TransferOperation *operation);
    [[nodiscard]] QTreeView *table() const { return m_table; }
    [[nodiscard]] QProgressBar *bar() const { return m_bar; }

private:
    void refresh();

    QLabel *m_summary;
    QString m_lastSummary;
    QProgressBar *m_bar;
    QTreeView *m_table;
    QPointer<models::TransferOperation> m_operation;
};

} // namespace quayside::ui
