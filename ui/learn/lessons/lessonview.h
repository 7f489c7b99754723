// A lesson on the screen: its text in steps, and beside it the terminal and the X-ray of its containers.
#pragma once

#include "models/learn/lessons/lessonsession.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace quayside::ui
{

class LessonStepView;
class Notice;
class Placeholder;
class Tabs;
class TerminalPane;
class XrayPane;

class LessonView : public QWidget
{
    Q_OBJECT

public:
    enum Act { Back, Start, Reset, Next, ActCount };

    // All must outlive it. knownLessons: what the X-ray may link to.
    LessonView(models::EngineSession *session, const models::Lesson &lesson, const QStringList &knownLessons,
               models::LessonProgress *progress, QWidget *parent = nullptr);
    ~LessonView() override;

    [[nodiscard]] models::LessonSession *session() { return &m_lesson; }
    [[nodiscard]] const QString &lessonId() const { return m_lesson.lesson().id; }
    [[nodiscard]] QAction *action(Act act) const { return m_actions[act]; }
    [[nodiscard]] LessonStepView *step(int index) const { return m_steps.value(index); }
    [[nodiscard]] TerminalPane *terminal() const { return m_terminal; } // nullptr where the lesson has none
    [[nodiscard]] XrayPane *xray() const { return m_xray; }
    [[nodiscard]] Tabs *beside() const { return m_beside; }
    [[nodiscard]] QScrollArea *text() const { return m_text; }
    [[nodiscard]] int openTerminals() const;
    void setNextTitle(const QString &title); // "": this is the last one
    void setPresenting(bool on);

signals:
    void backWanted();
    void nextWanted();
    void lessonWanted(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void buildLayout();
    QWidget *makeHead();
    QWidget *makeText();
    void makeBeside();
    void connectSession();
    void connectStep(int index);
    void onPhase();
    void onStepDone(int step);
    void refreshSteps();
    void refreshState();
    void followContainers();
    void followTerminal();
    void followRestart(const QString &id, const QString &action); // of a container, by its event
    void showXray(const QString &container);
    void typeLine(const QString &line);
    void askAndStart();
    void askAndReset();
    void confirm(const QList<models::MadeThing> &things, bool thenStart);
    void watch();
    void refreshFonts();

    models::EngineSession *m_engine;
    models::LessonSession m_lesson;
    QStringList m_known;
    std::array<QAction *, ActCount> m_actions{};
    QLabel *m_title, *m_state;
    QWidget *m_head;
    Notice *m_notice;
    QSplitter *m_split;
    QScrollArea *m_text;
    QList<LessonStepView *> m_steps;
    Tabs *m_beside;
    Placeholder *m_idle;
    TerminalPane *m_terminal = nullptr;
    XrayPane *m_xray = nullptr;
    QString m_terminalId, m_xrayName;
    QTimer m_hintTimer;
    enum class Survey { None, ToStart, ToReset } m_survey = Survey::None;
    bool m_presenting = false, m_terminalDied = false;
};

} // namespace quayside::ui
