#include "models/builds/buildfollower.h"

#include "models/client/builds.h"

namespace quayside::models
{

BuildFollower::BuildFollower(client::EngineClient *client, QObject *parent)
    : QObject(parent), m_client(client)
{
}

BuildFollower::~BuildFollower()
{
    m_call.cancel();
}

void BuildFollower::follow(const QString &id)
{
    stop();
    m_id = id;
    m_record = {};
    m_steps.clear();
    if (id.isEmpty()) {
        emit changed();
        return;
    }
    m_following = true;
    m_call = client::followBuild(
        *m_client, id.toStdString(), this,
        [this](const api::BuildChange &change) {
            if (change.build)
                m_record = *change.build;
            if (change.step)
                m_steps.take(*change.step);
            if (change.log)
                m_steps.take(*change.log);
            if (change.build || change.step)
                emit changed();
        },
        [this](const Result<> &end) {
            m_following = false;
            emit changed();
            emit ended(end ? QString() : QString::fromStdString(end.error().message));
        });
}

void BuildFollower::stop()
{
    m_call.cancel();
    m_following = false;
}

} // namespace quayside::models
