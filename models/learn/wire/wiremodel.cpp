#include "models/learn/wire/wiremodel.h"

#include "models/common/text.h"
#include "models/learn/wire/wiretext.h"

#include <QDateTime>

namespace quayside::models
{

WireModel::WireModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<WireRow>> WireModel::describe()
{
    using Row = const WireRow &;
    return {
        {tr("Request"),
         [](Row row) { return row.method + u' ' + row.target; },
         [](Row row) { return row.path(); },
         {}},
        {tr("Status"), [](Row row) { return WireText::status(row); }, [](Row row) { return row.status; },
         [](Row row) { return row.problem.isEmpty() ? WireText::status(row) : row.problem; }},
        {tr("Duration"),
         [](Row row) { return WireText::duration(row.durationMs); },
         [](Row row) { return row.durationMs; },
         {},
         true},
        {tr("Size"), [](Row row) { return Text::size(row.received); }, [](Row row) { return row.received; },
         [](Row row) {
             return tr("%1 sent, %2 received").arg(Text::size(row.sent), Text::size(row.received));
         },
         true},
        {tr("Time"),
         [](Row row) {
             return QDateTime::fromMSecsSinceEpoch(row.beganMs).toString(QStringLiteral("HH:mm:ss.zzz"));
         },
         [](Row row) { return row.number; }, [](Row row) { return Text::exactTime(row.beganMs / 1000); }}};
}

void WireModel::append(const WireRow &row)
{
    appendAll({row});
    while (rowCount() > mostRows)
        removeAt(0);
}

QStringList WireModel::filterKeys()
{
    return {QStringLiteral("method"), QStringLiteral("path"), QStringLiteral("status")};
}

QStringList WireModel::filterValues(const QString &key) const
{
    using Row = const WireRow &;
    if (key == u"method")
        return said([](Row row) { return row.method; });
    if (key == u"path")
        return said([](Row row) { return row.path(); });
    if (key != u"status")
        return {};
    return QStringList{QStringLiteral("failed")} +
           said([](Row row) { return row.status == 0 ? QString() : QString::number(row.status); });
}

bool WireModel::holds(int row, const FilterTerm &term) const
{
    const WireRow &one = at(row);
    if (term.key == u"method")
        return one.method.compare(term.value, Qt::CaseInsensitive) == 0;
    if (term.key == u"path")
        return one.target.contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"status")
        return term.value == u"failed" ? one.isFailure() : QString::number(one.status).startsWith(term.value);
    const QByteArray bytes = term.value.toUtf8();
    return one.target.contains(term.value, Qt::CaseInsensitive) ||
           one.method.startsWith(term.value, Qt::CaseInsensitive) || one.body.contains(bytes) ||
           one.answer.contains(bytes);
}

bool WireModel::precedes(int left, int right) const
{
    return at(left).number < at(right).number;
}

} // namespace quayside::models
