#include "models/learn/lessons/lessonmodel.h"

namespace quayside::models
{

namespace
{

LessonRow lessonRow(const Lesson &lesson)
{
    return {.id = lesson.id,
            .title = lesson.title,
            .summary = lesson.summary,
            .order = lesson.order,
            .minutes = lesson.minutes,
            .done = LessonProgress::doneSteps(lesson),
            .steps = int(lesson.steps.size()),
            .laidOut = LessonProgress::sitting(lesson.id).has_value(),
            .builtIn = lesson.builtIn};
}

} // namespace

LessonModel::LessonModel(Shelf *shelf, LessonProgress *progress, Lesson::Shelf which, QObject *parent)
    : TableModel(describe(), parent), m_shelf(shelf), m_which(which)
{
    connect(shelf, &Shelf::changed, this, &LessonModel::refresh);
    connect(progress, &LessonProgress::changed, this, [this](const QString &id) {
        const Lesson *lesson = m_shelf->find(id);
        if (lesson != nullptr && find(id) != nullptr)
            upsert(lessonRow(*lesson));
    });
    refresh();
}

void LessonModel::refresh()
{
    QList<LessonRow> rows;
    for (const Lesson &lesson : m_shelf->lessons()) {
        if (lesson.shelf == m_which)
            rows.append(lessonRow(lesson));
    }
    sync(rows);
}

QList<TableColumn<LessonRow>> LessonModel::describe()
{
    using Row = const LessonRow &;
    return {{tr("Lesson"), [](Row row) { return row.title; }, [](Row row) { return row.order; },
             [](Row row) { return row.summary; }},
            {tr("State"),
             [](Row row) {
                 return row.state() == LessonRow::State::Done ? tr("done")
                        : row.state() == LessonRow::State::Begun
                            ? tr("%1 of %2 steps").arg(row.done).arg(row.steps)
                            : QString();
             },
             [](Row row) { return row.steps == 0 ? 0.0 : double(row.done) / row.steps; },
             {}},
            {tr("Time"),
             [](Row row) { return tr("%1 min").arg(row.minutes); },
             [](Row row) { return row.minutes; },
             {},
             true},
            {tr("What it shows"), [](Row row) { return row.summary; }, {}, {}}};
}

QVariant LessonModel::data(const QModelIndex &index, int role) const
{
    if (role == StateRole && checkIndex(index, CheckIndexOption::IndexIsValid))
        return int(at(index.row()).state());
    return TableModel::data(index, role);
}

QStringList LessonModel::filterKeys()
{
    return {QStringLiteral("state")};
}

QStringList LessonModel::filterValues(const QString &key)
{
    if (key != u"state")
        return {};
    return {QStringLiteral("new"), QStringLiteral("begun"), QStringLiteral("done")};
}

bool LessonModel::holds(int row, const FilterTerm &term) const
{
    const LessonRow &lesson = at(row);
    if (term.key == u"state") {
        const QString state = lesson.state() == LessonRow::State::Done    ? QStringLiteral("done")
                              : lesson.state() == LessonRow::State::Begun ? QStringLiteral("begun")
                                                                          : QStringLiteral("new");
        return state.startsWith(term.value, Qt::CaseInsensitive);
    }
    return lesson.title.contains(term.value, Qt::CaseInsensitive) ||
           lesson.summary.contains(term.value, Qt::CaseInsensitive) || lesson.id.contains(term.value);
}

} // namespace quayside::models
