// Typed, asynchronous calls to a container engine over its local socket: ours, Docker's or Podman's.
//
//   client.listContainers({.all = true}, this, [this](Result<std::vector<api::ContainerSummary>> containers)
//   { … });
//
// Every call takes a context object: callbacks come on its thread (the client's own: the event loop) and stop
// when it is destroyed. An error that the engine reports carries its message and the kind that its status
// stands for; when nothing answers at the socket the kind is Unavailable. A null callback is allowed.
#pragma once

#include "engine/api/stream/frames.h"
#include "engine/api/types/container.h"
#include "engine/api/types/event.h"
#include "engine/api/types/image.h"
#include "engine/api/types/network.h"
#include "engine/api/types/system.h"
#include "engine/api/types/volume.h"
#include "models/client/call.h"
#include "models/client/terminalstream.h"

#include <QByteArrayView>
#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QIODevice;

namespace quayside::client
{

class HttpClient;

// One line of a long operation: {"stream": …} or {"status": …, "id": …, "progressDetail": {current, total}}.
struct Progress {
    std::string stream, status, id;
    std::optional<std::int64_t> current, total; // bytes
    std::string json;                           // the line itself
};

class EngineClient : public QObject
{
    Q_OBJECT
public:
    // socketPath: "/run/quayside/engine.sock" or "unix:///run/docker.sock". Connects when first needed.
    explicit EngineClient(const QString &socketPath, QObject *parent = nullptr);
    ~EngineClient() override; // ends everything under way, silently

    [[nodiscard]] QString socketPath() const;
    // For the calls that are not members: observe.h, files.h, resources.h.
    [[nodiscard]] HttpClient &http();
    // From now on another engine. What is under way ends at once with an error of kind Cancelled.
    void connectTo(const QString &socketPath);

    // --- the engine
    Call ping(QObject *context, Done<api::Ping> done);
    Call version(QObject *context, Done<api::SystemVersion> done);
    Call info(QObject *context, Done<api::SystemInfo> done);
    // NotFound: an engine without our extensions.
    Call capabilities(QObject *context, Done<api::Capabilities> done);

    struct EventOptions {
        std::string since, until; // seconds since 1970, with fraction; empty: from now on, without end
        api::Filters filters;
    };
    // onStart: the engine has the subscription: what happens from here on will be told. onEnd: once, at the
    // end.
    Call events(const EventOptions &options, QObject *context, std::function<void()> onStart,
                std::function<void(const api::Event &)> onEvent, Done<void> onEnd);

    // --- containers
    struct ListContainers {
        bool all = false, size = false;
        std::optional<int> limit;
        api::Filters filters;
    };
    Call listContainers(const ListContainers &options, QObject *context,
                        Done<std::vector<api::ContainerSummary>> done);
    Call inspectContainer(const std::string &id, QObject *context, Done<api::ContainerInspect> done);
    // name: empty for one that the engine makes up.
    Call createContainer(const std::string &name, const api::ContainerCreateRequest &request,
                         QObject *context, Done<api::ContainerCreateResponse> done);
    // The next four succeed also where the container is in that state already.
    Call startContainer(const std::string &id, QObject *context, Done<void> done);
    struct Stop {
        std::optional<int> seconds; // until SIGKILL; absent: the container's own
        std::string signal;         // empty: the container's own
    };
    Call stopContainer(const std::string &id, const Stop &options, QObject *context, Done<void> done);
    Call restartContainer(const std::string &id, const Stop &options, QObject *context, Done<void> done);
    Call killContainer(const std::string &id, const std::string &signal, QObject *context, Done<void> done);
    Call pauseContainer(const std::string &id, QObject *context, Done<void> done);
    Call unpauseContainer(const std::string &id, QObject *context, Done<void> done);
    Call renameContainer(const std::string &id, const std::string &newName, QObject *context,
                         Done<void> done);
    struct RemoveContainer {
        bool force = false, volumes = false;
    };
    Call removeContainer(const std::string &id, const RemoveContainer &options, QObject *context,
                         Done<void> done);
    // condition: "not-running", "next-exit" or "removed".
    Call waitContainer(const std::string &id, const std::string &condition, QObject *context,
                       Done<api::WaitResponse> done);
    Call resizeContainer(const std::string &id, int rows, int columns, QObject *context, Done<void> done);
    // How the container was started, as JSON (our engine only).
    Call containerPlan(const std::string &id, QObject *context, Done<std::string> done);

    struct Logs {
        bool follow = false, timestamps = false, standardOutput = true, standardError = true;
        std::optional<std::int64_t> tail; // lines from the end; absent: all
        std::string since, until;         // seconds since 1970, with fraction
        std::optional<bool> terminal;     // Config.Tty where it is known; absent: found out
    };
    // Bytes as they come, in pieces of any size; the view is valid during the callback. A callback that is
    // slow holds the engine back, not memory.
    using OnOutput = std::function<void(api::Stream stream, QByteArrayView bytes)>;
    Call logs(const std::string &id, const Logs &options, QObject *context, OnOutput onOutput,
              Done<void> onEnd);

    struct Attach {
        bool logs = false, standardInput = true, standardOutput = true, standardError = true;
        std::optional<bool> terminal; // Config.Tty where it is known; absent: found out
    };
    // The stream belongs to `context`.
    Call attach(const std::string &id, const Attach &options, QObject *context, Done<TerminalStream *> done);

    // --- exec
    Call createExec(const std::string &containerId, const api::ExecCreateRequest &request, QObject *context,
                    Done<std::string> done);
    // tty and console size as in createExec. The stream belongs to `context`.
    Call startExec(const std::string &execId, const api::ExecStartRequest &request, QObject *context,
                   Done<TerminalStream *> done);
    Call inspectExec(const std::string &execId, QObject *context, Done<api::ExecInspect> done);
    Call resizeExec(const std::string &execId, int rows, int columns, QObject *context, Done<void> done);

    // --- images
    struct ListImages {
        bool all = false, sharedSize = false;
        api::Filters filters;
    };
    Call listImages(const ListImages &options, QObject *context, Done<std::vector<api::ImageSummary>> done);
    Call inspectImage(const std::string &name, QObject *context, Done<api::ImageInspect> done);
    Call imageHistory(const std::string &name, QObject *context,
                      Done<std::vector<api::ImageHistoryItem>> done);
    Call tagImage(const std::string &name, const std::string &repository, const std::string &tag,
                  QObject *context, Done<void> done);
    struct RemoveImage {
        bool force = false, noPrune = false;
    };
    Call removeImage(const std::string &name, const RemoveImage &options, QObject *context,
                     Done<std::vector<api::ImageDeleteItem>> done);

    using OnProgress = std::function<void(const Progress &)>;
    using OnBytes = std::function<void(std::int64_t bytes)>; // sent or received so far
    // archive: open for reading, sequential or not; read on as the engine takes it. Must outlive the call.
    Call load(QIODevice *archive, QObject *context, OnBytes onSent, OnProgress onProgress, Done<void> done);
    struct PullImage {
        std::string platform;      // "linux/arm64"; empty: the engine's own
        std::string auth;          // for the registry that the name leads to: models/registries/credential.h
        bool allTags = false;      // of a name without a tag; otherwise that means latest
        bool allPlatforms = false; // the others are kept besides; our engine only (feature "all-platforms")
    };
    // From the registry that the name leads to.
    Call pullImage(const std::string &name, const PullImage &options, QObject *context, OnProgress onProgress,
                   Done<void> done);
    // To the registry that the name leads to. name: without the tag. auth: as above.
    Call pushImage(const std::string &name, const std::string &tag, const std::string &auth, QObject *context,
                   OnProgress onProgress, Done<void> done);
    struct Import {
        std::string repository, tag, message;
        std::vector<std::string> changes; // Dockerfile instructions
    };
    // The new image's id.
    Call importImage(QIODevice *archive, const Import &options, QObject *context, OnBytes onSent,
                     OnProgress onProgress, Done<std::string> done);
    // archive: open for writing. Must outlive the call.
    Call save(const std::vector<std::string> &names, QIODevice *archive, QObject *context, OnBytes onReceived,
              Done<void> done);
    // Our engine only. An error line of the progress is the call's error.
    Call makeBaseImage(const api::BaseImageRequest &request, QObject *context, OnProgress onProgress,
                       Done<void> done);

    struct Build {
        std::string dockerfile = "Dockerfile"; // its path in the folder
        std::vector<std::string> tags;
        std::string target;                                   // a stage; empty: the last one
        std::map<std::string, std::string> arguments, labels; // --build-arg, --label
        std::string network;                                  // of RUN; empty: the engine's own
        std::string platform;                                 // "linux/arm64"; empty: the engine's own
        std::string auth; // for several registries: models/registries/credential.h, configHeader()
        bool noCache = false, pull = false;
        // Descriptors of this process by their ids (handover.h), open until the answer begins.
        std::map<std::string, int> secrets{}, agents{};
    };
    // An image out of a folder that this process has open (O_RDONLY | O_DIRECTORY): the engine takes the
    // descriptor, and reads as this process's user. It must stay open until the end. Our engine only.
    // onRecord: the id of the record of this build (builds.h), before anything else; not called for a build
    // that is refused at once.
    Call buildFolder(int folder, const Build &options, QObject *context,
                     std::function<void(const std::string &id)> onRecord, OnProgress onProgress,
                     Done<void> done);

    // --- networks, volumes
    Call listNetworks(const api::Filters &filters, QObject *context, Done<std::vector<api::Network>> done);
    Call inspectNetwork(const std::string &id, QObject *context, Done<api::Network> done);
    Call removeNetwork(const std::string &id, QObject *context, Done<void> done);
    Call listVolumes(const api::Filters &filters, QObject *context, Done<api::VolumeListResponse> done);
    Call inspectVolume(const std::string &name, QObject *context, Done<api::Volume> done);
    Call removeVolume(const std::string &name, bool force, QObject *context, Done<void> done);

private:
    Call withTerminal(const std::string &id, const std::optional<bool> &known, QObject *context,
                      std::function<void(Error)> failed, std::function<Call(bool terminal)> go);
    Call readOutput(const std::string &target, bool terminal, QObject *context, OnOutput onOutput,
                    Done<void> onEnd);
    Call hijack(const std::string &target, const std::string &body, bool terminal, QObject *context,
                Done<TerminalStream *> done);

    std::unique_ptr<HttpClient> m_http;
};

} // namespace quayside::client
