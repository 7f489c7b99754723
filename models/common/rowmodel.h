// A table whose rows come from the engine: replaced by a list, or one at a time after an event.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <utility>

namespace quayside::models
{

// Row is a value with `QString key() const` (unique; no change of a row changes it) and ==. Rows that stay
// keep their place, so that selections and scroll positions survive every update. Only list replies and
// events may call sync, reset, upsert, upsertAll, remove.
template <typename Row>
class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    // Makes the rows those of `rows`: what is gone goes, what changed changes, what is new comes at the end.
    void sync(const QList<Row> &rows)
    {
        QHash<QString, const Row *> wanted;
        for (const Row &row : rows)
            wanted.insert(row.key(), &row);
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (!wanted.contains(m_rows[i].key()))
                removeAt(i);
        }
        upsertAll(rows);
    }

    // One signal says of all together that they changed: who is sorted sorts once, however many they are.
    void upsertAll(const QList<Row> &rows)
    {
        QList<Row> fresh;
        QSet<QString> freshKeys; // one may come twice
        int first = -1, last = -1;
        for (const Row &row : rows) {
            const int place = rowOf(row.key());
            if (place < 0) {
                if (const QString key = row.key(); !freshKeys.contains(key)) {
                    freshKeys.insert(key);
                    fresh.append(row);
                }
            } else if (!(m_rows[place] == row)) {
                m_rows[place] = row;
                first = first < 0 ? place : std::min(first, place);
                last = std::max(last, place);
            }
        }
        if (first >= 0)
            emit dataChanged(index(first, 0), index(last, columnCount() - 1));
        appendAll(fresh);
    }

    // All rows anew, at once: those of another object. Keys must differ.
    void reset(const QList<Row> &rows)
    {
        this->beginResetModel();
        m_rows = rows;
        m_places.clear();
        this->endResetModel();
    }

    void upsert(const Row &row)
    {
        const int at = rowOf(row.key());
        if (at >= 0)
            replaceAt(at, row);
        else
            appendAll({row});
    }

    void remove(const QString &key)
    {
        if (const int at = rowOf(key); at >= 0)
            removeAt(at);
    }

    [[nodiscard]] int rowOf(const QString &key) const // -1: none
    {
        if (m_places.isEmpty()) {
            m_places.reserve(m_rows.size());
            for (int i = int(m_rows.size()) - 1; i >= 0; --i)
                m_places.insert(m_rows[i].key(), i);
        }
        return m_places.value(key, -1);
    }
    [[nodiscard]] const Row &at(int row) const { return m_rows[row]; }
    [[nodiscard]] const Row *find(const QString &key) const
    {
        const int at = rowOf(key);
        return at < 0 ? nullptr : &m_rows[at];
    }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    // For facts that the list does not carry (how often an image is used): change rows in place.
    template <typename Change>
    void changeWhere(Change change)
    {
        for (int i = 0; i < m_rows.size(); ++i) {
            Row row = m_rows[i];
            change(row);
            replaceAt(i, row);
        }
    }
    void removeAt(int at)
    {
        beginRemoveRows({}, at, at);
        m_rows.remove(at);
        m_places.clear();
        endRemoveRows();
    }
    // Whose keys are known to be new.
    void appendAll(const QList<Row> &fresh)
    {
        if (fresh.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
        if (!m_places.isEmpty()) {
            for (qsizetype i = 0; i < fresh.size(); ++i)
                m_places.insert(fresh[i].key(), int(m_rows.size() + i));
        }
        m_rows.append(fresh);
        endInsertRows();
    }

private:
    void replaceAt(int at, const Row &row)
    {
        if (m_rows[at] == row)
            return;
        m_rows[at] = row;
        emit dataChanged(index(at, 0), index(at, columnCount() - 1));
    }

    QList<Row> m_rows;
    mutable QHash<QString, int> m_places; // by key; empty: to be made
};

} // namespace quayside::models
