// The operations behind the counter in the tool bar, newest first.
#pragma once

#include "models/common/operation.h"

#include <QAbstractListModel>
#include <QList>

namespace quayside::models
{

class OperationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { OperationRole = Qt::UserRole + 1, StateRole, DetailRole, DoneRole, TotalRole };

    using QAbstractListModel::QAbstractListModel;

    // Takes ownership. It stays listed after its end until clearFinished().
    void add(Operation *operation);
    void clearFinished();

    [[nodiscard]] int runningCount() const;
    [[nodiscard]] int failedCount() const;
    [[nodiscard]] Operation *at(int row) const { return m_operations.value(row); }
    [[nodiscard]] bool closingLosesWork() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void countsChanged();
    void operationFailed(quayside::models::Operation *operation);
    void operationSucceeded(quayside::models::Operation *operation);

private:
    void onChanged(Operation *operation);
    void onFinished(Operation *operation);

    QList<Operation *> m_operations;
};

} // namespace quayside::models
