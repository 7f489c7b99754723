#include "models/containers/recreateoperation.h"

#include <QPointer>
#include <QTimer>

namespace quayside::models
{

namespace
{

QString plainName(const api::ContainerInspect &container)
{
    const QString name = QString::fromStdString(container.name);
    return name.startsWith(u'/') ? name.mid(1) : name;
}

// Of one of the two while both are there. A name of 64 characters is short enough for any engine.
QString interimName(const QString &name, const char *which, const std::string &id)
{
    return QStringLiteral("%1-%2-%3")
        .arg(name.left(200), QLatin1String(which), QString::fromStdString(id.substr(0, 6)));
}

} // namespace

RecreateOperation::RecreateOperation(client::EngineClient *client, CredentialStore *credentials,
                                     const Recreation &recreation, QObject *parent)
    : Operation(tr("Make %1 anew").arg(plainName(recreation.container)), parent), m_client(client),
      m_credentials(credentials), m_recreation(recreation), m_oldId(recreation.container.id),
      m_oldName(plainName(recreation.container)), m_wasRunning(recreation.container.state.running),
      m_wasPaused(recreation.container.state.paused)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &RecreateOperation::create);
}

void RecreateOperation::create()
{
    if (!isRunning())
        return;
    Result<api::ContainerCreateRequest> request = recreateRequest(m_recreation);
    if (!request) {
        failWith(QString::fromStdString(request.error().message));
        return;
    }
    RunOptions options = m_recreation.after;
    options.name = interimName(m_oldName, "new", m_oldId);
    m_creation = new RunOperation(m_client, m_credentials, options, *std::move(request), this);
    connect(m_creation, &Operation::changed, this, [this] {
        setProgress(m_creation->done(), m_creation->total());
        setDetail(m_creation->detail());
    });
    connect(m_creation, &Operation::finished, this, &RecreateOperation::onCreated);
}

void RecreateOperation::onCreated()
{
    if (m_creation->state() != State::Succeeded) {
        failWith(m_creation->detail());
        return;
    }
    m_newId = m_creation->containerId();
    m_warnings = m_creation->warnings();
    setProgress(0, 0);
    exchange();
}

RecreateOperation::Step RecreateOperation::renameStep(const std::string &id, const QString &name)
{
    return [this, id, name](const client::Done<void> &done) {
        return m_client->renameContainer(id, name.toStdString(), this, done);
    };
}

void RecreateOperation::exchange()
{
    const std::string newId = m_newId.toStdString();
    const QString name = m_recreation.after.name.isEmpty() ? m_oldName : m_recreation.after.name;
    // Names first: one that removes itself when it ends has its name for a moment longer.
    m_steps.emplace_back(tr("Exchanging their names"),
                         renameStep(m_oldId, interimName(m_oldName, "old", m_oldId)));
    m_steps.emplace_back(tr("Exchanging their names"), renameStep(newId, name));
    if (m_wasRunning)
        m_steps.emplace_back(tr("Stopping the old one"), [this](const client::Done<void> &done) {
            m_stopped = true;
            return m_client->stopContainer(m_oldId, {}, this, done);
        });
    if (m_wasRunning)
        m_steps.emplace_back(tr("Starting the new one"), [this, newId](const client::Done<void> &done) {
            return m_client->startContainer(newId, this, done);
        });
    if (m_wasPaused)
        m_steps.emplace_back(tr("Pausing the new one"), [this, newId](const client::Done<void> &done) {
            return m_client->pauseContainer(newId, this, done);
        });
    next();
}

void RecreateOperation::next()
{
    if (m_steps.empty()) {
        removeOld();
        return;
    }
    const auto [detail, step] = std::move(m_steps.front());
    m_steps.pop_front();
    setDetail(detail);
    if (!isRunning()) // whoever was told has cancelled it
        return;
    m_call = step([this](const Result<> &done) { onStep(done); });
}

void RecreateOperation::onStep(const Result<> &done)
{
    if (done) {
        next();
        return;
    }
    const QString why = QString::fromStdString(done.error().message);
    setDetail(tr("Bringing the old one back"));
    goBack([this, operation = QPointer(this), why](const Result<> &back) {
        if (operation == nullptr)
            return;
        failWith(
            back ? tr("%1 is back as it was, because the new one could not take its place: %2")
                       .arg(m_oldName, why)
                 : tr("The new container could not take the place of %1 (%2), and the old one is not back: "
                      "%3")
                       .arg(m_oldName, why, QString::fromStdString(back.error().message)));
    });
}

// The new one is in place: an old one that cannot be removed is told, and undoes nothing.
void RecreateOperation::removeOld()
{
    if (m_recreation.container.hostConfig.autoRemove && m_wasRunning) {
        succeed(tr("Done"));
        return;
    }
    setDetail(tr("Removing the old one"));
    if (!isRunning())
        return;
    m_inPlace = true;
    // Belongs to the client: once it is asked for, a cancel must not take the new one away as well.
    m_client->removeContainer(m_oldId, {.force = false, .volumes = !m_recreation.takeVolumes}, m_client,
                              [this, operation = QPointer(this)](const Result<> &done) {
                                  if (operation == nullptr)
                                      return;
                                  if (!done)
                                      m_warnings.append(
                                          tr("The old container is still here: %1")
                                              .arg(QString::fromStdString(done.error().message)));
                                  succeed(tr("Done"));
                              });
}

// These calls belong to the client, so that they go on when this operation is gone. They are made one after
// another: the name is free only when the new one has gone. A name that was not changed yet is changed to
// itself, which fails and does no harm.
void RecreateOperation::goBack(const client::Done<void> &done)
{
    m_steps.clear();
    const std::string newId = std::exchange(m_newId, {}).toStdString();
    if (newId.empty())
        return;
    client::EngineClient *client = m_client;
    const auto unpaused = [=, id = m_oldId, pause = m_wasPaused](const Result<> &started) {
        if (pause && started)
            client->pauseContainer(id, client, done);
        else if (done)
            done(started);
    };
    const auto start = [=, id = m_oldId, stopped = m_stopped](const Result<> &) {
        if (stopped)
            client->startContainer(id, client, unpaused);
        else if (done)
            done({});
    };
    client->removeContainer(newId, {.force = true, .volumes = !m_recreation.takeVolumes}, client,
                            [=, id = m_oldId, name = m_oldName.toStdString()](const Result<> &) {
                                client->renameContainer(id, name, client, start);
                            });
}

void RecreateOperation::stopWork()
{
    if (m_inPlace)
        return;
    m_call.cancel();
    if (m_creation != nullptr) {
        m_creation->disconnect(this);
        m_creation->cancel();
    }
    goBack({});
}

LimitsOperation::LimitsOperation(client::EngineClient *client, const Recreation &recreation, QObject *parent)
    : Operation(tr("Change the limits of %1").arg(plainName(recreation.container)), parent)
{
    m_call = client::updateLimits(*client, recreation.container.id,
                                  liveUpdate(recreation.before, recreation.after), this,
                                  [this](const Result<std::vector<std::string>> &warnings) {
                                      if (!warnings) {
                                          failWith(QString::fromStdString(warnings.error().message));
                                          return;
                                      }
                                      for (const std::string &warning : *warnings)
                                          m_warnings.append(QString::fromStdString(warning));
                                      succeed(tr("Done"));
                                  });
}

} // namespace quayside::models
