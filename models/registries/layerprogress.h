// How far each layer of a pull or push is: from the engine's lines to rows of a table.
#pragma once

#include "models/client/engineclient.h"

#include <QAbstractTableModel>
#include <QList>

#include <deque>

namespace quayside::models
{

// Bytes per second over the last seconds.
class RateMeter
{
public:
    void add(qint64 milliseconds,
             qint64 bytes); // bytes so far, at a moment of a clock that only goes forward
    [[nodiscard]] qint64 rate(qint64 milliseconds) const; // 0: nothing came lately, or too little is known

private:
    static constexpr qint64 window = 4000;
    struct Sample {
        qint64 at, bytes;
    };
    std::deque<Sample> m_samples;
};

struct LayerState {
    enum class Phase { Waiting, Moving, Unpacking, Ended, Present };

    QString id; // the first digits of its digest
    Phase phase = Phase::Waiting;
    QString status;             // the engine's own word
    qint64 done = 0, total = 0; // bytes; total 0: not known yet
    RateMeter meter;

    [[nodiscard]] bool isOver() const { return phase == Phase::Ended || phase == Phase::Present; }
};

// Takes lines in Docker's shape, as dockerd, podman and our engine write them.
class LayerProgress : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LayerColumn, StateColumn, ProgressColumn, ColumnCount };
    enum Role { DoneRole = Qt::UserRole + 1, TotalRole, PhaseRole };

    using QAbstractTableModel::QAbstractTableModel;

    // False: the line is about no layer. milliseconds: of a clock that only goes forward.
    bool take(const client::Progress &progress, qint64 milliseconds);
    void clear();

    [[nodiscard]] const QList<LayerState> &layers() const { return m_layers; }
    [[nodiscard]] int over() const; // layers that have come to their end
    // Of all layers that move; where the size of some is not known yet, they count as the others on average.
    [[nodiscard]] qint64 done() const;
    [[nodiscard]] qint64 total() const;
    [[nodiscard]] qint64 rate() const { return m_meter.rate(m_now); } // bytes per second; 0: not known
    [[nodiscard]] qint64 secondsLeft() const;                         // -1: not known

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int rowOf(const QString &id);
    [[nodiscard]] QString stateText(const LayerState &layer) const;
    [[nodiscard]] QString progressText(const LayerState &layer) const;

    QList<LayerState> m_layers;
    RateMeter m_meter;
    qint64 m_now = 0;
};

} // namespace quayside::models
