#include "ui/dockerfile/context/contextview.h"

#include "models/common/text.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/sizebar.h"
#include "ui/common/table.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

using models::ContextEntry;
using models::ContextTree;

namespace
{

constexpr std::size_t shownLargest = 20;

QString absolute(const QString &folder, const std::string &path)
{
    return QDir(folder).filePath(QFile::decodeName(QByteArray::fromStdString(path)));
}

} // namespace

ContextDelegate::ContextDelegate(QObject *parent)
    : QStyledItemDelegate(parent), m_folder(icon(Symbol::Folder)), m_file(icon(Symbol::File)),
      m_link(icon(Symbol::Link))
{
}

QSize ContextDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, option.fontMetrics.height() + 8};
}

void ContextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto state = ContextEntry::State(index.data(ContextTree::StateRole).toInt());
    QStyleOptionViewItem background = option;
    background.state &= ~QStyle::State_HasFocus;
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);
    painter->save();
    if (state == ContextEntry::State::Excluded && !selected) {
        QColor shade = option.palette.color(QPalette::Text);
        shade.setAlphaF(0.07F);
        painter->fillRect(option.rect, shade);
    }
    painter->setFont(option.font);
    const bool quiet = state == ContextEntry::State::Excluded || index.column() != ContextTree::NameColumn;
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                    : quiet  ? quietTextColor(option.palette)
                             : option.palette.color(QPalette::Text));
    if (index.column() == ContextTree::NameColumn)
        paintName(painter, option, index);
    else if (index.column() == ContextTree::SizeColumn)
        paintSizeBar(painter, option, index.data().toString(), index.data(ContextTree::ShareRole).toDouble());
    else
        painter->drawText(option.rect.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle,
                                                        option.rect.width() - 12));
    painter->restore();
}

void ContextDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto kind = ContextEntry::Kind(index.data(ContextTree::KindRole).toInt());
    const QIcon &symbol = kind == ContextEntry::Kind::Folder ? m_folder
                          : kind == ContextEntry::Kind::Link ? m_link
                                                             : m_file;
    const bool excluded =
        ContextEntry::State(index.data(ContextTree::StateRole).toInt()) == ContextEntry::State::Excluded;
    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    QRect tick;
    if (box.features.testFlag(QStyleOptionViewItem::HasCheckIndicator)) {
        // Where a click is looked for (QStyledItemDelegate::editorEvent()).
        tick = option.widget->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &box,
                                                      option.widget);
        box.rect = tick;
        box.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
        box.state |= box.checkState == Qt::Checked     ? QStyle::State_On
                     : box.checkState == Qt::Unchecked ? QStyle::State_Off
                                                       : QStyle::State_NoChange;
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter,
                                              option.widget);
    }
    const int left = tick.isNull() ? option.rect.left() + 2 : tick.right() + 5;
    const QRect place(left, option.rect.center().y() - 7, 16, 16);
    symbol.paint(painter, place, Qt::AlignCenter,
                 option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected
                 : excluded                                    ? QIcon::Disabled
                                                               : QIcon::Normal);
    const QRect text(place.right() + 7, option.rect.top(), option.rect.right() - place.right() - 9,
                     option.rect.height());
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
}

ContextView::ContextView(QWidget *parent)
    : QWidget(parent), m_tools(new QToolBar(this)), m_summary(new QLabel(this)), m_notice(new Notice(this)),
      m_stack(new QStackedWidget(this)), m_empty(new Placeholder(Symbol::Folder, this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_table(new Table(QStringLiteral("dockerfile-context"), this)), m_largest(new QTreeWidget(this))
{
    makeActions();
    makeTable();
    makeLargest();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_largest);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(8, 4, 8, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_summary);
    connect(&m_tree, &ContextTree::looked, this, &ContextView::onLooked);
    onLooked();
}

void ContextView::makeActions()
{
    struct Description {
        Symbol symbol;
        QString text, toolTip;
        QKeySequence keys;
    };
    const std::array<Description, VerbCount> descriptions{
        {{Symbol::Remove, tr("Leave &out"), tr("Leave this out of builds: adds a line to .dockerignore"),
          QKeySequence(Qt::Key_Delete)},
         {Symbol::Add, tr("&Include"), tr("Let builds have this again: changes .dockerignore"),
          QKeySequence(Qt::Key_Insert)},
         {Symbol::Open, tr("Open the &rule"), tr("Open .dockerignore at the line that decides about this"),
          QKeySequence(Qt::Key_F4)},
         {Symbol::Stats, tr("&Largest files"), tr("List the largest files that builds receive"), {}},
         {Symbol::Refresh, tr("Look a&gain"), tr("Read the folder again"), QKeySequence(Qt::Key_F5)}}};
    for (std::size_t i = 0; i < descriptions.size(); ++i) {
        const Description &description = descriptions[i];
        auto *action = m_actions[i] = new QAction(icon(description.symbol), description.text, this);
        action->setToolTip(description.toolTip);
        action->setShortcut(description.keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_tools->addAction(action);
        if (description.keys.isEmpty())
            m_tools->widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
    }
    m_tools->setIconSize({16, 16});
    m_tools->setAccessibleName(tr("Actions on files of the build"));
    m_actions[Largest]->setCheckable(true);
    m_actions[Largest]->setChecked(true);
    connect(m_actions[Exclude], &QAction::triggered, this, [this] { leaveOut(true); });
    connect(m_actions[Include], &QAction::triggered, this, [this] { leaveOut(false); });
    connect(m_actions[OpenRule], &QAction::triggered, this, &ContextView::openRule);
    connect(m_actions[Largest], &QAction::toggled, m_largest, &QWidget::setVisible);
    connect(m_actions[Refresh], &QAction::triggered, &m_tree, &ContextTree::refresh);
}

void ContextView::makeTable()
{
    m_table->setItemDelegate(new ContextDelegate(m_table));
    m_table->setModel(&m_tree);
    m_table->setRootIsDecorated(true);
    m_table->setItemsExpandable(true);
    m_table->setIndentation(16);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Files of the build"));
    m_table->setUpColumns({{ContextTree::SizeColumn, 84}, {ContextTree::RuleColumn, 130}},
                          ContextTree::NameColumn);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_actions[Exclude], m_actions[Include], m_actions[OpenRule]});
    connect(m_table, &Table::chosenRowChanged, this, [this] {
        if (m_resetting)
            return;
        m_chosen = m_tree.path(m_table->chosenRow());
        refreshActions();
    });
    connect(m_table, &Table::rowOpened, this, [this](const QModelIndex &index) {
        if (ContextEntry::Kind(index.data(ContextTree::KindRole).toInt()) == ContextEntry::Kind::File)
            emit fileWanted(absolute(m_tree.folder(), m_tree.path(index)));
    });
    const auto pathOf = [this](const QModelIndex &index) {
        return QByteArray::fromStdString(m_tree.path(index));
    };
    connect(m_table, &QTreeView::expanded, this,
            [this, pathOf](const QModelIndex &index) { m_expanded.insert(pathOf(index)); });
    connect(m_table, &QTreeView::collapsed, this,
            [this, pathOf](const QModelIndex &index) { m_expanded.remove(pathOf(index)); });
    connect(&m_tree, &ContextTree::refused, this,
            [this](const QString &sentence) { m_notice->show(Notice::Kind::Error, sentence); });
    connect(&m_tree, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
    connect(&m_tree, &QAbstractItemModel::modelReset, this, &ContextView::onReset);
}

void ContextView::makeLargest()
{
    m_largest->setColumnCount(2);
    m_largest->setHeaderLabels({tr("Largest files"), tr("Size")});
    m_largest->header()->setStretchLastSection(false);
    m_largest->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_largest->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_largest->setRootIsDecorated(false);
    m_largest->setUniformRowHeights(true);
    m_largest->setTextElideMode(Qt::ElideMiddle);
    m_largest->setFrameShape(QFrame::NoFrame);
    m_largest->setAccessibleName(tr("Largest files of the build"));
    connect(m_largest, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item != nullptr)
            showEntry(item->data(0, Qt::UserRole).toByteArray().toStdString());
    });
}

void ContextView::setContext(const QString &folder, const QString &dockerfile)
{
    m_expanded.clear();
    m_chosen.clear();
    m_tree.setContext(folder, dockerfile);
    onLooked();
}

// What was open and chosen is so again: a change on the disk folds nothing up.
void ContextView::onReset()
{
    expandAgain();
    if (const QModelIndex chosen = m_tree.find(m_chosen); chosen.isValid())
        m_table->chooseRow(chosen);
    m_resetting = false;
    fillLargest();
    refreshActions();
}

void ContextView::expandAgain()
{
    QList<QByteArray> paths(m_expanded.cbegin(), m_expanded.cend());
    std::ranges::sort(paths);
    for (const QByteArray &path : paths) {
        if (const QModelIndex index = m_tree.find(path.toStdString()); index.isValid())
            m_table->expand(index);
    }
}

void ContextView::onLooked()
{
    const bool none = m_tree.folder().isEmpty(), looking = m_tree.contents().entries.empty();
    const QString problem = m_tree.problem();
    if (none)
        m_empty->setText(tr("No folder yet"),
                         tr("Save the Dockerfile: its folder is what a build receives, and is listed here."));
    else if (looking)
        m_empty->setText(tr("Looking at the folder"), {});
    else if (m_tree.rowCount() == 0)
        m_empty->setText(
            tr("The folder is empty"),
            tr("COPY takes files from here: a build receives what is in %1.").arg(m_tree.folder()));
    m_stack->setCurrentWidget(none || looking || m_tree.rowCount() == 0 ? static_cast<QWidget *>(m_empty)
                                                                        : m_splitter);
    m_summary->setText(m_tree.summary());
    m_summary->setVisible(!m_summary->text().isEmpty());
    if (!problem.isEmpty())
        m_notice->show(Notice::Kind::Error, problem);
    else if (!none && !looking && !m_tree.isLive())
        m_notice->show(Notice::Kind::Info,
                       tr("This folder is too large to be watched: press F5 to look again."));
    else
        m_notice->dismiss();
    refreshActions();
}

void ContextView::fillLargest()
{
    m_largest->clear();
    const models::ContextContents &contents = m_tree.contents();
    for (const std::uint32_t entry : contents.largest(shownLargest)) {
        const QByteArray path = QByteArray::fromStdString(contents.path(entry));
        auto *item = new QTreeWidgetItem(
            m_largest, {QFile::decodeName(path), models::Text::size(qint64(contents.entries[entry].size))});
        item->setData(0, Qt::UserRole, path);
        item->setSizeHint(0, {0, fontMetrics().height() + 6});
        item->setToolTip(0, QFile::decodeName(path));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void ContextView::refreshActions()
{
    const QModelIndex chosen = m_table->chosenRow();
    const auto state = ContextEntry::State(chosen.data(ContextTree::StateRole).toInt());
    m_actions[Exclude]->setEnabled(chosen.isValid() && state != ContextEntry::State::Excluded);
    m_actions[Include]->setEnabled(chosen.isValid() && state != ContextEntry::State::Included &&
                                   m_tree.ruleLine(chosen) > 0);
    m_actions[OpenRule]->setEnabled(!m_tree.contents().ignoreName.empty() &&
                                    (m_tree.ruleLine(chosen) > 0 || m_tree.contents().ruleProblemLine > 0));
    m_actions[Refresh]->setEnabled(!m_tree.folder().isEmpty());
    m_actions[Largest]->setEnabled(m_largest->topLevelItemCount() > 0);
}

void ContextView::leaveOut(bool excluded)
{
    const QModelIndex chosen = m_table->chosenRow();
    if (!chosen.isValid())
        return;
    const std::string path = m_tree.path(chosen);
    if (const QString problem = excluded ? m_tree.exclude(path) : m_tree.include(path); !problem.isEmpty())
        m_notice->show(Notice::Kind::Error, problem);
}

void ContextView::openRule()
{
    const int line = m_tree.ruleLine(m_table->chosenRow());
    emit ruleWanted(m_tree.ignoreFile(), line > 0 ? line : m_tree.contents().ruleProblemLine);
}

void ContextView::showEntry(const std::string &path)
{
    const QModelIndex index = m_tree.find(path);
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_table->expand(above);
    m_table->chooseRow(index);
    m_table->scrollTo(index);
}

} // namespace quayside::ui
