#include "models/system/eventmodel.h"

#include "models/common/text.h"

#include <QLocale>

#include <array>

namespace quayside::models
{

namespace
{

QString timeText(qint64 milliseconds)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(milliseconds);
    const QString time = then.toString(QStringLiteral("HH:mm:ss.zzz"));
    return then.date() == QDate::currentDate()
               ? time
               : QLocale().toString(then.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace

QString EventRow::shownName() const
{
    return name.isEmpty() ? Text::shortId(id) : name;
}

// What other engines call otherwise is told in their words.
QString EventRow::sentence() const
{
    const QString what = shownName();
    const QString word = action.section(u':', 0, 0);
    const QString rest = action.section(u':', 1).trimmed();
    const std::array<std::pair<const char *, QString>, 31> sentences = {{
        {"container create", EventModel::tr("%1 was made").arg(what)},
        {"container start", EventModel::tr("%1 was started").arg(what)},
        {"container stop", EventModel::tr("%1 was stopped").arg(what)},
        {"container kill",
         EventModel::tr("%1 was sent signal %2").arg(what, attributes.value(QStringLiteral("signal")))},
        {"container die",
         EventModel::tr("%1 ended with %2").arg(what, attributes.value(QStringLiteral("exitCode")))},
        {"container oom", EventModel::tr("%1 had not enough memory").arg(what)},
        {"container restart", EventModel::tr("%1 was restarted").arg(what)},
        {"container pause", EventModel::tr("%1 was paused").arg(what)},
        {"container unpause", EventModel::tr("%1 goes on").arg(what)},
        {"container destroy", EventModel::tr("%1 was removed").arg(what)},
        {"container rename", EventModel::tr("%1 got this name").arg(what)},
        {"container update", EventModel::tr("The limits of %1 were changed").arg(what)},
        {"container commit", EventModel::tr("An image was made of %1").arg(what)},
        {"container export", EventModel::tr("The files of %1 were exported").arg(what)},
        {"container attach", EventModel::tr("Somebody attached to %1").arg(what)},
        {"container resize", EventModel::tr("The terminal of %1 has another size").arg(what)},
        {"container exec_create", EventModel::tr("In %1 is to be run: %2").arg(what, rest)},
        {"container exec_start", EventModel::tr("In %1 was run: %2").arg(what, rest)},
        {"container exec_die", EventModel::tr("What was run in %1 ended").arg(what)},
        {"container health_status", EventModel::tr("%1 is %2").arg(what, rest)},
        {"image pull", EventModel::tr("%1 was pulled").arg(what)},
        {"image push", EventModel::tr("%1 was pushed").arg(what)},
        {"image tag", EventModel::tr("%1 was tagged").arg(what)},
        {"image untag", EventModel::tr("%1 lost a name").arg(what)},
        {"image delete", EventModel::tr("%1 was removed").arg(what)},
        {"image load", EventModel::tr("%1 was loaded").arg(what)},
        {"network connect", EventModel::tr("A container joined %1").arg(what)},
        {"network disconnect", EventModel::tr("A container left %1").arg(what)},
        {"network create", EventModel::tr("%1 was made").arg(what)},
        {"volume create", EventModel::tr("%1 was made").arg(what)},
        {"volume mount", EventModel::tr("%1 was mounted").arg(what)},
    }};
    const QString wanted = kind + u' ' + word;
    for (const auto &[known, sentence] : sentences) {
        if (wanted == QLatin1StringView(known))
            return sentence;
    }
    return what.isEmpty() ? action : QStringLiteral("%1: %2").arg(what, action);
}

EventRow toRow(const api::Event &event, quint64 number)
{
    EventRow row;
    row.number = number;
    row.milliseconds = event.timeNano != 0 ? event.timeNano / 1'000'000 : event.time * 1000;
    row.kind = QString::fromStdString(event.type);
    row.action = QString::fromStdString(event.action);
    row.id = QString::fromStdString(event.actor.id);
    for (const auto &[name, value] : event.actor.attributes)
        row.attributes.insert(QString::fromStdString(name), QString::fromStdString(value));
    row.name = row.attributes.value(QStringLiteral("name"));
    return row;
}

EventModel::EventModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<EventRow>> EventModel::describe()
{
    using Row = const EventRow &;
    return {{tr("What happened"),
             [](Row row) { return row.sentence(); },
             {},
             [](Row row) {
                 QStringList lines{row.sentence()};
                 for (auto one = row.attributes.begin(); one != row.attributes.end(); ++one)
                     lines.append(one.key() + QStringLiteral(" = ") + one.value());
                 return lines.join(u'\n');
             }},
            {tr("Time"), [](Row row) { return timeText(row.milliseconds); },
             [](Row row) { return -row.milliseconds; },
             [](Row row) { return Text::exactTime(row.milliseconds / 1000); }},
            {tr("Kind"), [](Row row) { return row.kind; }, {}, {}},
            {tr("Action"), [](Row row) { return row.action; }, {}, {}},
            {tr("Id"), [](Row row) { return Text::shortId(row.id); }, {}, [](Row row) { return row.id; }}};
}

void EventModel::append(const QList<EventRow> &rows)
{
    appendAll(rows);
    while (rowCount() > mostRows)
        removeAt(0);
}

QStringList EventModel::filterKeys()
{
    return {QStringLiteral("kind"), QStringLiteral("action"), QStringLiteral("name"), QStringLiteral("id")};
}

bool EventModel::holds(int row, const FilterTerm &term) const
{
    const EventRow &event = at(row);
    if (term.key == u"kind")
        return event.kind.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"action")
        return event.action.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"id")
        return event.id.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"name")
        return event.name.contains(term.value, Qt::CaseInsensitive);
    return event.name.contains(term.value, Qt::CaseInsensitive) ||
           event.action.contains(term.value, Qt::CaseInsensitive) ||
           event.id.startsWith(term.value, Qt::CaseInsensitive) ||
           event.sentence().contains(term.value, Qt::CaseInsensitive);
}

bool EventModel::precedes(int left, int right) const
{
    return at(left).number > at(right).number;
}

} // namespace quayside::models
