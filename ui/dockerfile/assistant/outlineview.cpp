#include "ui/dockerfile/assistant/outlineview.h"

#include "models/dockerfile/language/outline.h"
#include "ui/common/icons.h"

#include <QSignalBlocker>

#include <algorithm>

namespace quayside::ui
{

namespace
{

constexpr int lineRole = Qt::UserRole, outlineDelay = 150; // milliseconds: keys come faster than one reads it

using Items = std::vector<models::language::OutlineItem>;

bool isStage(const models::language::OutlineItem &item)
{
    return item.kind == models::language::OutlineItem::Kind::Stage;
}

QString textOf(const models::language::OutlineItem &item)
{
    return isStage(item) ? item.title : QStringLiteral("%1 %2").arg(item.keyword, item.title);
}

void fit(QTreeWidgetItem *parent, const Items &items);

void show(QTreeWidgetItem *row, const models::language::OutlineItem &item, const QString &text)
{
    row->setText(0, text);
    row->setData(0, lineRole, item.name.start.line);
    row->setToolTip(0, item.detail.isEmpty() ? text : QStringLiteral("%1 — %2").arg(text, item.detail));
    if (isStage(item) != !row->icon(0).isNull())
        row->setIcon(0, isStage(item) ? icon(Symbol::Build) : QIcon());
    const bool none = row->childCount() == 0;
    fit(row, item.children);
    if (none && row->childCount() > 0)
        row->setExpanded(true); // nobody has folded it yet
}

// Rows of a text that is nearly the same stay what they are: chosen, folded, scrolled to.
void fit(QTreeWidgetItem *parent, const Items &items)
{
    const int before = parent->childCount(), now = int(items.size());
    QStringList texts;
    for (const models::language::OutlineItem &item : items)
        texts.append(textOf(item));
    int begin = 0, end = 0; // rows that are the same at either end
    while (begin < std::min(before, now) && parent->child(begin)->text(0) == texts[begin])
        ++begin;
    while (end < std::min(before, now) - begin &&
           parent->child(before - 1 - end)->text(0) == texts[now - 1 - end])
        ++end;
    QList<QTreeWidgetItem *> fresh;
    if (before != now) {
        for (int row = before - end; row > begin; --row)
            delete parent->child(row - 1);
        for (int row = begin; row < now - end; ++row) {
            fresh.append(new QTreeWidgetItem);
            show(fresh.last(), items[std::size_t(row)], texts[row]);
        }
        parent->insertChildren(begin, fresh);
        for (QTreeWidgetItem *row : fresh)
            row->setExpanded(row->childCount() > 0);
    }
    for (int row = 0; row < now; ++row)
        if (row < begin || row >= begin + fresh.size())
            show(parent->child(row), items[std::size_t(row)], texts[row]);
}

} // namespace

OutlineView::OutlineView(QWidget *parent) : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Outline of the Dockerfile"));
    setUniformRowHeights(true);
    setIndentation(14);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_soon.setSingleShot(true);
    m_soon.setInterval(outlineDelay);
    m_markSoon.setSingleShot(true);
    m_markSoon.setInterval(outlineDelay);
    connect(&m_soon, &QTimer::timeout, this, &OutlineView::refresh);
    connect(&m_markSoon, &QTimer::timeout, this, &OutlineView::mark);
    for (const auto signal : {&QTreeWidget::itemClicked, &QTreeWidget::itemActivated})
        connect(this, signal, this,
                [this](QTreeWidgetItem *item) { emit lineChosen(item->data(0, lineRole).toInt()); });
}

void OutlineView::show(models::DockerfileDocument *document)
{
    if (m_document != nullptr)
        m_document->disconnect(&m_soon);
    if (document != m_document)
        clear();
    m_document = document;
    if (document != nullptr)
        connect(document, &models::DockerfileDocument::changed, &m_soon, qOverload<>(&QTimer::start));
    refresh();
}

void OutlineView::refresh()
{
    fit(invisibleRootItem(),
        m_document == nullptr ? Items() : models::language::outline(*m_document->snapshot()));
    mark();
}

void OutlineView::showLine(int line)
{
    m_line = line;
    m_markSoon.start();
}

void OutlineView::mark()
{
    QTreeWidgetItem *found = nullptr;
    for (QTreeWidgetItem *item = topLevelItem(0); item != nullptr; item = itemBelow(item)) {
        if (item->data(0, lineRole).toInt() > m_line)
            break;
        found = item;
    }
    const QSignalBlocker quiet(this);
    setCurrentItem(found);
}

} // namespace quayside::ui
