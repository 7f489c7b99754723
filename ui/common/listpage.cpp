#include "ui/common/listpage.h"

#include "ui/common/appearance.h"
#include "ui/common/filteredit.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProxyStyle>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>

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
    connect(header(), &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_fitting || section == 0)
            return;
        m_wanted[section] = width;
        fitColumns();
    });
}

void Table::setUpColumns(const QList<std::pair<int, int>> &shown, int sortColumn)
{
    for (int column = 0; column < model()->columnCount(); ++column)
        setColumnHidden(column, true);
    for (const auto &[column, width] : shown) {
        setColumnHidden(column, false);
        m_wanted[column] = width;
    }
    const QByteArray saved = QSettings().value(QStringLiteral("columns/") + m_name).toByteArray();
    m_fitting = true; // widths that come back with the state are those of another window size
    const bool restored = !saved.isEmpty() && header()->restoreState(saved);
    m_fitting = false;
    if (!restored)
        sortByColumn(sortColumn, Qt::AscendingOrder);
    header()->setStretchLastSection(false);
    const QVariantMap widths = QSettings().value(QStringLiteral("widths/") + m_name).toMap();
    for (auto width = widths.begin(); width != widths.end(); ++width)
        m_wanted[width.key().toInt()] = width.value().toInt();
    connect(header(), &QHeaderView::sectionResized, this, &Table::saveColumns);
    connect(header(), &QHeaderView::sectionMoved, this, &Table::saveColumns);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &Table::saveColumns);
    fitColumns();
}

void Table::offerColumn(int column, int width)
{
    if (m_offered.contains(column))
        return;
    m_offered.insert(column);
    const QString key = QStringLiteral("offered/%1/%2").arg(m_name).arg(column);
    if (QSettings().value(key).toBool())
        return; // in an earlier session: since then the person's choice holds
    QSettings().setValue(key, true);
    if (!m_wanted.contains(column))
        m_wanted[column] = width;
    setColumnHidden(column, false);
    fitColumns();
    saveColumns();
}

void Table::saveColumns()
{
    if (!isVisible() || m_fitting)
        return;
    QSettings settings;
    settings.setValue(QStringLiteral("columns/") + m_name, header()->saveState());
    QVariantMap widths;
    for (auto width = m_wanted.begin(); width != m_wanted.end(); ++width)
        widths.insert(QString::number(width.key()), width.value());
    settings.setValue(QStringLiteral("widths/") + m_name, widths);
}

// The first column takes what the others leave; where that is too little, they give way evenly.
void Table::fitColumns()
{
    if (model() == nullptr || m_fitting)
        return;
    constexpr int leastFirst = 150, least = 56;
    int others = 0;
    for (int column = 1; column < header()->count(); ++column)
        others += isColumnHidden(column) ? 0 : m_wanted.value(column, 100);
    const int room = std::max(viewport()->width() - leastFirst, least);
    const double scale = others > room ? double(room) / others : 1.0;
    m_fitting = true;
    int left = viewport()->width();
    for (int column = 1; column < header()->count(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int width = std::max(least, int(m_wanted.value(column, 100) * scale));
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

void Table::chooseColumns(const QPoint &point)
{
    QMenu menu(this);
    menu.addSection(tr("Columns"));
    for (int column = 1; column < header()->count(); ++column) {
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            fitColumns();
            saveColumns();
        });
    }
    menu.exec(header()->mapToGlobal(point));
}

void Table::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentRowChanged();
}

ListPage::ListPage(const QString &title, Symbol symbol, const QString &name, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_count(new QLabel(this)),
      m_toolBar(new QToolBar(this)), m_head(new QHBoxLayout), m_notice(new Notice(this)),
      m_undoBar(new UndoBar(this)), m_stack(new QStackedWidget(this)), m_empty(new Placeholder(symbol, this)),
      m_nothing(new Placeholder(Symbol::Search, this)), m_loading(new QWidget(this)),
      m_table(new Table(name, this))
{
    m_title->setFont(headingFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_toolBar->setIconSize({16, 16});
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon); // of actions whose priority is not low
    m_head->setContentsMargins(12, 6, 8, 6);
    m_head->addWidget(m_title);
    m_head->addSpacing(4);
    m_head->addWidget(m_count);
    m_head->addStretch(1);
    m_nothing->setText(tr("Nothing matches"), tr("No row fits the filter."));
    m_nothing->addButton(tr("Clear the filter"), Symbol::Close, [this] {
        if (m_filter != nullptr)
            m_filter->clear();
    });
    // In the order of Face.
    for (QWidget *face : {m_loading, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_nothing),
                          static_cast<QWidget *>(m_table)})
        m_stack->addWidget(face);
    m_loading->setBackgroundRole(QPalette::Base);
    m_loading->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_undoBar);
    setFace(Face::Loading);
}

FilterEdit *ListPage::addFilter(const QStringList &keys, const QMap<QString, QStringList> &values)
{
    m_filter = new FilterEdit(keys, values, this);
    m_filter->setMinimumWidth(120);
    m_filter->setMaximumWidth(280);
    m_head->addWidget(m_filter, 2);
    return m_filter;
}

void ListPage::setCountText(const QString &text)
{
    m_count->setText(text);
}

void ListPage::setFace(Face face)
{
    m_face = face;
    m_stack->setCurrentIndex(int(face));
}

void ListPage::focusFilter()
{
    if (m_filter != nullptr) {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    }
}

void ListPage::focusList()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace quayside::ui
