#include "ui/common/prunedialog.h"

#include "models/common/text.h"

#include <QDialogButtonBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

namespace
{
constexpr int keyRole = Qt::UserRole, bytesRole = Qt::UserRole + 1;

// Sizes sort as numbers.
class Item : public QTreeWidgetItem
{
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem &other) const override
    {
        if (treeWidget()->sortColumn() == 2)
            return data(0, bytesRole).toLongLong() < other.data(0, bytesRole).toLongLong();
        return QTreeWidgetItem::operator<(other);
    }
};
} // namespace

PruneDialog::PruneDialog(const QString &title, const QString &sentence, const QList<PruneItem> &items,
                         QWidget *parent)
    : QDialog(parent), m_list(new QTreeWidget(this)), m_sum(new QLabel(this)), m_remove(new QPushButton(this))
{
    setWindowTitle(title);
    resize(560, 400);
    auto *label = new QLabel(sentence, this);
    label->setWordWrap(true);
    m_list->setAccessibleName(title);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHeaderLabels({tr("Name"), tr("Why"), tr("Frees")});
    m_filling = true;
    for (const PruneItem &item : items) {
        auto *row = new Item(m_list, {item.name, item.why});
        row->setData(0, keyRole, item.key);
        row->setToolTip(0, item.name);
        row->setSizeHint(0, {0, fontMetrics().height() + 10});
        row->setCheckState(0, item.chosen ? Qt::Checked : Qt::Unchecked);
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        row->setData(0, bytesRole, item.bytes);
        row->setText(2, models::Text::size(item.bytes));
    }
    m_filling = false;
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->resizeColumnToContents(1);
    m_list->setColumnWidth(1, std::clamp(m_list->columnWidth(1) + 8, 120, 280));
    m_list->setColumnWidth(2, 90);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(0, Qt::AscendingOrder);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_remove, QDialogButtonBox::AcceptRole);
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setAutoDefault(false); // Return does not destroy
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)
        ->setIcon({}); // the style's red cross says "danger" where there is none
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_sum);
    layout->addWidget(buttons);
    connect(m_list, &QTreeWidget::itemChanged, this, &PruneDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
}

QStringList PruneDialog::chosenKeys() const
{
    QStringList keys;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->checkState(0) == Qt::Checked)
            keys.append(item->data(0, keyRole).toString());
    }
    return keys;
}

void PruneDialog::setChosen(const QString &key, bool chosen)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->data(0, keyRole).toString() == key)
            item->setCheckState(0, chosen ? Qt::Checked : Qt::Unchecked);
    }
}

void PruneDialog::setBytes(const QString &key, qint64 bytes)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->data(0, keyRole).toString() != key)
            continue;
        item->setData(0, bytesRole, bytes);
        item->setText(2, models::Text::size(bytes));
    }
}

void PruneDialog::refresh()
{
    if (m_filling)
        return;
    qint64 bytes = 0;
    bool all = true;
    int count = 0;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->checkState(0) != Qt::Checked)
            continue;
        ++count;
        const qint64 own = item->data(0, bytesRole).toLongLong();
        all = all && own >= 0;
        bytes += std::max<qint64>(0, own);
    }
    m_remove->setEnabled(count > 0);
    m_remove->setText(count == 0 ? tr("Remove") : tr("Remove %n", nullptr, count));
    if (count == 0)
        m_sum->setText(m_list->topLevelItemCount() == 0 ? tr("There is nothing to remove.")
                                                        : tr("Nothing is ticked."));
    else
        m_sum->setText(sumText(bytes, all));
}

void PruneDialog::setParts(const QList<PrunePart> &parts)
{
    m_parts = parts;
    m_sharing = true;
    QHash<QString, qint64> alone;
    for (const PrunePart &part : parts) {
        if (part.keys.size() == 1)
            alone[part.keys.first()] += part.bytes;
    }
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QString key = m_list->topLevelItem(row)->data(0, keyRole).toString();
        setBytes(key, alone.value(key));
    }
    refresh();
}

// bytes: the sum of what is ticked.
QString PruneDialog::sumText(qint64 bytes, bool allKnown) const
{
    if (m_sharing) {
        const QStringList chosen = chosenKeys();
        const QSet<QString> keys(chosen.begin(), chosen.end());
        qint64 sum = 0;
        for (const PrunePart &part : m_parts) {
            if (std::ranges::all_of(part.keys, [&](const QString &key) { return keys.contains(key); }))
                sum += part.bytes;
        }
        return sum > bytes ? tr("Frees exactly %1, some of it only together.").arg(models::Text::size(sum))
                           : tr("Frees exactly %1.").arg(models::Text::size(sum));
    }
    if (bytes == 0)
        return {};
    return allKnown ? tr("Frees %1.").arg(models::Text::size(bytes))
                    : tr("Frees at least %1.").arg(models::Text::size(bytes));
}

} // namespace quayside::ui
