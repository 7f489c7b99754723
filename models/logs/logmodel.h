// The lines of a log: ten millions of them, the old ones in a file (logchunk.h).
#pragma once

#include "models/logs/logchunk.h"

#include <QAbstractListModel>
#include <QStringList>

#include <limits>

namespace quayside::models
{

// Lines come at the end, and once the older ones before them. Bounded: past a limit the oldest chunk goes. A
// line has a number that stays true whatever comes or goes: the first one that was appended is 0, older ones
// are below.
class LogModel : public QAbstractListModel, public LogSink
{
    Q_OBJECT

public:
    struct Limits {
        qint64 lines = 12'000'000;
        qint64 bytes = qint64(4) << 30;    // text only
        qint64 memory = qint64(256) << 20; // of text, where it cannot go to a file
    };
    enum Roles { TimeRole = Qt::UserRole + 1, StreamRole };
    static constexpr qint64 noLine = std::numeric_limits<qint64>::min();

    explicit LogModel(QObject *parent = nullptr) : LogModel(Limits{}, parent) {}
    explicit LogModel(Limits limits, QObject *parent = nullptr);

    // One insert for the whole batch.
    void append(std::span<const LogLine> batch) override;
    void appendToLast(QByteArrayView text) override;
    // Lines that are older than all that are here, in one insert.
    void prepend(LogChunkList older);
    void clear();
    // The names of the containers that LogLine::source counts; empty for the log of one.
    void setSources(const QStringList &names) { m_sources = names; }
    [[nodiscard]] const QStringList &sources() const { return m_sources; }

    [[nodiscard]] int count() const { return m_lines.count(); }
    [[nodiscard]] qint64 firstNumber() const { return m_lines.firstNumber(); } // number of row 0
    [[nodiscard]] qint64 endNumber() const { return firstNumber() + count(); } // of the next line
    [[nodiscard]] bool holds(qint64 number) const { return number >= firstNumber() && number < endNumber(); }
    [[nodiscard]] qint64 textBytes() const { return m_lines.textBytes(); }
    // Valid until the model changes. Must be there.
    [[nodiscard]] LogLine line(int row) const { return m_lines.line(firstNumber() + row); }
    [[nodiscard]] LogLine lineOf(qint64 number) const { return m_lines.line(number); }
    // What happened before or after a line; noLine: nothing.
    [[nodiscard]] qint64 nextEvent(qint64 number) const;
    [[nodiscard]] qint64 previousEvent(qint64 number) const;
    // For other threads: the lines from `number` up to `end`, as chunks that never change.
    [[nodiscard]] std::vector<LogChunkList::Slot> pieces(qint64 number, qint64 end) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void dropOldest();

    Limits m_limits;
    LogChunkList m_lines;
    QStringList m_sources;
};

} // namespace quayside::models
