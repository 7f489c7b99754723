// A table described by its columns: what each shows, sorts by and says on hover. For lists that need no more
// than that.
#pragma once

#include "models/common/filter.h"
#include "models/common/rowmodel.h"

#include <QSortFilterProxyModel>
#include <QVariant>

#include <functional>

namespace quayside::models
{

// FirstOwnTableRole: where the roles of a model with more to tell begin.
enum TableRole { TableKeyRole = Qt::UserRole + 1, TableSortRole, FirstOwnTableRole };

template <typename Row>
struct TableColumn {
    QString title;
    std::function<QString(const Row &)> text;
    std::function<QVariant(const Row &)> sortBy; // null: the text
    std::function<QString(const Row &)> toolTip; // null: the text
    bool number = false;                         // stands at the right
};

// Rows that know their order. To sort a thousand of them takes ten thousand comparisons while somebody waits,
// too many for indexes and roles.
class OrderedRows
{
public:
    OrderedRows() = default;
    OrderedRows(const OrderedRows &) = delete;
    OrderedRows &operator=(const OrderedRows &) = delete;
    virtual ~OrderedRows() = default;

    // By what TableSortRole says of the column: below, at or above 0. Both rows are there.
    [[nodiscard]] virtual int orderOf(int column, int leftRow, int rightRow) const = 0;
};

// Texts without regard to their case; what can't be compared is alike.
[[nodiscard]] int orderOf(const QVariant &left, const QVariant &right);

template <typename Row>
class TableModel : public RowModel<Row>, public OrderedRows
{
public:
    explicit TableModel(QList<TableColumn<Row>> columns, QObject *parent = nullptr)
        : RowModel<Row>(parent), m_columns(std::move(columns))
    {
    }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!this->checkIndex(index, QAbstractItemModel::CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = this->at(index.row());
        const TableColumn<Row> &column = m_columns[index.column()];
        switch (role) {
        case Qt::DisplayRole:
            return column.text(row);
        case Qt::ToolTipRole:
            return column.toolTip ? column.toolTip(row) : column.text(row);
        case Qt::TextAlignmentRole:
            return alignment(column);
        case TableKeyRole:
            return row.key();
        case TableSortRole:
            return column.sortBy ? column.sortBy(row) : QVariant(column.text(row));
        default:
            return {};
        }
    }

    [[nodiscard]] int orderOf(int column, int leftRow, int rightRow) const override
    {
        const TableColumn<Row> &by = m_columns[column];
        const Row &left = this->at(leftRow), &right = this->at(rightRow);
        return by.sortBy ? models::orderOf(by.sortBy(left), by.sortBy(right))
                         : QString::compare(by.text(left), by.text(right), Qt::CaseInsensitive);
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignment(m_columns[section]);
        return role == Qt::DisplayRole ? QVariant(m_columns[section].title) : QVariant();
    }

    // Times are relative: they grow without the engine's saying so.
    void refreshTexts()
    {
        if (this->rowCount() > 0)
            emit this->dataChanged(this->index(0, 0), this->index(this->rowCount() - 1, columnCount() - 1),
                                   {Qt::DisplayRole});
    }

protected:
    // What a filter line offers: what `say` says of the rows (a QString or a QStringList of each), in order.
    template <typename Say>
    [[nodiscard]] QStringList said(Say say) const
    {
        QStringList all;
        for (const Row &row : this->rows())
            all += say(row);
        return inOrder(std::move(all));
    }

private:
    static int alignment(const TableColumn<Row> &column)
    {
        return int((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    QList<TableColumn<Row>> m_columns;
};

// What of a TableModel is shown: the filter line, and rows that are about to go (removal can still be
// undone).
class TableFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using Holds = std::function<bool(int sourceRow, const FilterTerm &term)>;
    using Precedes = std::function<bool(int leftSourceRow, int rightSourceRow)>;

    // precedes: the order of rows that are equal in the column that is sorted by; null: as they came.
    TableFilterModel(QStringList keys, Holds holds, Precedes precedes = {}, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &filterKeys() const { return m_keys; }
    void setSourceModel(QAbstractItemModel *source) override; // best one that is OrderedRows
    void setFilterText(const QString &text);
    void setHiddenKeys(const QSet<QString> &keys);
    [[nodiscard]] const QSet<QString> &hiddenKeys() const { return m_hidden; }
    [[nodiscard]] bool isFiltering() const { return !m_filter.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_keys;
    Holds m_holds;
    Precedes m_precedes;
    const OrderedRows *m_rows = nullptr; // the source, where it is one
    Filter m_filter;
    QSet<QString> m_hidden;
};

} // namespace quayside::models
