// The steps of a launch as a table: what is done, what is next, and how long each took.
#pragma once

#include "engine/api/types/launch.h"

#include <QAbstractTableModel>

namespace quayside::models
{

class LaunchSteps : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StepColumn, SideColumn, TimeColumn, BarColumn, ColumnCount };
    // FromRole, ToRole: where its bar begins and ends, from 0 to 1.
    enum Role { StateRole = Qt::UserRole + 1, NameRole, FromRole, ToRole };
    enum class State { Done, Next, Running, Waiting, Failed, Skipped };

    using QAbstractTableModel::QAbstractTableModel;

    // `held`: it stood still between its steps. Bars follow one another then, without the waiting.
    void sync(const api::Launch &launch, bool held);
    void clear();

    [[nodiscard]] const std::vector<api::LaunchStep> &steps() const { return m_launch.steps; }
    [[nodiscard]] State stateOf(int row) const;
    [[nodiscard]] QString titleOf(int row) const;
    [[nodiscard]] int rowOf(const QString &name) const;    // -1: there is none
    [[nodiscard]] int currentRow() const;                  // next, running or failed, else the last; -1: none
    [[nodiscard]] qint64 total() const { return m_total; } // nanoseconds of all of it
    [[nodiscard]] static QString timeText(qint64 nanoseconds); // "12 µs", "1.40 ms", "2.31 s"
    [[nodiscard]] static QString stateText(State state);
    [[nodiscard]] static QString sideText(const QString &side);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Bar {
        qint64 from = 0, to = 0; // nanoseconds
        bool operator==(const Bar &) const = default;
    };
    [[nodiscard]] bool hasSameSteps(const api::Launch &launch) const;
    void layBars(bool held);
    [[nodiscard]] qint64 tookOf(int row) const;
    [[nodiscard]] QString textOf(int row, int column) const;
    [[nodiscard]] QString toolTipOf(int row) const;

    api::Launch m_launch;
    QList<Bar> m_bars;
    qint64 m_total = 0;
};

} // namespace quayside::models
