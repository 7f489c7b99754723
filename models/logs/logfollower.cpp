#include "models/logs/logfollower.h"

namespace quayside::models
{

LogFollower::LogFollower(client::EngineClient *client, LogModel *model, QObject *parent)
    : QObject(parent), m_client(client), m_model(model), m_assembler(model)
{
}

void LogFollower::follow(const QString &containerId)
{
    stop();
    m_id = containerId;
    m_model->clear();
    open({});
}

void LogFollower::resume()
{
    if (m_id.isEmpty() || m_state == State::Loading || m_state == State::Following)
        return;
    std::string since;
    if (m_model->count() > 0) {
        // The API's `since` is inclusive; one nanosecond later leaves out the line that is here already.
        const std::int64_t last = m_model->line(m_model->count() - 1).time + 1;
        if (last > 1)
            since = std::format("{}.{:09}", last / 1'000'000'000, last % 1'000'000'000);
    }
    open(since);
}

void LogFollower::stop()
{
    m_call.cancel();
    m_assembler.reset();
    m_id.clear();
    setState(State::Idle);
}

void LogFollower::open(const std::string &since)
{
    setState(State::Loading);
    m_call.cancel();
    m_call = m_client->logs(
        m_id.toStdString(), {.follow = true, .timestamps = true, .since = since}, this,
        [this](api::Stream stream, QByteArrayView bytes) {
            setState(State::Following);
            m_assembler.add(stream == api::Stream::Stderr ? LogStream::Error : LogStream::Out, bytes);
        },
        [this](const Result<> &end) {
            m_assembler.finish();
            if (end)
                setState(State::Ended);
            else
                setState(State::Failed, QString::fromStdString(end.error().message));
        });
}

void LogFollower::setState(State state, const QString &problem)
{
    if (m_state == state && m_problem == problem)
        return;
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

} // namespace quayside::models
