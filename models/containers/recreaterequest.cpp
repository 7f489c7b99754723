// The request that makes a container anew: a merge of three, so that nothing is lost that the form does not
// know.
#include "models/containers/recreateplan.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace quayside::models
{

namespace
{

QJsonObject objectOf(const api::ContainerCreateRequest &request)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(encode(request))).object();
}

// What differs between `before` and `after` becomes as in `after`; all else stays as in `base`.
QJsonObject merged(QJsonObject base, const QJsonObject &before, const QJsonObject &after)
{
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue was = before.value(key), is = after.value(key);
        if (was == is)
            continue;
        if (was.isObject() && is.isObject())
            base[key] = merged(base.value(key).toObject(), was.toObject(), is.toObject());
        else if (is.isUndefined())
            base.remove(key);
        else
            base[key] = is;
    }
    return base;
}

// The image's own is left out: the image of the new one may be another.
void leaveOutImage(api::ContainerCreateRequest &request, const api::ImageConfig &image, const std::string &id)
{
    std::erase_if(request.env, [&](const std::string &v) { return std::ranges::contains(image.env, v); });
    std::erase_if(request.labels, [&](const auto &label) {
        const auto own = image.labels.find(label.first);
        return own != image.labels.end() && own->second == label.second;
    });
    std::erase_if(request.exposedPorts,
                  [&](const std::string &port) { return image.exposedPorts.contains(port); });
    std::erase_if(request.volumes, [&](const std::string &path) { return image.volumes.contains(path); });
    if (request.cmd == image.cmd)
        request.cmd.clear();
    if (request.entrypoint && *request.entrypoint == image.entrypoint)
        request.entrypoint.reset();
    if (request.workingDir == image.workingDir)
        request.workingDir.clear();
    if (request.user == image.user)
        request.user.clear();
    if (request.stopSignal == image.stopSignal)
        request.stopSignal.clear();
    if (image.healthcheck && request.healthcheck && request.healthcheck->test == image.healthcheck->test)
        request.healthcheck.reset();
    request.onBuild.clear();
    if (id.starts_with(request.hostname)) // made of the old id
        request.hostname.clear();
}

// Only what was asked for, not what the engine gave it.
void takeEndpoints(const api::ContainerInspect &container, api::ContainerCreateRequest &request)
{
    for (const auto &[name, endpoint] : container.networkSettings.networks) {
        api::EndpointSettings asked;
        asked.ipamConfig = endpoint.ipamConfig;
        asked.links = endpoint.links;
        asked.driverOpts = endpoint.driverOpts;
        asked.gwPriority = endpoint.gwPriority;
        std::ranges::copy_if(endpoint.aliases, std::back_inserter(asked.aliases),
                             [&](const std::string &alias) { return !container.id.starts_with(alias); });
        const bool plain = asked.aliases.empty() && !asked.ipamConfig;
        if (!(plain && (name == "bridge" || name == "host" || name == "none")))
            request.networkingConfig.endpointsConfig[name] = std::move(asked);
    }
}

api::ContainerCreateRequest requestOf(const Recreation &recreation)
{
    const api::ContainerInspect &container = recreation.container;
    api::ContainerCreateRequest request;
    static_cast<api::ContainerConfig &>(request) = container.config;
    request.hostConfig = container.hostConfig;
    leaveOutImage(request, recreation.image, container.id);
    takeEndpoints(container, request);
    api::HostConfig &host = request.hostConfig;
    if (host.memorySwap == 2 * host.memory) // the default, which follows the memory
        host.memorySwap = 0;
    if (recreation.before.privileged != recreation.after.privileged ||
        recreation.before.securityOptions != recreation.after.securityOptions) {
        host.maskedPaths.reset(); // they follow these options
        host.readonlyPaths.reset();
    }
    return request;
}

std::string targetOfBind(const std::string &bind) // source:target[:options]
{
    return QString::fromStdString(bind).section(u':', 1, 1).toStdString();
}

void dropMount(const QString &path, api::ContainerCreateRequest &request)
{
    const std::string target = path.toStdString();
    std::erase_if(request.hostConfig.mounts, [&](const api::Mount &mount) { return mount.target == target; });
    std::erase_if(request.hostConfig.binds,
                  [&](const std::string &bind) { return targetOfBind(bind) == target; });
    request.hostConfig.tmpfs.erase(target);
    request.volumes.erase(target);
}

// Mounts that stay keep all that was said of them; the others are as in `after`.
Result<> mergeMounts(const Recreation &recreation, api::ContainerCreateRequest &request)
{
    RunOptions changed;
    changed.image = QStringLiteral("any");
    for (const MountOption &mount : recreation.before.mounts) {
        if (!recreation.after.mounts.contains(mount))
            dropMount(mount.target, request);
    }
    for (const MountOption &mount : recreation.after.mounts) {
        if (!recreation.before.mounts.contains(mount))
            changed.mounts.append(mount);
    }
    TRY(const api::ContainerCreateRequest added, toCreateRequest(changed));
    request.volumes.insert(added.volumes.begin(), added.volumes.end());
    request.hostConfig.tmpfs.insert(added.hostConfig.tmpfs.begin(), added.hostConfig.tmpfs.end());
    for (const api::Mount &mount : added.hostConfig.mounts)
        request.hostConfig.mounts.push_back(mount);
    return {};
}

void takeAnonymousVolumes(const Recreation &recreation, api::ContainerCreateRequest &request)
{
    for (const api::MountPoint &mount : recreation.container.mounts) {
        const QString target = QString::fromStdString(mount.destination);
        const bool wanted =
            std::ranges::any_of(recreation.after.mounts, [&target](const MountOption &option) {
                return option.kind == MountOption::Kind::Volume && option.source.isEmpty() &&
                       option.target == target;
            });
        if (mount.type != "volume" || mount.name.size() != 64 || !wanted)
            continue;
        dropMount(target, request);
        api::Mount kept;
        kept.type = "volume";
        kept.source = mount.name;
        kept.target = mount.destination;
        kept.readOnly = !mount.rw;
        request.hostConfig.mounts.push_back(std::move(kept));
    }
}

} // namespace

Result<api::ContainerCreateRequest> recreateRequest(const Recreation &recreation)
{
    RunOptions before = recreation.before, after = recreation.after;
    before.mounts.clear(); // these are merged one by one
    after.mounts.clear();
    TRY(const api::ContainerCreateRequest was, toCreateRequest(before));
    TRY(const api::ContainerCreateRequest is, toCreateRequest(after));
    api::ContainerCreateRequest base = requestOf(recreation);
    if (before.network != after.network)
        base.networkingConfig.endpointsConfig.erase(before.network.isEmpty() ? "bridge"
                                                                             : before.network.toStdString());
    const QJsonObject whole = merged(objectOf(base), objectOf(was), objectOf(is));
    const QByteArray json = QJsonDocument(whole).toJson(QJsonDocument::Compact);
    TRY(api::ContainerCreateRequest request, api::decode<api::ContainerCreateRequest>(std::string_view(
                                                 json.constData(), std::size_t(json.size()))));
    CHECK(mergeMounts(recreation, request));
    if (recreation.takeVolumes)
        takeAnonymousVolumes(recreation, request);
    return request;
}

} // namespace quayside::models
