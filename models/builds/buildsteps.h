// The steps of a build as its record tells them, with what their commands have written.
#pragma once

#include "engine/api/types/build.h"

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace quayside::models
{

struct BuildStep {
    enum class State { Waiting, Running, Done, Cached, Failed, Cancelled };

    int number = 0;
    QString stage; // its name, else its number; "": before the first FROM
    QString instruction;
    State state = State::Waiting;
    QString why;                     // it was run again: what has changed; "": for the first time
    QString error;                   // of a failed one
    int exitCode = 0;                // of a command that failed
    qint64 startedAt = 0;            // milliseconds since 1970; 0: not yet
    qint64 took = 0;                 // milliseconds, once it has ended
    qint64 size = 0;                 // bytes of the files of its layer, of FROM: of the image
    int firstLine = 0, lastLine = 0; // in the Dockerfile; 0: it stands in none
    qint64 leftOut = 0;              // bytes of its log that were too many
    bool enterable = false;          // an image of it can be had
    QString base;                    // of FROM an image: the id that its name stood for
    QString layer;                   // chain id, hex digits; "": it changed no file
    QStringList output;              // its newest lines, at most BuildSteps::maxLines
    QString partial;                 // a line that has not ended

    [[nodiscard]] bool hasEnded() const { return state != State::Waiting && state != State::Running; }
    // The build ended before it.
    [[nodiscard]] bool neverBegan() const { return state == State::Cancelled && took == 0; }
};

class BuildSteps : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StepColumn, StageColumn, StateColumn, TimeColumn, SizeColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 };
    static constexpr qsizetype maxLines = 10'000;

    using QAbstractTableModel::QAbstractTableModel;

    void take(const api::BuildStep &step);
    void take(const api::BuildLog &piece);
    void clear();
    // Steps that run take longer by the second.
    void refreshTimes();

    [[nodiscard]] const QList<BuildStep> &steps() const { return m_steps; }
    [[nodiscard]] int endedCount() const;
    // Whether there is more than one stage to tell apart.
    [[nodiscard]] bool hasStages() const;
    // What is worth looking at: the step that began last of those that run, else the one that failed, else
    // the last one that has ended. -1: there is none.
    [[nodiscard]] int activeRow() const;
    // All that a step wrote, to be shown.
    [[nodiscard]] static QString outputText(const BuildStep &step);
    [[nodiscard]] static QString stateText(BuildStep::State state);
    // Why it was run, or what went wrong; "" where there is nothing to say.
    [[nodiscard]] static QString remark(const BuildStep &step);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void linesAdded(int row, const QStringList &lines); // to the step's output
    void outputCleared(int row);                        // it is told once more, from the beginning

private:
    int rowFor(int number);
    [[nodiscard]] static QString timeText(const BuildStep &step);
    [[nodiscard]] QString toolTip(const BuildStep &step, int column) const;

    QList<BuildStep> m_steps; // by number
};

} // namespace quayside::models
