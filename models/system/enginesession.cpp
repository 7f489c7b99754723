#include "models/system/enginesession.h"

#include "models/client/endpoint.h"
#include "models/client/resources.h"
#include "models/containers/death.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <array>

#include <unistd.h>

namespace quayside::models
{

namespace
{

constexpr int gatherMilliseconds = 20; // events of one act come together: fetch once
constexpr int gatherInStorm = 150;
constexpr int firstRetry = 250, lastRetry = 15'000;

// The engine takes open files out of the process at the other end of the socket: that must be this one.
constexpr std::array localFeatures = {"build-folder", "build-secrets", "build-tar"};

bool isLocal(const QString &address)
{
    return client::Endpoint::of(address).kind == client::Endpoint::Kind::Local;
}

void setUpGatherTimer(QTimer &timer)
{
    timer.setSingleShot(true);
    timer.setInterval(gatherMilliseconds);
}

// What an event of a container changes in the list. Of the rest (exec_…, resize, top, …) nothing shows.
bool changesList(const std::string &action)
{
    static const QSet<QString> quiet = {
        QStringLiteral("resize"),         QStringLiteral("top"),    QStringLiteral("attach"),
        QStringLiteral("detach"),         QStringLiteral("copy"),   QStringLiteral("archive-path"),
        QStringLiteral("extract-to-dir"), QStringLiteral("export"), QStringLiteral("kill")};
    return !action.starts_with("exec_") && !quiet.contains(QString::fromStdString(action));
}

// Docker's own packages and ours name the product as the platform; Podman names a machine there, and itself
// as the first component; Docker of a distribution says "Engine" and no more.
std::string nameOf(const api::SystemVersion &version)
{
    const std::string &platform = version.platform.name;
    if (!platform.empty() && !platform.contains('/'))
        return platform;
    const std::string component =
        version.components.empty() ? std::string() : version.components.front().name;
    return component.empty() || component == "Engine" ? "Docker Engine" : component;
}

} // namespace

EngineSession::EngineSession(const QString &socketPath, QObject *parent)
    : QObject(parent), m_client(socketPath)
{
    for (QTimer *timer : {&m_fetchChanged, &m_fetchImages, &m_fetchNetworks, &m_fetchVolumes, &m_countUse})
        setUpGatherTimer(*timer);
    connect(&m_fetchChanged, &QTimer::timeout, this, &EngineSession::fetchChangedContainers);
    connect(&m_fetchImages, &QTimer::timeout, this, &EngineSession::fetchImages);
    connect(&m_fetchNetworks, &QTimer::timeout, this, &EngineSession::fetchNetworks);
    connect(&m_fetchVolumes, &QTimer::timeout, this, &EngineSession::fetchVolumes);
    connect(&m_countUse, &QTimer::timeout, this, &EngineSession::countUse);
    connect(&m_containers, &QAbstractItemModel::rowsInserted, this, &EngineSession::countUseSoon);
    connect(&m_containers, &QAbstractItemModel::rowsRemoved, this, &EngineSession::countUseSoon);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EngineSession::subscribe);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        m_retryDelay = 0;
        m_retry.start(50); // the socket appears before somebody listens on it
    });
}

void EngineSession::start()
{
    subscribe();
}

void EngineSession::retryNow()
{
    if (m_state == State::Connected)
        return;
    m_retryDelay = 0;
    subscribe();
}

void EngineSession::switchTo(const QString &socketPath)
{
    for (int row = 0; row < m_operations.rowCount(); ++row)
        m_operations.at(row)->cancel();
    m_events.cancel();
    m_client.connectTo(socketPath);
    forgetEngine();
    emit engineSwitched();
    setState(State::Connecting);
    subscribe();
}

void EngineSession::forgetEngine()
{
    m_retry.stop();
    m_retryDelay = 0;
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    for (QTimer *timer : {&m_fetchChanged, &m_fetchImages, &m_fetchNetworks, &m_fetchVolumes})
        timer->stop();
    m_facts.clear();
    m_changedIds.clear();
    m_gone.clear();
    m_engineName.clear();
    m_features.clear();
    m_registries.setEngine(std::nullopt);
    m_ownEngine = false;
    m_containersLoaded = m_imagesLoaded = m_networksLoaded = m_volumesLoaded = false;
    m_containers.sync({});
    m_images.sync({});
    m_networks.sync({});
    m_volumes.sync({});
    m_builds.forget();
    m_recentEvents.forget();
}

void EngineSession::subscribe()
{
    m_retry.stop();
    m_events.cancel();
    m_events = m_client.events(
        {}, this, [this] { onSubscribed(); }, [this](const api::Event &event) { onEvent(event); },
        [this](const Result<> &end) {
            onConnectionLost(end ? Error{ErrorKind::Unavailable, 0, "the engine has ended the connection"}
                                 : end.error());
        });
}

// The subscription comes first, the lists after it: nothing that happens in between is missed.
void EngineSession::onSubscribed()
{
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_retryDelay = 0;
    m_facts.clear();
    m_changedIds.clear();
    m_gone.clear();
    m_containersLoaded = m_imagesLoaded = m_networksLoaded = m_volumesLoaded = false;
    fetchContainers();
    fetchImages();
    if (m_networksWanted)
        fetchNetworks();
    if (m_volumesWanted)
        fetchVolumes();
    m_builds.reconnected();
    m_recentEvents.reconnected();
    learnAboutEngine();
}

void EngineSession::onConnectionLost(const Error &error)
{
    const QString path = m_client.socketPath();
    const bool local = isLocal(path);
    const bool closed =
        local && QFileInfo::exists(path) && ::access(path.toLocal8Bit().constData(), W_OK) != 0;
    if (!local)
        setState(error.kind == ErrorKind::Forbidden ? State::Forbidden : State::Absent,
                 QString::fromStdString(error.message));
    else if (error.kind == ErrorKind::Forbidden || closed)
        setState(State::Forbidden, tr("You are not allowed to talk to the engine at %1.").arg(path));
    else
        setState(State::Absent, error.kind == ErrorKind::Unavailable ? tr("Nothing answers at %1.").arg(path)
                                                                     : QString::fromStdString(error.message));
    watchForReturn();
}

void EngineSession::watchForReturn()
{
    if (!isLocal(m_client.socketPath())) {
        // One who is refused is refused again, and might be asked for a password each time.
        if (m_state == State::Forbidden)
            return;
    } else {
        QString folder = QFileInfo(m_client.socketPath()).path();
        while (!QFileInfo::exists(folder) && folder.size() > 1) // the run folder itself may come with it
            folder = QFileInfo(folder).path();
        if (!m_watcher.directories().contains(folder))
            m_watcher.addPath(folder);
    }
    m_retryDelay = std::clamp(m_retryDelay * 2, firstRetry, lastRetry);
    m_retry.start(m_retryDelay);
}

void EngineSession::setState(State state, const QString &problem)
{
    if (m_state == state && m_problem == problem)
        return;
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

void EngineSession::learnAboutEngine()
{
    m_client.version(this, [this](const Result<api::SystemVersion> &version) {
        if (!version)
            return;
        m_engineName = QString::fromStdString(nameOf(*version) + ' ' + version->version);
        emit engineKnown();
    });
    m_client.capabilities(this, [this](const Result<api::Capabilities> &capabilities) {
        m_features.clear();
        m_ownEngine = capabilities.has_value();
        if (capabilities) {
            for (const std::string &feature : capabilities->features)
                m_features.insert(QString::fromStdString(feature));
        }
        if (!isLocal(m_client.socketPath())) {
            for (const char *feature : localFeatures)
                m_features.remove(QLatin1String(feature));
        }
        m_registries.setEngine(m_features.contains(QStringLiteral("registries")));
        emit engineKnown();
    });
}

void EngineSession::onEvent(const api::Event &event)
{
    if (event.type == "container")
        onContainerEvent(event);
    else if (event.type == "image")
        m_fetchImages.start();
    else if (event.type == "network")
        onNetworkEvent(event);
    else if (event.type == "volume" && m_volumesWanted)
        m_fetchVolumes.start();
    else if (event.type == "builder")
        m_builds.changed();
}

// Who is on a network is a property of the containers: one that joins or leaves says so by an event of the
// network.
void EngineSession::onNetworkEvent(const api::Event &event)
{
    if (m_networksWanted)
        m_fetchNetworks.start();
    const auto container = event.actor.attributes.find("container");
    if (container == event.actor.attributes.end() ||
        (event.action != "connect" && event.action != "disconnect"))
        return;
    const QString id = QString::fromStdString(container->second);
    if (m_containers.find(id) == nullptr)
        return;
    m_changedIds.insert(id);
    gatherChanged();
}

// Not restarted: a steady stream of events must not starve the list. While it lasts more is gathered: to sort
// a thousand rows takes longer than to change them.
void EngineSession::gatherChanged()
{
    if (m_fetchChanged.isActive())
        return;
    const bool busy = m_fetchedChanged.isValid() && m_fetchedChanged.elapsed() < 3 * gatherInStorm;
    m_fetchChanged.start(busy ? gatherInStorm : gatherMilliseconds);
}

void EngineSession::onContainerEvent(const api::Event &event)
{
    const QString id = QString::fromStdString(event.actor.id);
    noteFact(id, event.action, event.time);
    if (event.action == "destroy") {
        m_gone.insert(id);
        m_containers.remove(id);
        m_changedIds.remove(id);
        m_stats.forget(id);
        emit containerEvent(id, QStringLiteral("destroy"));
    } else if (changesList(event.action)) {
        m_changedIds.insert(id);
        gatherChanged();
        emit containerEvent(id, QString::fromStdString(event.action));
    }
}

void EngineSession::noteFact(const QString &id, const std::string &action, qint64 time)
{
    Fact &fact = m_facts[id];
    if (action == "start" || action == "unpause" || action == "pause") {
        fact = {.since = time};
    } else if (action == "oom") {
        fact.outOfMemory = true;
    } else if (action == "die") {
        fact.since = time;
    } else if (action == "destroy") {
        m_facts.remove(id);
    }
}

ContainerRow EngineSession::rowOf(const api::ContainerSummary &summary)
{
    ContainerRow row = toRow(summary, QDateTime::currentSecsSinceEpoch());
    if (const auto endpoint = client::Endpoint::of(m_client.socketPath()); endpoint.isRemote()) {
        for (PublishedPort &port : row.ports) { // its links lead there, not to this computer
            if (port.hostAddress.isEmpty() || port.hostAddress == u"0.0.0.0" || port.hostAddress == u"::")
                port.hostAddress = endpoint.host;
        }
    }
    if (const auto fact = m_facts.constFind(row.id); fact != m_facts.constEnd() && fact->since > 0) {
        row.since = fact->since;
        row.outOfMemory = fact->outOfMemory && !row.isRunning();
        row.endCause = row.isRunning() ? EndCause::Unknown : fact->cause;
    }
    return row;
}

void EngineSession::fetchContainers()
{
    m_containerList.cancel();
    m_containerList = m_client.listContainers(
        {.all = true}, this, [this](const Result<std::vector<api::ContainerSummary>> &list) {
            if (!list)
                return; // the subscription's end says what is wrong
            QList<ContainerRow> rows;
            for (const api::ContainerSummary &summary : *list) {
                if (const ContainerRow row = rowOf(summary); !m_gone.contains(row.id))
                    rows.append(row);
            }
            countIfUsesChange(rows);
            m_containers.sync(rows);
            m_containersLoaded = true;
            setState(State::Connected);
            emit containersListed();
            for (const ContainerRow &row : rows)
                askWhyItEnded(row);
        });
}

void EngineSession::fetchChangedContainers()
{
    const QSet<QString> ids = std::exchange(m_changedIds, {});
    m_fetchedChanged.start();
    // A request has its bounds, and an answer must not hold up the window: of a thousand rows that takes as
    // long as two frames.
    constexpr qsizetype together = 64;
    if (ids.size() > together && ids.size() > m_containers.rowCount() / 2) {
        fetchContainers();
        return;
    }
    const QStringList all(ids.begin(), ids.end());
    for (qsizetype first = 0; first < all.size(); first += together) {
        const QStringList some = all.mid(first, together);
        api::Filters filters;
        for (const QString &id : some)
            filters.values["id"].push_back(id.toStdString());
        m_client.listContainers({.all = true, .filters = filters}, this,
                                [this, some](const Result<std::vector<api::ContainerSummary>> &list) {
                                    if (list)
                                        takeChanged(QSet<QString>(some.begin(), some.end()), *list);
                                });
    }
}

// Those that were asked for and are not in the answer are there no more.
void EngineSession::takeChanged(QSet<QString> ids, const std::vector<api::ContainerSummary> &list)
{
    QList<ContainerRow> rows;
    for (const api::ContainerSummary &summary : list) {
        const ContainerRow row = rowOf(summary);
        if (ids.remove(row.id) && !m_gone.contains(row.id))
            rows.append(row);
    }
    countIfUsesChange(rows);
    m_containers.upsertAll(rows);
    for (const QString &id : std::as_const(ids)) {
        if (!m_gone.contains(id))
            m_containers.remove(id);
    }
    for (const ContainerRow &row : std::as_const(rows))
        askWhyItEnded(row);
}

// The list says "exit 137" for a kill, for a stop that took too long and for memory that ran out.
void EngineSession::askWhyItEnded(const ContainerRow &row)
{
    if (row.state != ContainerState::Failed || (row.exitCode != 137 && row.exitCode != 143) ||
        m_facts.value(row.id).explained)
        return;
    m_client.inspectContainer(
        row.id.toStdString(), this, [this, id = row.id](const Result<api::ContainerInspect> &c) {
            if (!c)
                return;
            const QDateTime finished =
                QDateTime::fromString(QString::fromStdString(c->state.finishedAt), Qt::ISODateWithMs);
            const qint64 since = finished.isValid() ? finished.toSecsSinceEpoch() : 0;
            const EndCause cause = causeOf(*c);
            m_facts[id] = {since, c->state.oomKilled, cause, true};
            m_containers.setExitDetails(id, c->state.oomKilled, since, cause);
        });
}

void EngineSession::fetchImages()
{
    m_imageList.cancel();
    m_imageList = m_client.listImages({}, this, [this](const Result<std::vector<api::ImageSummary>> &list) {
        if (!list)
            return;
        // With the use counted in beforehand: a row that did not change must not say that it did.
        const QHash<QString, int> use = imageUse();
        QList<ImageRow> rows;
        for (const api::ImageSummary &summary : *list) {
            for (ImageRow row : toRows(summary)) {
                row.usedBy = use.value(row.id);
                rows.append(row);
            }
        }
        m_images.sync(rows);
        m_imagesLoaded = true;
        emit imagesListed();
    });
}

void EngineSession::wantNetworks()
{
    if (std::exchange(m_networksWanted, true) || m_state != State::Connected)
        return;
    fetchNetworks();
}

void EngineSession::wantVolumes()
{
    if (std::exchange(m_volumesWanted, true) || m_state != State::Connected)
        return;
    fetchVolumes();
}

} // namespace quayside::models
