// The list of lessons, with how far one has come.
#pragma once

#include "models/common/tablemodel.h"
#include "models/learn/lessons/lessonprogress.h"
#include "models/learn/lessons/shelf.h"

namespace quayside::models
{

struct LessonRow {
    enum class State { New, Begun, Done };
    QString id, title, summary;
    int order = 0, minutes = 0, done = 0, steps = 0;
    bool laidOut = false, builtIn = true;

    [[nodiscard]] QString key() const { return id; }
    [[nodiscard]] State state() const
    {
        return steps > 0 && done == steps ? State::Done : done > 0 || laidOut ? State::Begun : State::New;
    }
    bool operator==(const LessonRow &) const = default;
};

class LessonModel : public TableModel<LessonRow>
{
    Q_OBJECT

public:
    enum Column { TitleColumn, StateColumn, MinutesColumn, SummaryColumn };

    enum Roles { StateRole = FirstOwnTableRole };

    // Of the lessons of one shelf; the ancestors are the time line's. Both must outlive it.
    LessonModel(Shelf *shelf, LessonProgress *progress, Lesson::Shelf which, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    static QStringList filterKeys(); // state: new, begun, done
    static QStringList filterValues(const QString &key);
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;

private:
    static QList<TableColumn<LessonRow>> describe();
    void refresh();

    Shelf *m_shelf;
    Lesson::Shelf m_which;
};

} // namespace quayside::models
