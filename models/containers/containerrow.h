// One container as the list shows it, converted once from the engine's words.
#pragma once

#include "engine/api/types/container.h"
#include "models/common/groupmodel.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

namespace quayside::models
{

enum class ContainerState { Running, Paused, Restarting, Created, Failed, Exited, Removing, Dead };
enum class Health { None, Starting, Healthy, Unhealthy };
// Whether somebody ended it through the engine. StoppedLate: it did not end in time, and was killed.
enum class EndCause { Unknown, Stopped, StoppedLate, Killed };

struct PublishedPort {
    QString hostAddress; // "0.0.0.0", "::", "127.0.0.1"; "" where it is not published
    int hostPort = 0;    // 0: exposed, not published
    int containerPort = 0;
    QString protocol;
    bool operator==(const PublishedPort &) const = default;
};

struct MountedVolume {
    QString name;
    QString destination; // in the container
    // The engine named it itself (64 hexadecimal digits): nobody finds it again once its container has gone.
    bool anonymous = false;
    bool operator==(const MountedVolume &) const = default;
};

struct ContainerRow {
    QString id, name, image, imageId, command;
    ContainerState state = ContainerState::Created;
    Health health = Health::None;
    int exitCode = 0;
    bool outOfMemory = false;              // known after an inspect only
    EndCause endCause = EndCause::Unknown; // likewise, and of our own engine only
    qint64 created = 0;                    // seconds since 1970
    qint64 since = 0; // when it came into this state, as exactly as the engine says; 0: unknown
    QList<PublishedPort> ports;
    QMap<QString, QString> labels;
    QList<MountedVolume> volumes;
    QStringList networks;     // ids, or names where the engine tells no ids
    QStringList networkNames; // as the list says them
    QString owner;            // who has handed it over to this user; "": it is the user's own

    [[nodiscard]] QString key() const { return id; }
    [[nodiscard]] bool isRunning() const
    {
        return state == ContainerState::Running || state == ContainerState::Paused ||
               state == ContainerState::Restarting;
    }
    [[nodiscard]] QList<MountedVolume> anonymousVolumes() const;
    bool operator==(const ContainerRow &) const = default;
};

// `now`: seconds since 1970, to turn "Up 3 minutes" into a time.
ContainerRow toRow(const api::ContainerSummary &summary, qint64 now);

// "Up 3 minutes", "Exited (1) About an hour ago" → seconds; -1 where there is no duration in it.
qint64 durationIn(const QString &status);

// "4000→80", "80" for one that is only exposed, "4000→80/udp".
QString portText(const PublishedPort &port);
// http://127.0.0.1:4000; "" where nothing is published or it is not tcp.
QString portUrl(const PublishedPort &port);

// "running", "exited 0", "failed" …, translated; with the health where there is one.
QString stateText(const ContainerRow &row);
// "healthy", "unhealthy", "still starting", translated; "" without a health check.
QString healthText(Health health);
// "running for 3 min", "running for 3 min, unhealthy", "exit 137: out of memory, 2 min ago".
QString statusText(const ContainerRow &row, qint64 now);
// What a list of containers can be put in groups by. Network: the first one, by name.
enum class ContainerGrouping { Project, Image, Network, Status };
GroupKey groupOf(const ContainerRow &row, ContainerGrouping grouping);
// Of the Compose project that it belongs to; "" for none.
QString projectOf(const ContainerRow &row);

// Why something cannot be done with a container that was handed over, as a sentence.
QString ownersOnly(const ContainerRow &row);

// The untranslated word that status: matches: running, paused, restarting, created, exited, failed, removing,
// dead.
QString stateWord(ContainerState state);

} // namespace quayside::models

Q_DECLARE_METATYPE(quayside::models::PublishedPort)
