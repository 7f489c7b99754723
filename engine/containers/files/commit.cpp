// docker commit: what the image is to say, and the container's files at one moment.
#include "engine/containers/files/filesservice.h"

#include "engine/containers/files/changes.h"
#include "engine/containers/lifecycle/validate.h"
#include "engine/images/changes.h"
#include "engine/images/content/reference.h"
#include "engine/images/images.h"

#include <algorithm>
#include <fcntl.h>

namespace quayside::containers
{

namespace
{

// Containers that are paused for a commit: a new engine lets them go on.
constexpr const char *pausedKind = "commit_pause";

api::ImageConfig imageConfigOf(const api::ContainerConfig &config)
{
    return {.user = config.user,
            .exposedPorts = config.exposedPorts,
            .env = config.env,
            .cmd = config.cmd,
            .healthcheck = config.healthcheck,
            .argsEscaped = config.argsEscaped,
            .volumes = config.volumes,
            .workingDir = config.workingDir,
            .entrypoint = config.entrypoint.value_or(std::vector<std::string>()),
            .onBuild = config.onBuild,
            .labels = config.labels,
            .stopSignal = config.stopSignal,
            .shell = config.shell};
}

std::string_view nameOf(std::string_view variable)
{
    return variable.substr(0, variable.find('='));
}

void fill(std::string &value, const std::string &otherwise)
{
    if (value.empty())
        value = otherwise;
}

// What `config` leaves open comes from `container`, as dockerd merges the two. `entrypointSet`: also where it
// is empty.
void merge(api::ImageConfig &config, const api::ImageConfig &container, bool entrypointSet)
{
    fill(config.user, container.user);
    fill(config.workingDir, container.workingDir);
    fill(config.stopSignal, container.stopSignal);
    config.exposedPorts.insert(container.exposedPorts.begin(), container.exposedPorts.end());
    config.volumes.insert(container.volumes.begin(), container.volumes.end());
    config.labels.insert(container.labels.begin(), container.labels.end());
    for (const auto &variable : container.env)
        if (std::ranges::none_of(config.env,
                                 [&](const auto &own) { return nameOf(own) == nameOf(variable); }))
            config.env.push_back(variable);
    if (config.entrypoint.empty()) {
        if (config.cmd.empty()) {
            config.cmd = container.cmd;
            config.argsEscaped = container.argsEscaped;
        }
        if (!entrypointSet)
            config.entrypoint = container.entrypoint;
    }
    if (!config.healthcheck)
        config.healthcheck = container.healthcheck;
    if (config.onBuild.empty())
        config.onBuild = container.onBuild;
    if (config.shell.empty())
        config.shell = container.shell;
}

Result<api::ImageConfig> configOf(const Record &record, const ContainerFiles::CommitOptions &options)
{
    const api::ImageConfig container = imageConfigOf(record.config);
    api::ImageConfig config = options.config ? imageConfigOf(*options.config) : container;
    for (const auto &change : options.changes)
        CHECK(images::applyChange(config, change));
    merge(config, container, options.config && options.config->entrypoint.has_value());
    return config;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const auto &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

Result<std::string> FilesService::commit(const Peer &peer, const std::string &ref,
                                         const CommitOptions &options)
{
    TRY(const auto container, m_host.index.find(peer, ref));
    Record record;
    bool running = false;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removing || container->removed)
            return fail(ErrorKind::Conflict, "container {} is being removed and cannot be committed",
                        container->id);
        record = container->record;
        running = container->runs();
    }
    auto id = commitFiles(peer, record, options, running);
    if (!id)
        return id;
    std::string name;
    if (!options.repository.empty()) {
        TRY(const auto reference, images::parseRepositoryAndTag(options.repository, options.tag));
        name = reference.familiar();
    }
    m_host.emit(record, "commit", {{"comment", options.comment}, {"imageID", *id}, {"imageRef", name}});
    return id;
}

Result<std::string> FilesService::commitFiles(const Peer &peer, const Record &record,
                                              const CommitOptions &options, bool running)
{
    images::CommitRequest request{.parent = record.imageId,
                                  .author = options.author,
                                  .comment = options.comment,
                                  .createdBy = joined(record.config.cmd),
                                  .repository = options.repository,
                                  .tag = options.tag};
    TRY(request.config, configOf(record, options));
    const auto place = m_sessions.tryEnter(record.id, files::SessionKind::Walks);
    bool paused = false;
    if (running && options.pause) {
        CHECK(m_host.records.put(pausedKind, record.id, "{}", Durability::Normal));
        paused =
            m_host.pause(peer, record.id).has_value(); // it is paused already, or has ended: good as well
    }
    const auto goOn = [&] {
        if (std::exchange(paused, false))
            (void)m_host.unpause(peer, record.id);
        if (running && options.pause)
            (void)m_host.records.apply({{pausedKind, record.id, {}}}, Durability::Normal);
        running = false;
    };
    auto committed = [&]() -> Result<std::string> {
        TRY(const auto changed, changesOf(record));
        TRY(const auto root, m_host.layers.openRoot(record.id, record.layers));
        const Fd upper(::openat(root.upper.get(), "upper", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!upper)
            return failErrno(errno, "opening the files of container {}", record.id);
        request.upper = changed.empty() ? -1 : upper.get();
        request.skipped = files::isMountPoint;
        request.copied = [&]() -> Result<> {
            goOn();
            if (!place->endedBy().empty())
                return fail(ErrorKind::Conflict, "container {} was removed while it was committed",
                            record.id);
            return {};
        };
        return m_host.images.commit(peer, request);
    }();
    goOn();
    if (!committed && committed.error().kind != ErrorKind::InvalidArgument)
        return wrap(std::move(committed).error(), "committing container {}", record.id.substr(0, 12));
    return committed;
}

void FilesService::resumePaused()
{
    const auto rows = m_host.records.all(pausedKind);
    for (const auto &[id, document] : rows ? *rows : std::vector<std::pair<std::string, std::string>>()) {
        (void)m_host.unpause(Peer{}, id); // it is not paused any more: good as well
        (void)m_host.records.apply({{pausedKind, id, {}}}, Durability::Normal);
    }
}

} // namespace quayside::containers
