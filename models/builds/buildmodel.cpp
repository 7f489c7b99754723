#include "models/builds/buildmodel.h"

#include "models/common/text.h"

#include <QLocale>

#include <algorithm>

namespace quayside::models
{

namespace
{

// The engine's words, in the order of BuildState: the filter takes them in every language.
QStringList stateWords()
{
    return {QStringLiteral("running"), QStringLiteral("done"), QStringLiteral("failed"),
            QStringLiteral("cancelled"), QStringLiteral("interrupted")};
}

} // namespace

QString BuildRow::shownName() const
{
    return tags.isEmpty() ? Text::shortId(id) : tags.first();
}

BuildState buildStateOf(const std::string &word)
{
    return word == "running"     ? BuildState::Running
           : word == "done"      ? BuildState::Done
           : word == "failed"    ? BuildState::Failed
           : word == "cancelled" ? BuildState::Cancelled
                                 : BuildState::Interrupted;
}

BuildRow toRow(const api::BuildRecord &build)
{
    BuildRow row{.id = QString::fromStdString(build.id),
                 .state = buildStateOf(build.state),
                 .tags = {},
                 .context = QString::fromStdString(build.context),
                 .dockerfile = QString::fromStdString(build.dockerfile),
                 .target = QString::fromStdString(build.target),
                 .image = QString::fromStdString(build.image),
                 .error = QString::fromStdString(build.error),
                 .started = Text::secondsOf(build.started),
                 .duration = build.duration / 1'000'000,
                 .stepCount = int(build.stepCount),
                 .cachedSteps = int(build.cachedSteps)};
    for (const std::string &tag : build.tags)
        row.tags.append(QString::fromStdString(tag));
    return row;
}

BuildModel::BuildModel(QObject *parent) : TableModel(describe(), parent) {}

QString BuildModel::stateText(BuildState state)
{
    switch (state) {
    case BuildState::Running:
        return tr("running");
    case BuildState::Done:
        return tr("done");
    case BuildState::Failed:
        return tr("failed");
    case BuildState::Cancelled:
        return tr("cancelled");
    case BuildState::Interrupted:
        return tr("interrupted");
    }
    return {};
}

QString BuildModel::timeText(qint64 milliseconds)
{
    if (milliseconds <= 0)
        return {};
    if (milliseconds >= 120'000)
        return Text::duration(milliseconds / 1000);
    return tr("%1 s").arg(
        QLocale().toString(double(milliseconds) / 1000, 'f', milliseconds < 10'000 ? 2 : 0));
}

QString BuildModel::sourceText(const QString &context)
{
    return context == u"folder"   ? tr("a folder of this computer")
           : context == u"upload" ? tr("files that were sent")
                                  : context;
}

QList<TableColumn<BuildRow>> BuildModel::describe()
{
    using Row = const BuildRow &;
    return {{tr("Name"),
             [](Row row) { return row.shownName(); },
             {},
             [](Row row) { return row.tags.isEmpty() ? row.id : row.tags.join(u'\n'); }},
            {tr("State"),
             [](Row row) { return stateText(row.state); },
             {},
             [](Row row) { return row.error.isEmpty() ? stateText(row.state) : row.error; }},
            {tr("Started"), [](Row row) { return Text::ago(row.started); },
             [](Row row) { return -row.started; }, [](Row row) { return Text::exactTime(row.started); }},
            {tr("Time"),
             [](Row row) { return timeText(row.duration); },
             [](Row row) { return row.duration; },
             {},
             true},
            {tr("Steps"),
             [](Row row) {
                 return row.stepCount == 0     ? QString()
                        : row.cachedSteps == 0 ? QString::number(row.stepCount)
                                               : tr("%1, %2 cached").arg(row.stepCount).arg(row.cachedSteps);
             },
             [](Row row) { return row.stepCount; },
             {}},
            {tr("Source"), [](Row row) { return sourceText(row.context); }, {}, {}},
            {tr("Id"), [](Row row) { return Text::shortId(row.id); }, {}, [](Row row) { return row.id; }}};
}

QVariant BuildModel::data(const QModelIndex &index, int role) const
{
    if (role == BuildStateRole && checkIndex(index, CheckIndexOption::IndexIsValid))
        return int(at(index.row()).state);
    return TableModel::data(index, role);
}

QStringList BuildModel::filterKeys()
{
    return {QStringLiteral("name"), QStringLiteral("state"), QStringLiteral("target"), QStringLiteral("id")};
}

QStringList BuildModel::filterValues(const QString &key) const
{
    using Row = const BuildRow &;
    if (key == u"name")
        return said([](Row row) { return row.tags; });
    if (key == u"state")
        return stateWords();
    if (key == u"target")
        return said([](Row row) { return row.target; });
    return key == u"id" ? said([](Row row) { return Text::shortId(row.id); }) : QStringList();
}

bool BuildModel::holds(int row, const FilterTerm &term) const
{
    const BuildRow &build = at(row);
    if (term.key == u"state") // what is shown is taken as well
        return stateWords()[int(build.state)].startsWith(term.value, Qt::CaseInsensitive) ||
               stateText(build.state).startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"target")
        return build.target.contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"id")
        return build.id.startsWith(term.value, Qt::CaseInsensitive);
    return build.shownName().contains(term.value, Qt::CaseInsensitive) ||
           std::ranges::any_of(
               build.tags, [&](const QString &tag) { return tag.contains(term.value, Qt::CaseInsensitive); });
}

} // namespace quayside::models
