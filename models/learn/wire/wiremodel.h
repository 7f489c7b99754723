// What went over the socket, as a table: the newest last.
#pragma once

#include "models/common/tablemodel.h"

namespace quayside::models
{

// One request with its answer. Nothing in it is secret: wiremask.h.
struct WireRow {
    quint64 number = 0;  // in the order in which they began; unique in this model
    qint64 beganMs = 0;  // since 1970
    QString address;     // of the engine
    QString method;      // "POST"
    QString target;      // path and query, coded
    QStringList headers; // of the request, "Name: value"
    QByteArray body;     // of the request; its beginning where bodyCut
    bool bodyCut = false;
    qint64 sent = 0;       // bytes of its body
    bool upgraded = false; // a terminal: what follows is neither shown nor kept

    int status = 0; // 0: no answer yet
    QString reason;
    QStringList answerHeaders;
    QByteArray answer; // its beginning where answerCut
    bool answerCut = false;
    qint64 received = 0;    // bytes of the answer's body
    double durationMs = -1; // < 0: goes on
    QString problem;        // why there was no whole answer, in a sentence

    [[nodiscard]] QString key() const { return QString::number(number); }
    [[nodiscard]] QString path() const { return target.section(u'?', 0, 0); }
    [[nodiscard]] bool isOver() const { return durationMs >= 0; }
    [[nodiscard]] bool isFailure() const { return !problem.isEmpty() || status >= 400; }
    bool operator==(const WireRow &) const = default;
};

class WireModel : public TableModel<WireRow>
{
    Q_OBJECT

public:
    enum Column { RequestColumn, StatusColumn, DurationColumn, SizeColumn, TimeColumn };
    static constexpr int mostRows = 500; // the oldest go

    explicit WireModel(QObject *parent = nullptr);

    void append(const WireRow &row);

    static QStringList filterKeys(); // method, path, status
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;
    [[nodiscard]] bool precedes(int left, int right) const; // the oldest first

private:
    static QList<TableColumn<WireRow>> describe();
};

} // namespace quayside::models
