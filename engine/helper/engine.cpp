#include "engine/helper/engine.h"

#include "engine/helper/process.h"
#include "engine/server/routes/resources.h"
#include "engine/server/workers.h"

#include <QLoggingCategory>

#include <chrono>
#include <cstdlib>
#include <filesystem>

Q_LOGGING_CATEGORY(helperLog, "helper", QtInfoMsg)

namespace quayside::helper
{

namespace fs = std::filesystem;

namespace
{

constexpr std::chrono::seconds quietTime{10};

// The root's files are root's alone; the run folder holds the socket, which users must reach.
Result<> makeFolder(const std::string &path, fs::perms permissions)
{
    std::error_code error;
    if (fs::create_directories(path, error))
        fs::permissions(path, permissions, error);
    if (error)
        return failErrno(error.value(), "making the folder {}", path);
    return {};
}

// Our programs stand beside this one, in the build folder as well as installed.
Result<std::string> programFolder()
{
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error)
        return failErrno(error.value(), "reading /proc/self/exe");
    return self.parent_path().string();
}

images::RegistrySettings registrySettings(const Options &options)
{
    images::RegistrySettings settings{.mirrors = options.registryMirrors,
                                      .insecure = {},
                                      .proxies = images::proxiesOf([](const char *name) {
                                          const char *value =
                                              ::getenv(name); // nothing sets variables while the engine runs
                                          return std::string(value ? value : "");
                                      })};
    for (const std::string &entry : options.insecureRegistries)
        images::addInsecure(settings, entry);
    settings.certificates.insert(settings.certificates.begin(), options.root + "/certs.d");
    return settings;
}

} // namespace

Result<std::unique_ptr<Engine>> Engine::start(const Options &options)
{
    std::unique_ptr<Engine> engine(new Engine());
    CHECK(makeFolder(options.root, fs::perms::owner_all));
    CHECK(makeFolder(options.runDir, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec));
    CHECK(engine->openServices(options));
    CHECK(engine->listen(options));
    engine->makeStarters();
    engine->trimWhenQuiet();
    engine->followRemovals();
    return engine;
}

Engine::~Engine() = default;

Result<> Engine::openServices(const Options &options)
{
    TRY(const std::string programs, programFolder());
    const std::string stage = programs + "/quayside-stage";
    TRY(m_worker, containers::SealedProgram::load(programs + "/quayside-worker"));
    const auto sink = m_events.sink();
    TRY(m_records, Records::open(options.root + "/quayside.db"));
    TRY(m_layers, storage::LayerStore::open(options.root));
    TRY(m_registries, images::Registries::open(*m_records, registrySettings(options)));
    TRY(m_buildCache, build::Cache::open(*m_records));
    TRY(m_buildHistory, build::History::open(options.root, *m_records, sink));
    TRY(m_images, images::Images::open({.root = options.root,
                                        .starterFolder = programs,
                                        .unpackProgram = m_worker->path(),
                                        .registries = [this] { return m_registries->settings(); },
                                        .keptLayers = [this] { return layersOfBuilds(); }},
                                       *m_records, *m_layers, sink));
    TRY(m_networks,
        networks::Networks::open({.root = options.root, .runDir = options.runDir}, *m_records, sink));
    TRY(m_volumes, volumes::Volumes::open(options.root, *m_records, sink));
    TRY(m_containers, containers::Containers::open({.root = options.root,
                                                    .runDir = options.runDir,
                                                    .stageFile = stage,
                                                    .workerFile = m_worker->path(),
                                                    .socketPath = options.socket},
                                                   {.records = *m_records,
                                                    .images = *m_images,
                                                    .layers = *m_layers,
                                                    .networks = *m_networks,
                                                    .volumes = *m_volumes,
                                                    .events = sink,
                                                    .warn = [](const std::string &text) {
                                                        qCWarning(helperLog, "%s", text.c_str());
                                                    }}));
    TRY(m_builds, build::Builds::open(options.root, {.records = *m_records,
                                                     .images = *m_images,
                                                     .containers = *m_containers,
                                                     .layers = *m_layers,
                                                     .cache = *m_buildCache,
                                                     .history = *m_buildHistory,
                                                     .events = sink,
                                                     .workerFile = m_worker->path(),
                                                     .cacheBytes = options.buildCacheBytes}));
    return {};
}

std::vector<storage::LayerId> Engine::layersOfBuilds() const
{
    auto layers = m_buildCache->layers();
    const auto held = m_buildHistory->layers();
    layers.insert(layers.end(), held.begin(), held.end());
    return layers;
}

Result<> Engine::listen(const Options &options)
{
    TRY(const std::string id, server::engineId(*m_records));
    m_router.add(
        server::allRoutes({.facts = {.id = id, .root = options.root, .debug = options.logLevel == "debug"},
                           .containers = *m_containers,
                           .images = *m_images,
                           .registries = *m_registries,
                           .networks = *m_networks,
                           .volumes = *m_volumes,
                           .builds = *m_builds,
                           .events = m_events}));
    m_listener = std::make_unique<server::Listener>(m_router);
    CHECK(m_listener->open(options.socket));
    qCInfo(helperLog, "serving %s on %s", options.root.c_str(), options.socket.c_str());
    return {};
}

// In the background, since unpacking takes a moment and nobody waits for it.
void Engine::makeStarters()
{
    m_starters = std::jthread([this] {
        if (const auto made = m_images->makeStarters(); !made)
            qCWarning(helperLog, "%s", made.error().message.c_str());
        trimMemory();
    });
}

// What a burst of work needed is given back once, some seconds after its last event.
void Engine::trimWhenQuiet()
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    QObject::connect(&m_quiet, &QTimer::timeout, &m_quiet, trimMemory);
    m_activity = m_events.subscribe([](const api::Event &) { return true; });
    QObject::connect(m_activity.get(), &server::EventSubscription::arrived, &m_quiet, [this] {
        while (m_activity->take()) {
        }
        m_quiet.start();
    });
}

// The images of build steps go with their containers.
void Engine::followRemovals()
{
    m_removals = m_events.subscribe(
        [](const api::Event &event) { return event.type == "container" && event.action == "destroy"; });
    QObject::connect(m_removals.get(), &server::EventSubscription::arrived, m_removals.get(), [this] {
        while (auto removal = m_removals->take())
            server::workers().start(
                [this, image = removal->actor.attributes["image"]] { m_builds->containerGone(image); });
    });
}

} // namespace quayside::helper
