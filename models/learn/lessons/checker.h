// Asks whether a step is done: all of its conditions at the same time.
#pragma once

#include "models/learn/lessons/checks.h"

#include <QTimer>

namespace quayside::models
{

class Checker : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    Checker(client::EngineClient *client, const Lesson *lesson, const QList<api::Event> *events,
            QObject *parent = nullptr);

    // What does not answer in a few seconds counts as not so. One at a time: a second call ends the first.
    void ask(const QList<Condition> &conditions);
    void stop();
    [[nodiscard]] bool isAsking() const { return m_round != nullptr; }

signals:
    // In the order of the conditions.
    void answered(const QList<quayside::models::CheckResult> &results);

private:
    void finish();

    client::EngineClient *m_client;
    const Lesson *m_lesson;
    const QList<api::Event> *m_events;
    QObject *m_round = nullptr;
    QList<CheckResult> m_results;
    qsizetype m_left = 0;
    QTimer m_patience;
};

} // namespace quayside::models
