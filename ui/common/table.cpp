#include "ui/common/table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QProxyStyle>
#include <QSettings>

#include <algorithm>

namespace quayside::ui
{

namespace
{

// The words of the header stand above those of the cells (RowDelegate, ContainerDelegate).
class HeaderStyle : public QProxyStyle
{
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_HeaderMargin ? 6 : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

constexpr int leastFirst = 130, leastFavoured = 110, least = 56; // pixels

QStyle *headerStyle()
{
    static HeaderStyle style;
    return &style;
}

} // namespace

Table::Table(const QString &name, QWidget *parent) : QTreeView(parent), m_name(name)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSortingEnabled(true);
    setTextElideMode(Qt::ElideMiddle);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setItemsExpandable(false);
    header()->setStyle(headerStyle());
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(60);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(header(), &QWidget::customContextMenuRequested, this, &Table::chooseColumns);
    connect(header(), &QHeaderView::sectionResized, this,
            [this](int section, int, int width) { onSectionResized(section, width); });
    connect(this, &QAbstractItemView::doubleClicked, this, &Table::rowOpened);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(300);
    connect(&m_saveSoon, &QTimer::timeout, this, &Table::saveColumns);
}

void Table::hideEvent(QHideEvent *event)
{
    if (m_saveSoon.isActive()) {
        m_saveSoon.stop();
        writeColumns();
    }
    QTreeView::hideEvent(event);
}

// ---- columns

void Table::setUpColumns(const QList<std::pair<int, int>> &shown, int sortColumn)
{
    for (const auto &[column, width] : shown) {
        m_wanted[column] = width;
        if (column != 0)
            m_shown.append(column);
    }
    restoreColumns(sortColumn);
    connect(header(), &QHeaderView::sectionMoved, this, &Table::saveColumns);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &Table::saveColumns);
    fitColumns();
}

void Table::favourFirstColumn()
{
    m_firstFavoured = true;
    fitColumns();
}

// The state that Qt keeps (order, sorting) is that of this number of columns.
void Table::restoreColumns(int sortColumn)
{
    const QSettings settings;
    const QString key = QStringLiteral("%1/%2").arg(m_name).arg(model()->columnCount());
    m_fitting = true; // widths that come back with the state are those of another window size
    const QByteArray state = settings.value(QStringLiteral("columns/") + key).toByteArray();
    if (state.isEmpty() || !header()->restoreState(state))
        sortByColumn(sortColumn, Qt::AscendingOrder);
    m_fitting = false;
    header()->setStretchLastSection(false);
    if (const QVariant shown = settings.value(QStringLiteral("shown/") + key); shown.isValid()) {
        m_shown.clear();
        for (const QString &column : shown.toStringList())
            m_shown.append(std::clamp(column.toInt(), 1, model()->columnCount() - 1));
    }
    const QVariantMap widths = settings.value(QStringLiteral("widths/") + key).toMap();
    for (auto width = widths.begin(); width != widths.end(); ++width)
        m_wanted[width.key().toInt()] = width.value().toInt();
    m_widthsOwn = !widths.isEmpty();
}

void Table::saveColumns()
{
    if (isVisible() && !m_fitting)
        writeColumns();
}

void Table::writeColumns()
{
    QSettings settings;
    const QString key = QStringLiteral("%1/%2").arg(m_name).arg(model()->columnCount());
    settings.setValue(QStringLiteral("columns/") + key, header()->saveState());
    QStringList shown;
    for (const int column : std::as_const(m_shown))
        shown.append(QString::number(column));
    settings.setValue(QStringLiteral("shown/") + key, shown);
    if (!m_widthsOwn)
        return;
    QVariantMap widths;
    for (auto width = m_wanted.begin(); width != m_wanted.end(); ++width)
        widths.insert(QString::number(width.key()), width.value());
    settings.setValue(QStringLiteral("widths/") + key, widths);
}

// By hand: from now on all have the width that they were given.
void Table::onSectionResized(int section, int width)
{
    if (m_fitting || section == 0)
        return;
    if (!m_widthsOwn) {
        for (const int column : std::as_const(m_shown)) {
            if (!isColumnHidden(column))
                m_wanted[column] = columnWidth(column);
        }
        m_widthsOwn = true;
    }
    m_wanted[section] = width;
    fitColumns();
    m_saveSoon.start(); // a drag is many of these, and what is saved is written to the disk
}

// Those that fit when each gives way as far as it can; the last ones go first.
QList<int> Table::fittingColumns(int room) const
{
    QList<int> fitting;
    for (const int column : m_shown) {
        room -= m_firstFavoured ? wantedWidth(column) : std::max(least, wantedWidth(column) * 4 / 5);
        if (room < 0)
            break;
        fitting.append(column);
    }
    return fitting;
}

// Laying columns out may bring the bar at the right or take it away, and so change the room that there is.
void Table::fitColumns()
{
    if (model() == nullptr || m_fitting)
        return;
    for (int tries = 0, before = -1; tries < 2 && viewport()->width() != before; ++tries) {
        before = viewport()->width();
        fitColumnsTo(before);
    }
}

// Column 0 takes what the others leave. They give way evenly where that is too little, and, as long as nobody
// has set their widths, grow where there is plenty.
void Table::fitColumnsTo(int all)
{
    const int room = std::max(all - (m_firstFavoured ? leastFavoured : leastFirst), 0);
    const QList<int> fitting = fittingColumns(room);
    int others = 0;
    for (const int column : fitting)
        others += wantedWidth(column);
    const double most = m_widthsOwn || m_firstFavoured ? 1.0 : 1.6;
    double scale = others > room ? double(room) / others : 1.0;
    if (others > 0 && scale >= 1.0)
        scale = std::clamp(all * 0.6 / others, 1.0, most);
    m_fitting = true;
    int left = all;
    for (int column = 1; column < header()->count(); ++column) {
        setColumnHidden(column, !fitting.contains(column));
        if (isColumnHidden(column))
            continue;
        const int width = std::max(least, int(wantedWidth(column) * scale));
        setColumnWidth(column, width);
        left -= width;
    }
    setColumnWidth(0, std::max(leastFirst - 20, left));
    // The range of the bar is set a moment later: until then it would show itself for nothing.
    setHorizontalScrollBarPolicy(left >= leastFirst - 20 ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_fitting = false;
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

// A column that is asked for is more important than those that nobody asked for.
void Table::chooseColumns(const QPoint &point)
{
    QMenu menu(this);
    menu.addSection(tr("Columns"));
    for (int column = 1; column < header()->count(); ++column) {
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(m_shown.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_shown.removeAll(column);
            if (shown)
                m_shown.prepend(column);
            fitColumns();
            saveColumns();
            emit columnsChosen();
        });
    }
    menu.exec(header()->mapToGlobal(point));
}

void Table::setColumnsShown(const QList<std::pair<int, int>> &columns, bool shown)
{
    qsizetype place = std::min<qsizetype>(1, m_shown.size());
    for (const auto &[column, width] : columns) {
        if (!m_wanted.contains(column))
            m_wanted[column] = width;
        if (!shown)
            m_shown.removeAll(column);
        else if (!m_shown.contains(column))
            m_shown.insert(place++, column);
    }
    fitColumns();
    saveColumns();
    emit columnsChosen();
}

// ---- rows

void Table::setGrouped(bool grouped)
{
    setRootIsDecorated(grouped);
    setItemsExpandable(grouped);
    setIndentation(grouped ? 16 : 0);
}

QModelIndex Table::chosenRow() const
{
    if (selectionModel() == nullptr)
        return {};
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (current.isValid() && selectionModel()->isSelected(current))
        return current;
    const QItemSelection selection = selectionModel()->selection();
    return selection.isEmpty() ? QModelIndex() : QModelIndex(selection.first().topLeft()).siblingAtColumn(0);
}

void Table::chooseRow(const QModelIndex &index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void Table::tellChosenRow()
{
    const QModelIndex chosen = chosenRow();
    if (m_chosen == chosen)
        return;
    m_chosen = chosen;
    emit chosenRowChanged();
}

void Table::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    tellChosenRow();
}

void Table::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    tellChosenRow();
}

void Table::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && !(event->modifiers() & ~Qt::KeypadModifier) && chosenRow().isValid()) {
        emit rowOpened(chosenRow());
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace quayside::ui
