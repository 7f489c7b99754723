// One lesson with a person at it: its containers, the step to do, what is checked of it.
#pragma once

#include "models/learn/lessons/checker.h"
#include "models/learn/lessons/lessonoffers.h"
#include "models/learn/lessons/lessonprogress.h"
#include "models/learn/lessons/madethings.h"

#include <QTimer>

namespace quayside::models
{

class LessonSession : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Idle, LayingOut, Started, Resetting };

    // otherIds: of all lessons. `session` and `progress` must outlive it.
    LessonSession(EngineSession *session, Lesson lesson, const QStringList &otherIds,
                  LessonProgress *progress, QObject *parent = nullptr);

    [[nodiscard]] const Lesson &lesson() const { return m_lesson; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    // Why it cannot be started here, in a sentence; "" where it can.
    [[nodiscard]] QString obstacle() const;
    // To do; as many as there are steps: all are done.
    [[nodiscard]] int currentStep() const { return m_step; }
    [[nodiscard]] bool isOver() const { return m_step >= m_lesson.steps.size(); }
    // Of the current step's last check; empty before it.
    [[nodiscard]] const QList<CheckResult> &results() const { return m_results; }
    // What was seen when this step was done; empty where that was before this window.
    [[nodiscard]] QStringList seen(int step) const { return m_seen.value(step); }
    [[nodiscard]] int checks() const { return m_checks; } // answers that have come
    // Of a container of the lesson that the engine has; "": it has none of that name.
    [[nodiscard]] QString containerId(const QString &name) const;

    // The engine is asked once a second only while somebody looks.
    void setWatched(bool watched);
    void setInterval(int milliseconds) { m_timer.setInterval(milliseconds); }

    // What is there of it, which a reset removes.
    void survey();
    void start(); // nothing of it may be there
    void reset();
    void startAnew(); // a reset, then a start
    void press(const QString &offerId);
    void confirmRead(); // of a step that nothing is checked of
    void noteAttempt(); // a line was typed

signals:
    void phaseChanged();
    void checked();
    void stepDone(int step);
    void failed(const QString &sentence);
    void offerEnded(const QString &offerId, const QString &problem); // "": it worked
    void surveyed(const QList<quayside::models::MadeThing> &things);

private:
    void setPhase(Phase phase);
    void provideImage();
    void layOut(qsizetype next);
    void abandon(const QString &problem);
    void resume();
    void check();
    void onAnswered(const QList<CheckResult> &results);
    void finishStep(const QStringList &seen);
    void listen();

    EngineSession *m_session;
    Lesson m_lesson;
    LessonProgress *m_progress;
    LessonOffers m_offers;
    MadeThings m_things;
    QList<api::Event> m_events; // since it was started
    Checker m_checker;
    client::Call m_listening;
    Phase m_phase = Phase::Idle;
    QString m_problem;         // of laying out, while what was made is removed
    bool m_startAfter = false; // the reset
    QDateTime m_started;
    int m_step = 0, m_checks = 0;
    QList<CheckResult> m_results;
    QMap<int, QStringList> m_seen;
    bool m_watched = false;
    QTimer m_timer;
};

} // namespace quayside::models
