#include "ui/learn/lessons/learnpage.h"

#include "ui/common/tabs.h"
#include "ui/learn/lessons/lessontype.h"
#include "ui/learn/lessons/lessonview.h"
#include "ui/learn/lessons/shelfpage.h"
#include "ui/learn/timeline/timelinepage.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

LearnPage::LearnPage(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)), m_tabs(new Tabs),
      m_list(new ShelfPage(&m_lessons, &m_shelf)), m_timeline(new TimelinePage),
      m_present(new QAction(icon(Symbol::Present), tr("&Presentation"), this))
{
    m_tabs->addPage(m_list, Symbol::Learn, tr("Lessons"));
    makeTimeline();
    m_stack->addWidget(m_tabs);
    makePresent();
    connect(m_list, &ShelfPage::lessonWanted, this, &LearnPage::openLesson);
    connect(session, &models::EngineSession::engineSwitched, this, [this] {
        const QString open =
            m_view != nullptr && m_stack->currentWidget() == m_view ? m_view->lessonId() : QString();
        closeLesson(); // its shells belong to the engine before
        if (!open.isEmpty())
            openLesson(open);
    });
    connect(m_stack, &QStackedWidget::currentChanged, this,
            [this] { m_present->setEnabled(m_stack->currentWidget() != m_tabs); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

LearnPage::~LearnPage()
{
    // Before the shelf and the progress that they show.
    delete m_view;
    delete m_tabs;
}

void LearnPage::makeTimeline()
{
    m_tabs->addPage(m_timeline, Symbol::Clock, tr("Where it comes from"));
    const auto tell = [this] { m_timeline->setKnownLessons(m_shelf.ids()); };
    tell();
    connect(&m_shelf, &models::Shelf::changed, m_timeline, tell);
    connect(m_timeline, &TimelinePage::lessonWanted, this, &LearnPage::openLesson);
}

void LearnPage::makePresent()
{
    m_present->setToolTip(tr("Nothing but the lesson, in large type, on the whole screen"));
    m_present->setShortcut(QKeySequence(Qt::Key_F11));
    m_present->setCheckable(true);
    m_present->setEnabled(false); // a list is not presented
    addAction(m_present);         // its key works while the menu bar is hidden
    connect(m_present, &QAction::toggled, this, &LearnPage::present);
}

void LearnPage::fill(QMenu *menu)
{
    m_menu = menu;
    using A = ShelfPage;
    menu->addAction(m_list->action(A::Open));
    menu->addAction(m_timeline->enterAction());
    m_lessonPlace = menu->addSeparator();
    for (const A::Act act : {A::Folder, A::NoFolder, A::Check, A::Export})
        menu->addAction(m_list->action(act));
    menu->addSeparator();
    menu->addAction(m_present);
    refreshMenu();
}

// What can be done with the open lesson.
void LearnPage::refreshMenu()
{
    m_lessonActions.clear();
    if (m_menu == nullptr || m_view == nullptr)
        return;
    for (const LessonView::Act act :
         {LessonView::Back, LessonView::Start, LessonView::Reset, LessonView::Next})
        m_lessonActions.append(m_view->action(act));
    m_menu->insertActions(m_lessonPlace, m_lessonActions);
}

void LearnPage::openLesson(const QString &id)
{
    const models::Lesson *lesson = m_shelf.find(id);
    if (lesson == nullptr) {
        showShelf();
        return;
    }
    if (m_view == nullptr || m_view->lessonId() != id) {
        closeLesson();
        makeView(*lesson);
    }
    m_stack->setCurrentWidget(m_view);
    m_view->setFocus();
}

void LearnPage::makeView(const models::Lesson &lesson)
{
    m_view = new LessonView(m_session, lesson, m_shelf.ids(), &m_progress);
    m_stack->addWidget(m_view);
    connect(m_view, &LessonView::backWanted, this, &LearnPage::showShelf);
    connect(m_view, &LessonView::nextWanted, this, &LearnPage::openNext, Qt::QueuedConnection);
    connect(m_view, &LessonView::lessonWanted, this, &LearnPage::openLesson, Qt::QueuedConnection);
    const models::Lesson *next = following();
    m_view->setNextTitle(next == nullptr ? QString() : next->title);
    m_view->setPresenting(m_present->isChecked());
    refreshMenu();
}

void LearnPage::closeLesson()
{
    if (m_view == nullptr)
        return;
    showShelf();
    delete std::exchange(m_view, nullptr);
    m_lessonActions.clear();
}

void LearnPage::showShelf()
{
    setPresenting(false);
    const bool room = m_view != nullptr && m_stack->currentWidget() == m_view &&
                      m_view->session()->lesson().shelf == models::Lesson::Shelf::Ancestors;
    m_stack->setCurrentWidget(m_tabs);
    m_tabs->setCurrentWidget(room ? static_cast<QWidget *>(m_timeline) : m_list);
    focusContent();
}

void LearnPage::focusContent()
{
    if (m_view != nullptr && m_stack->currentWidget() == m_view)
        m_view->text()->setFocus(Qt::ShortcutFocusReason);
    else if (m_tabs->currentWidget() == m_list)
        m_list->focusList();
    else
        m_tabs->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

// Of the same shelf.
const models::Lesson *LearnPage::following() const
{
    const QList<models::Lesson> &all = m_shelf.lessons();
    const auto here = std::ranges::find(all, m_view->lessonId(), &models::Lesson::id);
    if (here == all.end())
        return nullptr;
    const auto next = std::find_if(
        here + 1, all.end(), [here](const models::Lesson &lesson) { return lesson.shelf == here->shelf; });
    return next == all.end() ? nullptr : &*next;
}

void LearnPage::openNext()
{
    if (const models::Lesson *next = following()) {
        const bool presenting = m_present->isChecked();
        openLesson(next->id);
        setPresenting(presenting);
    }
}

int LearnPage::openTerminals() const
{
    return m_view == nullptr ? 0 : m_view->openTerminals();
}

void LearnPage::setPresenting(bool on)
{
    m_present->setChecked(on);
}

void LearnPage::present(bool on)
{
    setPalette(on ? highContrast(palette()) : QPalette());
    if (m_view != nullptr)
        m_view->setPresenting(on);
    emit presentingChanged(on);
}

void LearnPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_present->isChecked())
        setPresenting(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace quayside::ui
