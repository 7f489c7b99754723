#include "models/learn/launch/launchfollower.h"

#include "models/learn/launch/launchchanges.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{

namespace
{

QString sentenceOf(const Error &error)
{
    return QString::fromStdString(error.message);
}

} // namespace

LaunchFollower::LaunchFollower(client::EngineClient *client, QObject *parent)
    : QObject(parent), m_client(client)
{
}

void LaunchFollower::showContainer(const QString &id)
{
    stop();
    m_id = id;
    m_live = m_shown = {};
    m_starts.clear();
    m_looks.clear();
    m_steps.clear();
    m_record = 0;
    m_loaded = m_own = false;
    emit startsChanged();
    emit changed();
    lookAgain();
}

void LaunchFollower::stop()
{
    for (const client::Call *call :
         {&m_following, &m_asking, &m_starting, &m_beginning, &m_looking, &m_stepping, &m_recording})
        call->cancel();
    m_going = false;
    m_wanted.reset();
}

void LaunchFollower::lookAgain()
{
    if (m_id.isEmpty())
        return;
    fetchStarts();
    if (!m_following.active())
        fetchLaunch();
}

void LaunchFollower::fetchLaunch()
{
    m_asking.cancel();
    m_asking = client::launch(*m_client, m_id.toStdString(), this, [this](const Result<api::Launch> &launch) {
        m_loaded = true;
        if (launch) {
            take(*launch);
            if (isUnderWay())
                follow();
            return;
        }
        if (launch.error().kind != ErrorKind::NotFound)
            emit refused(sentenceOf(launch.error()));
        emit changed();
    });
}

void LaunchFollower::fetchStarts()
{
    m_starting.cancel();
    m_starting = client::launchStarts(*m_client, m_id.toStdString(), this,
                                      [this](const Result<std::vector<api::LaunchStart>> &starts) {
                                          if (!starts)
                                              return; // of a container that is gone
                                          m_starts = *starts;
                                          emit startsChanged();
                                      });
}

void LaunchFollower::follow()
{
    m_following.cancel();
    m_asking.cancel(); // what it would tell is older
    m_following = client::followLaunch(
        *m_client, m_id.toStdString(), this, [this](const api::Launch &launch) { take(launch); },
        [this](const Result<> &end) {
            m_following = {};
            m_going = false;
            m_wanted.reset();
            if (!end && end.error().kind != ErrorKind::NotFound) // never started, or gone
                emit refused(sentenceOf(end.error()));
            lookAgain(); // it is a recording by now
        });
}

void LaunchFollower::take(const api::Launch &launch)
{
    const bool other = launch.number != m_live.number || launch.started != m_live.started;
    if (other) {
        m_looks.clear();
        m_own = false;
    }
    const bool moved = other || launch.at != m_live.at || launch.state != m_live.state;
    m_live = launch;
    m_own = m_own || isHeld();
    if (moved && launch.state != "running")
        m_going = false;
    if (!isUnderWay())
        m_wanted.reset();
    if (!isRecord())
        show(launch);
    else
        emit changed();
    // After the last step too: the command runs by then.
    if (moved && m_own && launch.pid > 0 && (isHeld() || launch.state == "done"))
        look();
    else if (moved)
        onStepped();
}

void LaunchFollower::show(const api::Launch &launch)
{
    m_shown = launch;
    m_steps.sync(launch, wasHeld());
    emit changed();
}

bool LaunchFollower::wasHeld() const
{
    return m_shown.held || m_shown.state == "held";
}

void LaunchFollower::look()
{
    const int at = m_live.state == "done" ? int(m_live.steps.size()) : int(m_live.at);
    m_looking.cancel();
    m_looking = client::xray(*m_client, m_id.toStdString(), {}, this,
                             [this, at](const Result<api::Xray> &xray) { onLooked(at, xray); });
}

// A process that ended at once cannot be looked into any more: what its last step changed is not known then.
void LaunchFollower::onLooked(int at, const Result<api::Xray> &xray)
{
    m_looking = {};
    if (xray)
        m_looks[at] = std::make_shared<const api::Xray>(*xray);
    emit changed();
    onStepped();
}

void LaunchFollower::onStepped()
{
    if (!isHeld() || m_going || m_looking.active() || !m_wanted)
        return;
    step(*std::exchange(m_wanted, std::nullopt));
}

void LaunchFollower::showRecord(std::int64_t number)
{
    m_recording.cancel();
    if (number == 0) {
        m_record = 0;
        show(m_live);
        return;
    }
    m_recording = client::recordedLaunch(*m_client, m_id.toStdString(), number, this,
                                         [this, number](const Result<api::Launch> &launch) {
                                             if (!launch) {
                                                 emit refused(sentenceOf(launch.error()));
                                                 return;
                                             }
                                             m_record = number;
                                             show(*launch);
                                         });
}

// Where a launch of it is held already, that is the one to show.
void LaunchFollower::begin()
{
    if (m_id.isEmpty() || m_beginning.active() || isUnderWay())
        return;
    m_record = 0;
    m_beginning = client::startHeld(*m_client, m_id.toStdString(), this, [this](const Result<> &held) {
        m_beginning = {};
        if (held || held.error().kind == ErrorKind::Conflict)
            follow();
        if (!held)
            emit refused(sentenceOf(held.error()));
        emit changed();
    });
    emit changed();
}

void LaunchFollower::next()
{
    step({});
}

void LaunchFollower::runTo(const QString &name)
{
    if (m_steps.rowOf(name) > m_live.at)
        step({.to = name.toStdString()});
}

void LaunchFollower::goOn()
{
    step({.all = true});
}

void LaunchFollower::step(const client::LaunchNext &next)
{
    if (!canStep() && !m_going)
        return;
    if (m_going || m_looking.active()) {
        m_wanted = next;
        return;
    }
    m_going = true;
    m_stepping = client::launchNext(*m_client, m_id.toStdString(), next, this, [this](const Result<> &done) {
        if (done)
            return; // the stream tells what became of it
        m_going = false;
        m_wanted.reset();
        emit refused(sentenceOf(done.error()));
    });
}

void LaunchFollower::abort()
{
    m_wanted.reset();
    if (!isUnderWay())
        return;
    client::abortLaunch(*m_client, m_id.toStdString(), this, [this](const Result<> &done) {
        if (!done)
            emit refused(sentenceOf(done.error()));
    });
}

LaunchFollower::Changes LaunchFollower::changesOf(int step) const
{
    if (isRecord())
        return {};
    const auto after = m_looks.upper_bound(step);
    if (after == m_looks.end())
        return {};
    const auto *before = after == m_looks.begin() ? nullptr : &*std::prev(after);
    const api::Xray *old = before == nullptr ? nullptr : before->second.get();
    return {.known = true,
            .first = before == nullptr ? 0 : before->first,
            .last = after->first - 1,
            .nodes = LaunchChanges::between(old, *after->second)};
}

} // namespace quayside::models
