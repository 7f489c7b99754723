#include "models/learn/lessons/lessonsession.h"

#include "models/client/starters.h"
#include "models/learn/lessons/lessonrules.h"

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr int checkEvery = 1000; // ms
constexpr qsizetype mostEvents = 5000;

bool listensToEvents(const Lesson &lesson)
{
    return std::ranges::any_of(lesson.steps, [](const LessonStep &step) {
        return std::ranges::any_of(step.check,
                                   [](const Condition &one) { return one.kind == Condition::Kind::Event; });
    });
}

// What this engine cannot do is left to be read.
Lesson forEngine(Lesson lesson, const EngineSession &session)
{
    if (session.state() != EngineSession::State::Connected)
        return lesson;
    for (LessonStep &step : lesson.steps) {
        if (std::ranges::all_of(step.needs, [&](const QString &one) { return session.hasFeature(one); }))
            continue;
        step.check.clear();
        step.offers.clear();
        step.hint = LessonSession::tr("This cannot be done on this machine: read on.");
    }
    return lesson;
}

} // namespace

LessonSession::LessonSession(EngineSession *session, Lesson lesson, const QStringList &otherIds,
                             LessonProgress *progress, QObject *parent)
    : QObject(parent), m_session(session), m_lesson(forEngine(std::move(lesson), *session)),
      m_progress(progress), m_offers(session, &m_lesson),
      m_things(session->client(), m_lesson, otherIds, session->hasFeature(QStringLiteral("builds"))),
      m_checker(session->client(), &m_lesson, &m_events)
{
    m_timer.setInterval(checkEvery);
    connect(&m_timer, &QTimer::timeout, this, &LessonSession::check);
    connect(&m_checker, &Checker::answered, this, &LessonSession::onAnswered);
    connect(&m_things, &MadeThings::found, this, &LessonSession::surveyed);
    connect(&m_things, &MadeThings::removed, this, [this](const QString &problem) {
        m_progress->endSitting(m_lesson.id);
        setPhase(Phase::Idle);
        const QString why = std::exchange(m_problem, {});
        if (!why.isEmpty() || !problem.isEmpty())
            emit failed(why.isEmpty() ? tr("Not all could be removed: %1").arg(problem) : why);
        else if (std::exchange(m_startAfter, false))
            start();
    });
    connect(session, &EngineSession::stateChanged, this, [this] {
        if (m_phase == Phase::Started && m_session->state() == EngineSession::State::Connected)
            listen();
    });
    resume();
}

// Laid out before this window was opened.
void LessonSession::resume()
{
    const auto sitting = LessonProgress::sitting(m_lesson.id);
    if (!sitting || sitting->engine != m_session->socketPath())
        return;
    m_started = sitting->started;
    m_step = std::clamp(sitting->step, 0, int(m_lesson.steps.size()));
    m_phase = Phase::Started;
    listen();
}

QString LessonSession::obstacle() const
{
    if (m_session->state() != EngineSession::State::Connected)
        return tr(
            "Lessons need the engine, and it does not answer. You can read on; start it to try things.");
    QStringList lacking;
    for (const QString &feature : m_lesson.needs) {
        if (!m_session->hasFeature(feature))
            lacking.append(feature);
    }
    if (lacking.isEmpty())
        return {};
    return m_session->isOwnEngine() ? tr("This engine is older than the lesson: it lacks %1.")
                                          .arg(lacking.join(QStringLiteral(", ")))
                                    : tr("This lesson needs Quayside's own engine: this one lacks %1. Choose "
                                         "the engine in the tool bar.")
                                          .arg(lacking.join(QStringLiteral(", ")));
}

QString LessonSession::containerId(const QString &name) const
{
    const QString real = m_lesson.realName(name);
    for (const ContainerRow &row : m_session->containers()->rows()) {
        if (row.name == real)
            return row.id;
    }
    return {};
}

void LessonSession::setPhase(Phase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    if (phase != Phase::Started) {
        m_timer.stop();
        m_checker.stop();
    }
    emit phaseChanged();
    setWatched(m_watched);
}

void LessonSession::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && m_phase == Phase::Started && !isOver()) {
        if (!m_timer.isActive())
            m_timer.start();
    } else {
        m_timer.stop();
        m_checker.stop();
    }
}

void LessonSession::survey()
{
    m_things.find();
}

void LessonSession::start()
{
    if (m_phase != Phase::Idle || !obstacle().isEmpty())
        return;
    m_started = QDateTime::currentDateTimeUtc();
    m_step = 0;
    m_results.clear();
    m_seen.clear();
    m_events.clear();
    setPhase(Phase::LayingOut);
    provideImage();
}

// The image of the lessons is made where it is not there. Where it cannot be, laying out says what is
// missing.
void LessonSession::provideImage()
{
    const bool needed = std::ranges::any_of(m_lesson.containers, [](const LessonContainer &container) {
        const Result<RunOptions> options = LessonRules::readRun(container.run);
        return options && options->image.section(u':', 0, 0) == u"busybox";
    });
    if (!needed || !m_session->hasFeature(QStringLiteral("starter-image")))
        return layOut(0);
    client::provideStarter(*m_session->client(), "busybox", this,
                           [this](const Result<api::IDResponse> &) { layOut(0); });
}

// One after the other: a later one may use what an earlier one has made.
void LessonSession::layOut(qsizetype next)
{
    if (next == m_lesson.containers.size()) {
        m_progress->setSitting(m_lesson.id, {m_started, m_session->socketPath(), 0});
        listen();
        setPhase(Phase::Started);
        return;
    }
    const LessonContainer &container = m_lesson.containers[next];
    m_offers.run(container.run, m_lesson.realName(container.name), container.start,
                 [this, next](const QString &problem) {
                     if (problem.isEmpty())
                         layOut(next + 1);
                     else
                         abandon(problem);
                 });
}

void LessonSession::abandon(const QString &problem)
{
    m_problem = problem;
    setPhase(Phase::Resetting);
    m_things.removeAll();
}

void LessonSession::reset()
{
    if (m_phase != Phase::Started && m_phase != Phase::Idle)
        return;
    m_listening.cancel();
    m_step = 0;
    m_results.clear();
    m_seen.clear();
    setPhase(Phase::Resetting);
    m_things.removeAll();
}

void LessonSession::startAnew()
{
    m_startAfter = true;
    reset();
}

void LessonSession::press(const QString &offerId)
{
    if (m_phase != Phase::Started)
        return;
    for (const LessonStep &step : m_lesson.steps) {
        const auto offer = std::ranges::find(step.offers, offerId, &LessonOffer::id);
        if (offer == step.offers.end())
            continue;
        noteAttempt();
        m_offers.press(*offer,
                       [this, offerId](const QString &problem) { emit offerEnded(offerId, problem); });
        return;
    }
}

void LessonSession::noteAttempt()
{
    if (m_phase == Phase::Started && !isOver())
        m_progress->addAttempt(m_lesson.id, m_step);
}

void LessonSession::confirmRead()
{
    if (m_phase == Phase::Started && !isOver() && m_lesson.steps[m_step].check.isEmpty())
        finishStep({});
}

void LessonSession::check()
{
    if (m_session->state() != EngineSession::State::Connected || m_checker.isAsking() || isOver() ||
        m_lesson.steps[m_step].check.isEmpty())
        return; // a slow answer is not asked for twice
    m_checker.ask(m_lesson.steps[m_step].check);
}

void LessonSession::onAnswered(const QList<CheckResult> &results)
{
    ++m_checks;
    const bool done = std::ranges::all_of(results, &CheckResult::holds);
    if (done) {
        QStringList seen;
        for (const CheckResult &result : results)
            seen.append(result.sentence);
        finishStep(seen);
        return;
    }
    m_results = results;
    emit checked();
}

void LessonSession::finishStep(const QStringList &seen)
{
    const int step = m_step++;
    m_results.clear();
    m_seen.insert(step, seen);
    m_progress->markDone(m_lesson.id, step);
    m_progress->setSitting(m_lesson.id, {m_started, m_session->socketPath(), m_step});
    if (isOver())
        m_timer.stop();
    emit stepDone(step);
}

// What the engine remembers since the start, then what happens.
void LessonSession::listen()
{
    m_listening.cancel();
    if (!listensToEvents(m_lesson))
        return;
    m_events.clear();
    const client::EngineClient::EventOptions options{
        .since = QString::number(double(m_started.toMSecsSinceEpoch()) / 1000, 'f', 3).toStdString()};
    m_listening = m_session->client()->events(options, this, {},
                                              [this](const api::Event &event) {
                                                  if (m_events.size() < mostEvents)
                                                      m_events.append(event);
                                              },
                                              {});
}

} // namespace quayside::models
