#include "ui/containers/details/changespane.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <array>

namespace quayside::ui
{

using client::PathChange;
using client::PathChangeKind;

namespace
{

constexpr std::size_t mostChanges = 5000; // past that the list says nothing to a person

} // namespace

ChangesPane::ChangesPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_client(client), m_summary(new QLabel(this)), m_refresh(new QToolButton(this)),
      m_tree(new QTreeWidget(this))
{
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_refresh->setIcon(icon(Symbol::Refresh));
    m_refresh->setAutoRaise(true);
    m_refresh->setToolTip(tr("Look again"));
    m_refresh->setAccessibleName(m_refresh->toolTip());
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("File"), tr("Since the image")});
    m_tree->setAccessibleName(tr("What has changed since the image"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_refresh, &QToolButton::clicked, this, &ChangesPane::fetch);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QString path = item->data(0, Qt::UserRole).toString();
        emit folderWanted(item->childCount() > 0 ? path : path.section(u'/', 0, -2));
    });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 6, 8, 6);
    head->addWidget(m_summary, 1);
    head->addWidget(m_refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
}

QString ChangesPane::summary() const
{
    return m_summary->text();
}

void ChangesPane::showContainer(const QString &id)
{
    if (m_id != id) {
        m_tree->clear();
        m_summary->clear();
    }
    m_id = id;
    fetch();
}

void ChangesPane::fetch()
{
    m_call.cancel();
    m_call = client::pathChanges(
        *m_client, m_id.toStdString(), this, [this](const Result<std::vector<PathChange>> &changes) {
            if (changes)
                fill(*changes);
            else
                m_summary->setText(
                    tr("The engine does not tell: %1.").arg(QString::fromStdString(changes.error().message)));
        });
}

QTreeWidgetItem *ChangesPane::parentFor(const QString &path, QHash<QString, QTreeWidgetItem *> &items)
{
    const QString folder = path.section(u'/', 0, -2);
    if (folder.isEmpty())
        return m_tree->invisibleRootItem();
    if (QTreeWidgetItem *known = items.value(folder))
        return known;
    auto *item = new QTreeWidgetItem(parentFor(folder, items), {folder.section(u'/', -1)});
    item->setData(0, Qt::UserRole, folder);
    item->setIcon(0, icon(Symbol::Folder));
    items.insert(folder, item);
    return item;
}

void ChangesPane::fill(std::vector<PathChange> changes)
{
    std::ranges::sort(changes, {}, &PathChange::path);
    m_tree->setUpdatesEnabled(false);
    m_tree->clear();
    QHash<QString, QTreeWidgetItem *> items;
    std::array<int, 3> counts{};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const PathChange &change = changes[i];
        ++counts[std::size_t(change.kind)];
        if (i >= mostChanges)
            continue;
        const QString path = QString::fromStdString(change.path);
        auto *item = new QTreeWidgetItem(parentFor(path, items), {path.section(u'/', -1)});
        const bool added = change.kind == PathChangeKind::Added,
                   gone = change.kind == PathChangeKind::Deleted;
        item->setText(1, added ? tr("new") : gone ? tr("removed") : tr("changed"));
        item->setForeground(1, toneColor(added ? Tone::Good : gone ? Tone::Bad : Tone::Accent));
        item->setData(0, Qt::UserRole, path);
        item->setToolTip(0, path);
        items.insert(path, item);
    }
    if (changes.size() < 200)
        m_tree->expandAll();
    m_tree->setUpdatesEnabled(true);
    if (changes.empty())
        m_summary->setText(tr("Nothing has changed since the image."));
    else if (changes.size() > mostChanges)
        m_summary->setText(tr("%1 new, %2 changed, %3 removed; the first %4 are shown")
                               .arg(counts[std::size_t(PathChangeKind::Added)])
                               .arg(counts[std::size_t(PathChangeKind::Modified)])
                               .arg(counts[std::size_t(PathChangeKind::Deleted)])
                               .arg(mostChanges));
    else
        m_summary->setText(tr("%1 new, %2 changed, %3 removed")
                               .arg(counts[std::size_t(PathChangeKind::Added)])
                               .arg(counts[std::size_t(PathChangeKind::Modified)])
                               .arg(counts[std::size_t(PathChangeKind::Deleted)]));
}

} // namespace quayside::ui
