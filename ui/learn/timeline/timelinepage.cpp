#include "ui/learn/timeline/timelinepage.h"

#include "ui/common/icons.h"
#include "ui/learn/timeline/timelineview.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

using models::Timeline;
using models::TimelineEntry;

namespace
{
constexpr int besideFrom = 640;     // pixels: picture and words stand beside each other
constexpr double largerType = 1.15; // as in lessons: this is read, not looked up
constexpr int margin = 10;
} // namespace

TimelinePage::TimelinePage(QWidget *parent)
    : QWidget(parent), m_entries(Timeline::entries()), m_view(new TimelineView(m_entries)),
      m_scroll(new QScrollArea(this)), m_text(new QTextBrowser(this)),
      m_enter(new QPushButton(icon(Symbol::Open), tr("Enter the room"), this)),
      m_enterAction(new QAction(icon(Symbol::Open), tr("Enter the roo&m"), this)),
      m_split(new QSplitter(Qt::Vertical, this))
{
    makePicture();
    setFocusProxy(m_view);
    m_split->addWidget(m_scroll);
    m_split->addWidget(makeWords());
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->setStretchFactor(0, 5);
    m_split->setStretchFactor(1, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    showEntry(m_entries.first().key);
}

void TimelinePage::makePicture()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_view);
    layout->addStretch(1);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumWidth(220);
    m_scroll->setMinimumHeight(160);
    m_scroll->setWidget(page);
    connect(m_view, &Diagram::currentChanged, this, &TimelinePage::showEntry);
    connect(m_view, &TimelineView::opened, this, &TimelinePage::enter);
}

QWidget *TimelinePage::makeWords()
{
    QFont font = m_text->font();
    font.setPointSizeF(font.pointSizeF() * largerType);
    m_text->setFont(font);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("What it was, and what is left of it"));
    m_text->document()->setDocumentMargin(14);
    m_text->setMinimumWidth(220);
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { emit lessonWanted(link.toString()); });
    makeEnter();
    auto *words = new QWidget;
    words->setBackgroundRole(QPalette::Base);
    words->setAutoFillBackground(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 6, 14, 12);
    row->addWidget(m_enter);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    layout->addLayout(row);
    return words;
}

void TimelinePage::makeEnter()
{
    m_enter->setToolTip(
        tr("Open the lesson that shows this idea with containers of your own (Return in the time line)"));
    m_enter->setAutoDefault(false);
    m_enterAction->setToolTip(m_enter->toolTip());
    m_enterAction->setShortcut(QKeySequence(tr("Ctrl+Return")));
    m_enterAction->setEnabled(false);
    connect(m_enter, &QPushButton::clicked, this, &TimelinePage::enter);
    connect(m_enterAction, &QAction::triggered, this, &TimelinePage::enter);
}

void TimelinePage::setKnownLessons(const QStringList &ids)
{
    m_lessons = ids;
    refresh();
}

const TimelineEntry *TimelinePage::entry() const
{
    const auto found = std::ranges::find(m_entries, m_view->current(), &TimelineEntry::key);
    return found == m_entries.end() ? nullptr : &*found;
}

void TimelinePage::showEntry(const QString &key)
{
    m_view->setCurrent(key);
    refresh();
    for (const Shape &shape : m_view->drawing().shapes) {
        if (shape.key != key)
            continue;
        const QRect rect = shape.rect.toRect().translated(m_view->pos());
        m_scroll->ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height() / 2 + margin);
    }
}

void TimelinePage::refresh()
{
    const TimelineEntry *shown = entry();
    if (shown == nullptr)
        return;
    m_text->setHtml(Timeline::html(*shown, m_lessons));
    m_enter->setVisible(shown->isAncestor() && m_lessons.contains(shown->lesson));
    m_enterAction->setEnabled(isVisible() && !m_enter->isHidden());
    m_enter->setAccessibleName(tr("Enter the room: %1").arg(shown->name));
}

void TimelinePage::enter()
{
    const TimelineEntry *shown = entry();
    if (shown != nullptr && m_lessons.contains(shown->lesson))
        emit lessonWanted(shown->lesson);
}

void TimelinePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TimelinePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_enterAction->setEnabled(false);
}

void TimelinePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_split->setOrientation(width() >= besideFrom ? Qt::Horizontal : Qt::Vertical);
}

} // namespace quayside::ui
