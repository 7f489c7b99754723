#include "models/common/operationmodel.h"

#include <algorithm>

namespace quayside::models
{

void OperationModel::add(Operation *operation)
{
    beginInsertRows({}, 0, 0);
    operation->setParent(this);
    m_operations.prepend(operation);
    endInsertRows();
    connect(operation, &Operation::changed, this, [this, operation] { onChanged(operation); });
    connect(operation, &Operation::finished, this, [this, operation] { onFinished(operation); });
    emit countsChanged();
    if (!operation->isRunning()) // it ended before it got here
        onFinished(operation);
}

void OperationModel::clearFinished()
{
    for (int row = int(m_operations.size()) - 1; row >= 0; --row) {
        if (m_operations[row]->isRunning())
            continue;
        beginRemoveRows({}, row, row);
        m_operations.takeAt(row)->deleteLater();
        endRemoveRows();
    }
    emit countsChanged();
}

int OperationModel::runningCount() const
{
    return int(std::ranges::count_if(m_operations, [](Operation *o) { return o->isRunning(); }));
}

int OperationModel::failedCount() const
{
    return int(std::ranges::count_if(m_operations,
                                     [](Operation *o) { return o->state() == Operation::State::Failed; }));
}

bool OperationModel::closingLosesWork() const
{
    return std::ranges::any_of(m_operations,
                               [](Operation *o) { return o->isRunning() && o->losesWorkWhenClosed(); });
}

int OperationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_operations.size());
}

QVariant OperationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    Operation *operation = m_operations[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return operation->title();
    case OperationRole:
        return QVariant::fromValue(operation);
    case StateRole:
        return int(operation->state());
    case DetailRole:
        return operation->detail();
    case DoneRole:
        return operation->done();
    case TotalRole:
        return operation->total();
    default:
        return {};
    }
}

void OperationModel::onChanged(Operation *operation)
{
    const QModelIndex changed = index(int(m_operations.indexOf(operation)));
    emit dataChanged(changed, changed);
}

void OperationModel::onFinished(Operation *operation)
{
    emit countsChanged();
    if (operation->state() == Operation::State::Failed)
        emit operationFailed(operation);
    else if (operation->state() == Operation::State::Succeeded)
        emit operationSucceeded(operation);
}

} // namespace quayside::models
