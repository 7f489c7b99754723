#include "engine/containers/lifecycle/foresee.h"
#include "engine/containers/lifecycle/mountspecs.h"
#include "engine/containers/lifecycle/networking.h"
#include "engine/containers/lifecycle/ports.h"
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/command.h"
#include "engine/containers/state/ids.h"
#include "engine/containers/state/times.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

// "80" and "80/tcp" are one port.
void normalisePorts(api::ContainerConfig &config, api::HostConfig &host)
{
    std::set<std::string> exposed;
    for (const auto &port : config.exposedPorts)
        exposed.insert(port.find('/') == std::string::npos ? port + "/tcp" : port);
    api::PortMap bindings;
    for (const auto &[port, list] : host.portBindings) {
        const std::string key = port.find('/') == std::string::npos ? port + "/tcp" : port;
        auto &known = bindings[key];
        known.insert(known.end(), list.begin(), list.end());
        exposed.insert(key);
    }
    config.exposedPorts = std::move(exposed);
    host.portBindings = std::move(bindings);
}

std::string hostName()
{
    char name[65] = {}; // HOST_NAME_MAX and its end
    ::gethostname(name, sizeof name - 1);
    return name;
}

} // namespace

// container:NAME becomes container:ID, of a container that the peer may see.
Result<> Service::checkJoins(const Peer &peer, api::HostConfig &host)
{
    for (std::string *mode : {&host.networkMode, &host.ipcMode, &host.pidMode}) {
        if (!mode->starts_with("container:"))
            continue;
        const auto other = find(peer, mode->substr(std::string("container:").size()));
        if (!other)
            return notTheImage(other.error());
        *mode = "container:" + (*other)->id;
        const std::scoped_lock lock((*other)->mutex);
        if (isLab(host) && !isLab((*other)->record.hostConfig))
            return fail(
                ErrorKind::InvalidArgument,
                "--security-opt lab: a lab can join the namespaces of other labs only, and {} is none: its "
                "mounts and processes would be the lab's to change",
                (*other)->record.name);
    }
    return {};
}

// Everything that can be checked without making anything.
Result<Record> Service::newRecord(const Peer &peer, const api::ContainerCreateRequest &request)
{
    if (request.image.empty())
        return fail(ErrorKind::InvalidArgument, "no image was specified");
    CHECK(access::mayCreateContainer(peer, request));
    TRY(const auto image, m_services.images.resolve(peer, request.image));
    Record record{.owner = peer, .createdNs = nowNs(), .imageName = image.name, .imageId = image.id};
    record.owner.pid = 0;
    record.layers = image.layers;
    record.networking = request.networkingConfig;
    record.hostConfig = request.hostConfig;
    TRY(record.config, mergeWithImage(static_cast<const api::ContainerConfig &>(request), image.config));
    fillDefaults(record.hostConfig);
    CHECK(checkSupported(record.config, record.hostConfig));
    CHECK(checkConfig(record.config));
    CHECK(checkHost(record.hostConfig, m_facts));
    CHECK(mayMakeLab(peer, record.hostConfig, m_facts));
    if (!record.hostConfig.storageOpt.empty())
        CHECK(m_services.layers.mayLimit());
    CHECK(checkJoins(peer, record.hostConfig));
    if (auto settled = settleNetworks(peer, m_services.networks, record); !settled)
        return notTheImage(std::move(settled).error());
    normalisePorts(record.config, record.hostConfig);
    CHECK(portRequests(record.config, record.hostConfig));
    TRY(auto inherited, mountsFrom(peer, record.hostConfig.volumesFrom));
    TRY(record.mounts, mountSpecs(record.config, record.hostConfig, std::move(inherited)));
    CHECK(findImages(peer, record.mounts));
    return record;
}

Result<> Service::saveNew(const ContainerPtr &container)
{
    CHECK(m_services.layers.createContainer(container->id));
    Result<> saved;
    TRY(const auto bytes, storageSize(container->record.hostConfig));
    if (bytes > 0)
        saved = m_services.layers.limitContainer(container->id, bytes);
    if (saved)
        saved = m_services.records.apply({{recordKind, container->id, encode(container->record)},
                                          {stateKind, container->id, encode(container->state)}},
                                         durabilityOf(container->record));
    if (!saved) {
        (void)m_services.layers.removeContainer(container->id);
        return wrap(std::move(saved).error(), "saving the container");
    }
    return {};
}

Result<api::ContainerCreateResponse> Service::create(const Peer &peer, const std::string &name,
                                                     const api::ContainerCreateRequest &request)
{
    const std::string wanted = name.starts_with('/') ? name.substr(1) : name;
    if (!wanted.empty() && !isValidName(wanted))
        return fail(ErrorKind::InvalidArgument,
                    "Invalid container name ({}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed", name);
    TRY(auto record, newRecord(peer, request));
    TRY(record.id, newId());
    record.name = wanted;
    if (wanted.empty()) {
        TRY(record.name, newName([&](const std::string &one) { return m_index.hasName(peer.uid, one); }));
    }
    // docker run names the host after the short id; with --network host it is the host's own name.
    if (record.config.hostname.empty())
        record.config.hostname =
            record.hostConfig.networkMode == "host" ? hostName() : record.id.substr(0, 12);
    CHECK(m_index.reserveName(peer.uid, record.name, record.id));
    const auto container = std::make_shared<Container>(std::move(record));
    auto made = makeVolumes(container->record);
    if (made)
        made = saveNew(container);
    if (!made) {
        m_index.releaseName(peer.uid, container->record.name);
        undoVolumes(container->record);
        return std::unexpected(std::move(made).error());
    }
    m_index.add(container);
    emit(container->record, "create");
    auto warnings = warningsFor(container->record.config, container->record.hostConfig);
    std::ranges::move(foreseen(container->record.hostConfig, m_launcher->cgroups(), mayRaiseLimits()),
                      std::back_inserter(warnings));
    std::ranges::move(networkWarnings(peer, m_services.networks, container->record),
                      std::back_inserter(warnings));
    return api::ContainerCreateResponse{container->id, std::move(warnings)};
}

} // namespace quayside::containers
