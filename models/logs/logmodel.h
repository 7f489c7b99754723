// The lines of a log: millions of them, in compact memory.
#pragma once

#include <QAbstractListModel>
#include <QByteArrayView>

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace quayside::models
{

enum class LogStream : quint8 { Out, Error };

// One line as it comes in; the bytes need to live only during the call.
struct LogLine {
    QByteArrayView text;   // raw: with escapes, without the line end
    std::int64_t time = 0; // nanoseconds since 1970, UTC; 0: unknown
    LogStream stream = LogStream::Out;
};

// Append-only chunks of raw bytes with an index of 16 bytes a line; no QString is kept. Bounded: past a limit
// the oldest chunk goes. Lines are numbered from the first ever appended, so that a number stays true when
// lines go.
class LogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Limits {
        qint64 lines = 5'000'000;
        qint64 bytes = qint64(768) << 20; // text only
    };
    enum Roles { TimeRole = Qt::UserRole + 1, StreamRole };

    explicit LogModel(QObject *parent = nullptr) : LogModel(Limits{}, parent) {}
    explicit LogModel(Limits limits, QObject *parent = nullptr);

    // One insert for the whole batch.
    void append(std::span<const LogLine> batch);
    // The rest of the last line, which came in parts.
    void appendToLast(QByteArrayView text);
    void clear();

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] qint64 firstNumber() const { return m_firstNumber; } // number of row 0
    [[nodiscard]] qint64 textBytes() const { return m_bytes; }
    // Valid until the model changes. `row` must be in range.
    [[nodiscard]] LogLine line(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        std::uint32_t offset = 0;
        std::uint32_t lengthAndStream = 0; // length << 1 | stream
        std::int64_t time = 0;
    };
    struct Chunk {
        qint64 firstNumber = 0;
        std::string text;
        std::vector<Entry> entries;
    };

    Chunk &chunkWithRoom(qsizetype bytes);
    [[nodiscard]] const Chunk &chunkOf(qint64 number) const;
    void dropOldest();

    Limits m_limits;
    std::deque<std::unique_ptr<Chunk>> m_chunks;
    mutable std::size_t m_lastChunk = 0; // painting asks for neighbours
    int m_count = 0;
    qint64 m_firstNumber = 0;
    qint64 m_bytes = 0;
};

} // namespace quayside::models
