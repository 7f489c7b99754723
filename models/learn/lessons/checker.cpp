#include "models/learn/lessons/checker.h"

namespace quayside::models
{

Checker::Checker(client::EngineClient *client, const Lesson *lesson, const QList<api::Event> *events,
                 QObject *parent)
    : QObject(parent), m_client(client), m_lesson(lesson), m_events(events)
{
    constexpr int patience = 8000; // ms
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Checker::finish);
}

void Checker::ask(const QList<Condition> &conditions)
{
    stop();
    m_round = new QObject(this);
    m_results.fill({false, tr("The engine has not answered yet.")}, conditions.size());
    m_left = conditions.size();
    m_patience.start();
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        auto *check = new ConditionCheck(m_client, m_lesson, m_events, conditions[i], m_round);
        connect(
            check, &ConditionCheck::answered, m_round,
            [this, i, round = m_round](const CheckResult &result) {
                if (round != m_round)
                    return; // of one that was ended
                m_results[i] = result;
                if (--m_left == 0)
                    finish();
            },
            Qt::QueuedConnection); // it may answer while it is asked
        check->ask();
    }
}

void Checker::stop()
{
    m_patience.stop();
    if (m_round != nullptr)
        m_round->deleteLater();
    m_round = nullptr;
}

void Checker::finish()
{
    if (m_round == nullptr)
        return;
    stop();
    emit answered(m_results);
}

} // namespace quayside::models
