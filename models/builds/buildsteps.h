// The steps of a build, as the engine tells them in the words of dockerd's classic builder: "Step 2/5 : RUN
// …", " ---> Using cache", and between them what the commands write.
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace quayside::models
{

struct BuildStep {
    enum class State { Running, Done, Cached, Failed, Cancelled };

    int number = 0, count = 0; // "Step 2/5"
    QString instruction;
    State state = State::Running;
    qint64 startedAt = 0, took = 0; // milliseconds of the build's clock
    QStringList output;             // its newest lines, at most BuildSteps::maxLines
};

class BuildSteps : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StepColumn, StateColumn, TimeColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 };
    static constexpr qsizetype maxLines = 10'000;

    using QAbstractTableModel::QAbstractTableModel;

    // A piece of the build's output; lines may be cut anywhere. milliseconds: of a clock that only goes
    // forward.
    void take(const QString &text, qint64 milliseconds);
    // Nothing more comes: a step that still runs ends like this.
    void end(BuildStep::State last, qint64 milliseconds);

    [[nodiscard]] const QList<BuildStep> &steps() const { return m_steps; }
    [[nodiscard]] int count() const { return m_steps.isEmpty() ? 0 : m_steps.last().count; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void lineAdded(int row, const QString &line); // to the step's output

private:
    void takeLine(const QString &line, qint64 milliseconds);
    void begin(int number, int count, const QString &instruction, qint64 milliseconds);
    void set(BuildStep::State state, qint64 milliseconds);
    [[nodiscard]] static QString stateText(const BuildStep &step);

    QList<BuildStep> m_steps;
    QString m_partial; // a line that has not ended
};

} // namespace quayside::models
