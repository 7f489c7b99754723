#include "ui/dockerfile/assistant/outlineview.h"

#include "models/dockerfile/language/outline.h"
#include "ui/common/icons.h"

#include <QSet>
#include <QSignalBlocker>

namespace quayside::ui
{

namespace
{

constexpr int lineRole = Qt::UserRole, outlineDelay = 150; // milliseconds: keys come faster than one reads it

void addOutline(QTreeWidgetItem *parent, const std::vector<models::language::OutlineItem> &items)
{
    for (const models::language::OutlineItem &item : items) {
        const bool stage = item.kind == models::language::OutlineItem::Kind::Stage;
        const QString text = stage ? item.title : QStringLiteral("%1 %2").arg(item.keyword, item.title);
        auto *row = new QTreeWidgetItem(parent, {text});
        row->setData(0, lineRole, item.name.start.line);
        row->setToolTip(0, item.detail.isEmpty() ? text : QStringLiteral("%1 — %2").arg(text, item.detail));
        if (stage)
            row->setIcon(0, icon(Symbol::Build));
        addOutline(row, item.children);
    }
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
    m_document = document;
    if (document != nullptr)
        connect(document, &models::DockerfileDocument::changed, &m_soon, qOverload<>(&QTimer::start));
    refresh();
}

void OutlineView::refresh()
{
    QSet<int> closed; // by their places among the stages
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->childCount() > 0 && !topLevelItem(row)->isExpanded())
            closed.insert(row);
    }
    clear();
    if (m_document == nullptr)
        return;
    addOutline(invisibleRootItem(), models::language::outline(*m_document->snapshot()));
    for (int row = 0; row < topLevelItemCount(); ++row)
        topLevelItem(row)->setExpanded(!closed.contains(row));
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
        if (item->data(0, lineRole).toInt() <= m_line)
            found = item;
    }
    const QSignalBlocker quiet(this);
    setCurrentItem(found);
}

} // namespace quayside::ui
