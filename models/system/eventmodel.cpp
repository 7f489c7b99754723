#include "models/system/eventmodel.h"

#include "models/common/text.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace quayside::models
{

namespace
{

struct Sentence {
    const char *event, *text;        // %1: what it happened to
    const char *attribute = nullptr; // %2; none: what stands behind the action's colon
};

constexpr Sentence sentences[] = {
    {"container create", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was made")},
    {"container start", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was started")},
    {"container stop", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was stopped")},
    {"container kill", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was sent signal %2"), "signal"},
    {"container die", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 ended with code %2"), "exitCode"},
    {"container oom", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 had not enough memory")},
    {"container restart", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was restarted")},
    {"container pause", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was paused")},
    {"container unpause", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 goes on")},
    {"container destroy", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was removed")},
    {"container rename", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 is the new name of %2"),
     "oldName"},
    {"container update", QT_TRANSLATE_NOOP("quayside::models::EventModel", "The limits of %1 were changed")},
    {"container commit", QT_TRANSLATE_NOOP("quayside::models::EventModel", "An image was made of %1")},
    {"container export", QT_TRANSLATE_NOOP("quayside::models::EventModel", "The files of %1 were exported")},
    {"container attach", QT_TRANSLATE_NOOP("quayside::models::EventModel", "Somebody attached to %1")},
    {"container resize",
     QT_TRANSLATE_NOOP("quayside::models::EventModel", "The terminal of %1 has another size")},
    {"container exec_create", QT_TRANSLATE_NOOP("quayside::models::EventModel", "In %1 is to be run: %2")},
    {"container exec_start", QT_TRANSLATE_NOOP("quayside::models::EventModel", "In %1 was run: %2")},
    {"container exec_die", QT_TRANSLATE_NOOP("quayside::models::EventModel", "What was run in %1 ended")},
    {"container health_status: healthy", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 is healthy")},
    {"container health_status: unhealthy",
     QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 is unhealthy")},
    {"container health_status: starting",
     QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 is being checked for the first time")},
    {"container health_status", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 is %2")},
    {"image pull", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was pulled")},
    {"image push", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was pushed")},
    {"image tag", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was tagged")},
    {"image untag", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 lost a name")},
    {"image delete", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was removed")},
    {"image import", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was imported")},
    {"image load", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was loaded")},
    {"network connect", QT_TRANSLATE_NOOP("quayside::models::EventModel", "A container joined %1")},
    {"network disconnect", QT_TRANSLATE_NOOP("quayside::models::EventModel", "A container left %1")},
    {"network create", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was made")},
    {"volume create", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was made")},
    {"volume mount", QT_TRANSLATE_NOOP("quayside::models::EventModel", "%1 was mounted")},
};

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
    const QString whole = kind + u' ' + action, event = whole.section(u':', 0, 0);
    const auto *known = std::ranges::find_if(sentences, [&](const Sentence &one) {
        return whole == QLatin1StringView(one.event) || event == QLatin1StringView(one.event);
    });
    if (known == std::end(sentences))
        return what.isEmpty() ? action : QStringLiteral("%1: %2").arg(what, action);
    QString second = known->attribute == nullptr ? action.section(u':', 1).trimmed()
                                                 : attributes.value(QLatin1StringView(known->attribute));
    if (known->attribute != nullptr && second.startsWith(u'/')) // as engines write a container's old name
        second.remove(0, 1);
    const QString text = EventModel::tr(known->text);
    return text.contains(QStringLiteral("%2")) ? text.arg(what, second) : text.arg(what);
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

QStringList EventModel::filterValues(const QString &key) const
{
    using Row = const EventRow &;
    if (key == u"kind")
        return said([](Row row) { return row.kind; });
    if (key == u"action") // without the command of "exec_start: sh"
        return said([](Row row) { return row.action.section(u':', 0, 0); });
    return key == u"name" ? said([](Row row) { return row.name; }) : QStringList();
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
