#include "ui/system/diskobjects.h"

#include "models/common/text.h"
#include "ui/common/icons.h"
#include "ui/system/diskbar.h"
#include "ui/system/diskmap.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

using client::DiskObject;
using models::Text;

namespace
{

enum ObjectColumn { NameColumn, SizeColumn, FreesColumn };
constexpr int indexRole = Qt::UserRole, bytesRole = Qt::UserRole + 1;

// Sizes sort as numbers.
class ObjectItem : public QTreeWidgetItem
{
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem &other) const override
    {
        const int column = treeWidget()->sortColumn();
        if (column == NameColumn)
            return QTreeWidgetItem::operator<(other);
        return data(column, bytesRole).toLongLong() < other.data(column, bytesRole).toLongLong();
    }
};

bool leadsSomewhere(const DiskObject &object)
{
    return object.kind != DiskObject::Kind::SharedLayers && object.kind != DiskObject::Kind::BuildCache;
}

} // namespace

DiskObjects::DiskObjects(QWidget *parent)
    : QWidget(parent), m_map(new DiskMap(this)), m_list(new QTreeWidget(this)), m_sentence(new QLabel(this)),
      m_open(new QPushButton(icon(Symbol::Open), tr("Sho&w it"), this))
{
    m_list->setHeaderLabels({tr("What"), tr("Size"), tr("Frees")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("What lies on the disk, the largest first"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(SizeColumn, Qt::DescendingOrder);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *both = new QSplitter(this);
    both->addWidget(m_map);
    both->addWidget(m_list);
    both->setChildrenCollapsible(false);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    auto *line = new QHBoxLayout;
    line->addWidget(m_sentence, 1);
    line->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(both, 1);
    layout->addLayout(line);
    connect(m_map, &DiskMap::currentChanged, this, &DiskObjects::choose);
    connect(m_map, &DiskMap::opened, this, &DiskObjects::open);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item != nullptr && !m_choosing)
            choose(item->data(NameColumn, indexRole).toInt());
    });
    connect(m_list, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *item) { open(item->data(NameColumn, indexRole).toInt()); });
    connect(m_open, &QPushButton::clicked, this, [this] { open(m_map->current()); });
    choose(-1);
}

void DiskObjects::setObjects(const std::vector<DiskObject> &objects)
{
    m_objects = objects;
    m_choosing = true;
    m_map->setObjects(objects);
    m_list->setSortingEnabled(false);
    m_list->clear();
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const DiskObject &object = objects[i];
        auto *item = new ObjectItem(m_list, {nameOf(object), Text::size(object.bytes),
                                             object.frees() > 0 ? Text::size(object.frees()) : QString()});
        item->setIcon(NameColumn, DiskBar::swatch(toneOf(object.kind), devicePixelRatioF()));
        item->setToolTip(NameColumn, tr("%1: %2").arg(kindText(object.kind), nameOf(object)));
        item->setData(NameColumn, Qt::AccessibleTextRole, item->toolTip(NameColumn));
        item->setData(NameColumn, indexRole, int(i));
        item->setData(SizeColumn, bytesRole, qint64(object.bytes));
        item->setData(FreesColumn, bytesRole, qint64(object.frees()));
        for (const int column : {SizeColumn, FreesColumn})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_list->setSortingEnabled(true);
    for (const int column : {SizeColumn, FreesColumn})
        m_list->resizeColumnToContents(column);
    m_choosing = false;
    choose(m_map->current());
}

void DiskObjects::choose(int index)
{
    if (std::exchange(m_choosing, true))
        return;
    m_map->setCurrent(index);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->data(NameColumn, indexRole).toInt() == index)
            m_list->setCurrentItem(item);
    }
    m_choosing = false;
    const bool any = index >= 0 && index < int(m_objects.size());
    m_sentence->setText(
        any ? sentenceOf(m_objects[std::size_t(index)])
            : tr("Each area is one thing, in proportion to its size. Full areas would come free, "
                 "hatched ones are in use."));
    m_open->setEnabled(any && leadsSomewhere(m_objects[std::size_t(index)]));
}

void DiskObjects::open(int index)
{
    if (index < 0 || index >= int(m_objects.size()) || !leadsSomewhere(m_objects[std::size_t(index)]))
        return;
    const DiskObject &object = m_objects[std::size_t(index)];
    emit objectWanted(object.kind, QString::fromStdString(object.id));
}

QString DiskObjects::sentenceOf(const DiskObject &object) const
{
    const QString name = nameOf(object), size = Text::size(object.bytes);
    switch (object.kind) {
    case DiskObject::Kind::SharedLayers:
        return tr("%1 are layers that several images have, or an image and the cache of builds: they go with "
                  "the last "
                  "of them.")
            .arg(size);
    case DiskObject::Kind::Image:
        return object.users > 0
                   ? tr("%1 of %2 are its own. %n container(s) were made of it: it stays as long as they do.",
                        nullptr, int(object.users))
                         .arg(size, name)
                   : tr("%2 is not in use: removing it frees exactly %1.").arg(size, name);
    case DiskObject::Kind::Container:
        return object.busy ? tr("%2 has written %1, and runs.").arg(size, name)
                           : tr("%2 does not run: removing it frees exactly %1.").arg(size, name);
    case DiskObject::Kind::Volume:
        return object.users > 0 ? tr("%2 holds %1, and %n container(s) use it.", nullptr, int(object.users))
                                      .arg(size, name)
                                : tr("No container uses %2: removing it frees exactly %1.").arg(size, name);
    case DiskObject::Kind::BuildCache:
        return tr("A step of a build that can be used again: %1. %2").arg(size, name);
    }
    return {};
}

QString DiskObjects::sentence() const
{
    return m_sentence->text();
}

} // namespace quayside::ui
