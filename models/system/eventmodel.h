// What has happened on the engine, as a table: the latest first.
#pragma once

#include "engine/api/types/event.h"
#include "models/common/tablemodel.h"

#include <QMap>

namespace quayside::models
{

struct EventRow {
    quint64 number = 0;      // in the order in which they came; unique in this model
    qint64 milliseconds = 0; // since 1970
    QString kind;            // "container", "image", …: the engine's word
    QString action;          // "start", "exec_create: sh", …: likewise
    QString id, name;        // of what it happened to; the name may be ""
    QMap<QString, QString> attributes;

    [[nodiscard]] QString key() const { return QString::number(number); }
    [[nodiscard]] QString shownName() const; // its name, or the beginning of its id
    [[nodiscard]] QString sentence() const;  // "web was started", translated
    bool operator==(const EventRow &) const = default;
};

EventRow toRow(const api::Event &event, quint64 number);

class EventModel : public TableModel<EventRow>
{
    Q_OBJECT

public:
    enum Column { EventColumn, TimeColumn, KindColumn, ActionColumn, IdColumn };
    static constexpr int mostRows = 2000; // the oldest go

    explicit EventModel(QObject *parent = nullptr);

    void append(const QList<EventRow> &rows);

    static QStringList filterKeys(); // kind, action, name, id
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;
    [[nodiscard]] bool precedes(int left, int right) const; // the latest first

private:
    static QList<TableColumn<EventRow>> describe();
};

} // namespace quayside::models
