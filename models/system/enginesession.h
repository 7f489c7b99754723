// The engine that the window shows: its connection, and the models that mirror it.
#pragma once

#include "models/builds/builds.h"
#include "models/client/engineclient.h"
#include "models/common/operationmodel.h"
#include "models/containers/containermodel.h"
#include "models/images/imagemodel.h"
#include "models/networks/networkmodel.h"
#include "models/registries/credentialstore.h"
#include "models/registries/registries.h"
#include "models/stats/rememberedstats.h"
#include "models/system/events.h"
#include "models/volumes/volumemodel.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace quayside::models
{

// Follows one engine. The models change only from list replies and from the engine's events; while the engine
// is away they keep what was last seen, and a watcher on the socket's folder with a back-off timer waits for
// its return.
class EngineSession : public QObject
{
    Q_OBJECT

public:
    enum class State { Connecting, Connected, Absent, Forbidden };

    explicit EngineSession(const QString &socketPath, QObject *parent = nullptr);

    void start(); // connects; call once
    void retryNow();
    // Shows another engine from now on: the models are emptied and filled anew, operations under way are
    // cancelled.
    void switchTo(const QString &socketPath);

    [[nodiscard]] client::EngineClient *client() { return &m_client; }
    [[nodiscard]] QString socketPath() const { return m_client.socketPath(); }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &problem() const
    {
        return m_problem;
    } // why it is Absent or Forbidden, in a sentence
    [[nodiscard]] const QString &engineName() const
    {
        return m_engineName;
    } // "Quayside 0.1.0", "Docker Engine 20.10"; may be ""
    [[nodiscard]] bool hasFeature(const QString &feature) const { return m_features.contains(feature); }
    [[nodiscard]] bool isOwnEngine() const { return m_ownEngine; }

    [[nodiscard]] ContainerModel *containers() { return &m_containers; }
    [[nodiscard]] ImageModel *images() { return &m_images; }
    [[nodiscard]] NetworkModel *networks() { return &m_networks; }
    [[nodiscard]] VolumeModel *volumes() { return &m_volumes; }
    [[nodiscard]] Builds *builds() { return &m_builds; }
    [[nodiscard]] Events *events() { return &m_recentEvents; }
    [[nodiscard]] RememberedStats *stats() { return &m_stats; }
    [[nodiscard]] OperationModel *operations() { return &m_operations; }
    [[nodiscard]] CredentialStore *credentials()
    {
        return m_credentials.get();
    } // of the person, whatever the engine
    [[nodiscard]] Registries *registries() { return &m_registries; }
    // Whether a list has come since the last connect.
    [[nodiscard]] bool containersLoaded() const { return m_containersLoaded; }
    [[nodiscard]] bool imagesLoaded() const { return m_imagesLoaded; }
    [[nodiscard]] bool networksLoaded() const { return m_networksLoaded; }
    [[nodiscard]] bool volumesLoaded() const { return m_volumesLoaded; }

    // These two lists are fetched when somebody first looks.
    void wantNetworks();
    void wantVolumes();

signals:
    void stateChanged();
    void engineSwitched(); // the models are empty; before anything is known of the new engine
    void engineKnown();    // name and features
    void containersListed();
    void imagesListed();
    void networksListed();
    void volumesListed();
    void containerEvent(const QString &id, const QString &action); // after the models know; "die", "start", …

private:
    struct Fact { // what events said about a container, more exact than the list
        qint64 since = 0;
        bool outOfMemory = false;
        EndCause cause = EndCause::Unknown;
        bool explained = false; // an inspect said why it ended
    };

    void subscribe();
    void onSubscribed();
    void onConnectionLost(const Error &error);
    void setState(State state, const QString &problem = {});
    void watchForReturn();
    void forgetEngine();
    void learnAboutEngine();

    void onEvent(const api::Event &event);
    void onContainerEvent(const api::Event &event);
    void onNetworkEvent(const api::Event &event);
    void noteFact(const QString &id, const std::string &action, qint64 time);
    [[nodiscard]] ContainerRow rowOf(const api::ContainerSummary &summary);
    void fetchContainers();
    void fetchChangedContainers();
    void takeChanged(QSet<QString> ids, const std::vector<api::ContainerSummary> &list);
    void gatherChanged();
    void askWhyItEnded(const ContainerRow &row);
    void fetchImages();
    void fetchNetworks();
    void fetchVolumes();
    void measureVolumes();
    void countUse();
    void countUseSoon();
    void countIfUsesChange(const QList<ContainerRow> &rows);      // before the model has them
    [[nodiscard]] QHash<QString, int> imageUse() const;           // containers by image id
    [[nodiscard]] QHash<QString, QStringList> networkUse() const; // names of containers by network
    [[nodiscard]] QHash<QString, QStringList> volumeUse() const;  // names of containers by volume

    client::EngineClient m_client;
    std::unique_ptr<CredentialStore> m_credentials = CredentialStore::ofThisPerson();
    ContainerModel m_containers;
    ImageModel m_images;
    NetworkModel m_networks;
    VolumeModel m_volumes;
    Registries m_registries{&m_client, m_credentials.get(), &m_images};
    Builds m_builds{&m_client};
    Events m_recentEvents{&m_client};
    RememberedStats m_stats{RememberedStats::fileOfThisPerson()};
    OperationModel m_operations;

    State m_state = State::Connecting;
    QString m_problem, m_engineName;
    QSet<QString> m_features;
    bool m_ownEngine = false;
    bool m_containersLoaded = false, m_imagesLoaded = false, m_networksLoaded = false,
         m_volumesLoaded = false;
    bool m_networksWanted = false, m_volumesWanted = false;

    client::Call m_events;
    client::Call m_containerList, m_imageList, m_networkList, m_volumeList, m_volumeSizes;
    QHash<QString, Fact> m_facts;
    QSet<QString> m_changedIds;
    QSet<QString>
        m_gone; // destroyed since the last connect: a list that was asked for before may still name them
    QElapsedTimer m_fetchedChanged; // when last
    QTimer m_fetchChanged, m_fetchImages, m_fetchNetworks, m_fetchVolumes, m_countUse;
    QFileSystemWatcher m_watcher;
    QTimer m_retry;
    int m_retryDelay = 0;
};

} // namespace quayside::models
