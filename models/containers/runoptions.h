// What a person chooses when running a container: the run dialog's state, and what a `docker run` line says.
#pragma once

#include "engine/api/types/container.h"
#include "engine/api/types/image.h"
#include "engine/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace quayside::models
{

struct PortMapping {
    QString hostAddress;   // "": every address
    QString hostPort;      // "" any free port; "4000" or a range "4000-4010"
    QString containerPort; // "80" or a range of the same length
    QString protocol = QStringLiteral("tcp");
    bool operator==(const PortMapping &) const = default;
};

struct MountOption {
    enum class Kind { Bind, Volume, Tmpfs };
    Kind kind = Kind::Bind;
    QString source; // a folder of this machine, a volume's name ("": a new anonymous one); "" for tmpfs
    QString target;
    bool readOnly = false;
    bool operator==(const MountOption &) const = default;
};

struct EnvVariable {
    QString name;
    std::optional<QString> value; // absent: taken from the environment of this window
    bool operator==(const EnvVariable &) const = default;
};

// How the engine finds out whether the program is well. Times in nanoseconds; 0: as the image says.
struct HealthOption {
    bool off = false; // also where the image has a check
    QString command;  // for the shell; "": the image's check
    qint64 interval = 0, timeout = 0, startPeriod = 0;
    int retries = 0;
    bool operator==(const HealthOption &) const = default;
};

struct RunOptions {
    QString image, name;
    QStringList command;               // empty: the image's
    std::optional<QString> entrypoint; // absent: the image's; "": none
    QString workingDir, user, hostname, network, stopSignal;
    QList<EnvVariable> environment;
    QList<EnvVariable> labels;
    QList<PortMapping> ports;
    QList<MountOption> mounts;
    QStringList exposed;   // --expose
    qint64 memory = 0;     // bytes; 0: no limit
    qint64 memorySwap = 0; // bytes of memory and swap together; 0: the engine's default, -1: no limit
    double cpus = 0;       // 0: no limit
    qint64 cpuShares = 0;
    qint64 pidsLimit = 0; // 0: the engine's default, -1: none
    qint64 shmSize = 0;
    QString restart = QStringLiteral("no"); // no, always, unless-stopped, on-failure
    int restartRetries = 0;                 // of on-failure; 0: without end
    bool tty = false, interactive = false, removeWhenEnded = false, init = false;
    bool readOnlyRoot = false, privileged = false, publishAll = false;
    QStringList capAdd, capDrop, securityOptions, devices, extraHosts, dns;
    QString pidMode, ipcMode, usernsMode;
    QStringList aliases; // other names of it on its network
    QString ip;          // on its network; "": any free one
    HealthOption health;
    std::optional<int> stopTimeout; // seconds until SIGKILL; absent: the engine's, -1: without end
    QString logDriver;              // "": the engine's
    QList<EnvVariable> logOptions, sysctls;
    QStringList ulimits; // "nofile=1024:2048"
    QStringList groupAdd, dnsSearch, dnsOptions;
    QString cpusetCpus; // "0-3,5"
    qint64 memoryReservation = 0;
    int oomScoreAdj = 0;
    bool operator==(const RunOptions &) const = default;
};

// The request that POST /containers/create takes. InvalidArgument where a field cannot be read (a port that
// is no number, …), naming it.
Result<api::ContainerCreateRequest> toCreateRequest(const RunOptions &options);

// "nofile=1024:2048", "nproc=64". InvalidArgument: no limit of that form.
Result<api::ResourcesUlimit> readUlimit(const QString &text);

// "1m30s", "500ms", "30" (seconds) → nanoseconds. nullopt: no duration.
std::optional<qint64> parseDuration(const QString &text);
// The shortest that parseDuration() reads back to the same: "1m30s"; "" for 0.
QString durationOption(qint64 nanoseconds);

// What an image proposes: a free host port for each port that it exposes (`proposePort` picks one, given the
// container's), a new volume for each of its volumes. Command, environment and user stay the image's own.
RunOptions proposalFor(const QString &image, const api::ImageConfig &config,
                       const std::function<QString(const QString &containerPort)> &proposePort);

// One sentence for each option that takes isolation away.
QStringList isolationWarnings(const RunOptions &options);

} // namespace quayside::models
