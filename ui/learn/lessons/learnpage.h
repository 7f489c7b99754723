// The page Learn: lessons, and where containers come from.
#pragma once

#include "models/learn/lessons/lessonmodel.h"
#include "models/system/enginesession.h"

#include <QWidget>

class QAction;
class QMenu;
class QStackedWidget;

namespace quayside::ui
{

class LessonView;
class ShelfPage;
class Tabs;
class TimelinePage;

class LearnPage : public QWidget
{
    Q_OBJECT

public:
    explicit LearnPage(models::EngineSession *session, QWidget *parent = nullptr);
    ~LearnPage() override;

    void fill(QMenu *menu); // what can be done here
    // The list where there is no lesson of this id.
    void openLesson(const QString &id);
    void showShelf();    // of an ancestor's room the time line
    void focusContent(); // the list, or the text of the lesson that is open
    [[nodiscard]] Tabs *tabs() const { return m_tabs; }
    [[nodiscard]] models::Shelf *shelf() { return &m_shelf; }
    [[nodiscard]] models::LessonProgress *progress() { return &m_progress; }
    [[nodiscard]] ShelfPage *shelfPage() const { return m_list; }
    [[nodiscard]] TimelinePage *timeline() const { return m_timeline; }
    [[nodiscard]] LessonView *lesson() const { return m_view; } // nullptr until one was opened
    [[nodiscard]] int openTerminals() const;                    // shells that run
    void setPresenting(bool on);

signals:
    void presentingChanged(bool on); // nothing but the lesson is wanted on the screen, or again all

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makePresent();
    void makeTimeline();
    void makeView(const models::Lesson &lesson);
    void closeLesson();
    void openNext();
    [[nodiscard]] const models::Lesson *following() const;
    void refreshMenu();
    void present(bool on);

    models::EngineSession *m_session;
    models::Shelf m_shelf;
    models::LessonProgress m_progress;
    models::LessonModel m_lessons{&m_shelf, &m_progress, models::Lesson::Shelf::Lessons};
    QStackedWidget *m_stack;
    Tabs *m_tabs;
    ShelfPage *m_list;
    TimelinePage *m_timeline;
    LessonView *m_view = nullptr;
    QAction *m_present;
    QMenu *m_menu = nullptr;
    QList<QAction *> m_lessonActions; // of the menu, that the open lesson has brought
    QAction *m_lessonPlace = nullptr; // before it they stand
};

} // namespace quayside::ui
