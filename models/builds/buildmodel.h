// The builds that the engine has records of, the newest first.
#pragma once

#include "engine/api/types/build.h"
#include "models/common/tablemodel.h"

namespace quayside::models
{

enum class BuildState { Running, Done, Failed, Cancelled, Interrupted };

struct BuildRow {
    QString id;
    BuildState state = BuildState::Running;
    QStringList tags;
    QString context; // "folder", "upload", or an address
    QString dockerfile, target, image, error;
    qint64 started = 0;  // seconds since 1970; 0: not known
    qint64 duration = 0; // milliseconds, once it has ended
    int stepCount = 0, cachedSteps = 0;

    [[nodiscard]] QString key() const { return id; }
    [[nodiscard]] QString shownName() const; // its first tag, else its short id
    bool operator==(const BuildRow &) const = default;
};

BuildRow toRow(const api::BuildRecord &build);
BuildState buildStateOf(const std::string &word);

class BuildModel : public TableModel<BuildRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, StartedColumn, TimeColumn, StepsColumn, SourceColumn, IdColumn };

    explicit BuildModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override; // BuildStateRole too
    static constexpr int BuildStateRole = FirstOwnTableRole;
    static QString stateText(BuildState state);
    static QString timeText(qint64 milliseconds); // "0.35 s", "12 s", "3 min"
    static QString sourceText(const QString &context);
    static QStringList filterKeys(); // name, state, target, id
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;

private:
    static QList<TableColumn<BuildRow>> describe();
};

} // namespace quayside::models
