#include "ui/containers/details/setuppane.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::SetupItem;
using models::SetupSection;

namespace
{

enum SetupRole { ValueRole = Qt::UserRole, SecretRole, LinkRole, TargetRole };

SetupItem::Link linkOf(const QTreeWidgetItem *item)
{
    return SetupItem::Link(item->data(0, LinkRole).toInt());
}

} // namespace

SetupPane::SetupPane(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_tree(new QTreeWidget(this))
{
    m_search->setPlaceholderText(tr("Search names and values"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Symbol::Search), QLineEdit::LeadingPosition);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Name"), tr("Value")});
    m_tree->setAccessibleName(tr("What the container is made of"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(10);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, 150);
    auto *copyAction = new QAction(icon(Symbol::Copy), tr("&Copy value"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tree->addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, [this] { copy(false); });
    connect(m_search, &QLineEdit::textChanged, this, &SetupPane::filter);
    connect(m_tree, &QTreeWidget::itemActivated, this, &SetupPane::open);
    // A click is enough for what is hidden.
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item, int column) {
        if (column == 1 && item->data(0, SecretRole).toBool())
            reveal(item, item->text(1) != item->data(0, ValueRole).toString());
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SetupPane::showMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
}

void SetupPane::showContainer(const api::ContainerInspect &container, const api::Delegates &handed)
{
    QList<SetupSection> sections = models::setupOf(container, handed);
    const auto same = [](const SetupItem &left, const SetupItem &right) {
        return left.name == right.name && left.value == right.value;
    };
    const bool unchanged =
        m_id == container.id && sections.size() == m_sections.size() &&
        std::ranges::equal(sections, m_sections, [&](const auto &left, const auto &right) {
            return left.title == right.title && std::ranges::equal(left.items, right.items, same);
        });
    if (unchanged)
        return; // what was revealed and selected stays
    m_id = container.id;
    m_sections = std::move(sections);
    fill();
}

void SetupPane::fill()
{
    m_tree->clear();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (const SetupSection &section : std::as_const(m_sections)) {
        auto *head = new QTreeWidgetItem(m_tree, {section.title});
        head->setFont(0, bold);
        head->setFirstColumnSpanned(true);
        head->setFlags(Qt::ItemIsEnabled);
        for (const SetupItem &one : section.items) {
            auto *item = new QTreeWidgetItem(head, {one.name});
            item->setData(0, ValueRole, one.value);
            item->setData(0, SecretRole, one.secret);
            item->setData(0, LinkRole, int(one.link));
            item->setData(0, TargetRole, one.target);
            item->setToolTip(0, one.name);
            item->setFont(1, fixedFont());
            if (one.link != SetupItem::Link::None)
                item->setForeground(1, palette().color(QPalette::Link));
            reveal(item, !one.secret);
        }
        head->setExpanded(true);
    }
    filter();
}

void SetupPane::reveal(QTreeWidgetItem *item, bool revealed)
{
    const QString value = item->data(0, ValueRole).toString();
    item->setText(1, revealed ? value : QString(8, QChar(0x2022)));
    item->setToolTip(1, revealed ? value : tr("Looks like a secret. Click to show it"));
    item->setData(1, Qt::AccessibleTextRole, revealed ? value : tr("hidden"));
}

// What is hidden is not found by its value: typing would tell it.
void SetupPane::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *head = m_tree->topLevelItem(i);
        bool any = false;
        for (int row = 0; row < head->childCount(); ++row) {
            QTreeWidgetItem *item = head->child(row);
            const bool fits = item->text(0).contains(wanted, Qt::CaseInsensitive) ||
                              item->text(1).contains(wanted, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any = any || fits;
        }
        head->setHidden(!any);
    }
}

void SetupPane::open(QTreeWidgetItem *item)
{
    const QString target = item->data(0, TargetRole).toString();
    switch (linkOf(item)) {
    case SetupItem::Link::Volume:
        emit volumeWanted(target);
        break;
    case SetupItem::Link::Network:
        emit networkWanted(target);
        break;
    case SetupItem::Link::Url:
        QDesktopServices::openUrl(QUrl(target));
        break;
    case SetupItem::Link::Folder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(target));
        break;
    case SetupItem::Link::None:
        if (item->data(0, SecretRole).toBool())
            reveal(item, true);
    }
}

void SetupPane::copy(bool withNames) const
{
    QStringList lines;
    for (const QTreeWidgetItem *item : m_tree->selectedItems()) {
        const QString value = item->data(0, ValueRole).toString();
        lines.append(withNames ? item->text(0) + u'=' + value : value);
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void SetupPane::showMenu(const QPoint &point)
{
    QTreeWidgetItem *item = m_tree->itemAt(point);
    if (item == nullptr || item->childCount() > 0)
        return;
    QMenu menu(this);
    menu.addActions(m_tree->actions());
    menu.addAction(tr("Copy &name=value"), this, [this] { copy(true); });
    if (item->data(0, SecretRole).toBool())
        menu.addAction(tr("&Show it"), this, [this, item] { reveal(item, true); });
    if (linkOf(item) != SetupItem::Link::None)
        menu.addAction(icon(Symbol::Open), tr("&Open"), this, [this, item] { open(item); });
    menu.exec(m_tree->viewport()->mapToGlobal(point));
}

} // namespace quayside::ui
