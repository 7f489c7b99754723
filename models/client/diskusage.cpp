#include "models/client/diskusage.h"

#include "models/client/requests.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace quayside::client
{

using Json = nlohmann::json;

namespace
{

std::int64_t numberOf(const Json &object, const char *name, std::int64_t otherwise = 0)
{
    const auto found = object.find(name);
    // Engines say -1 where they do not know.
    return found != object.end() && found->is_number_integer()
               ? std::max(found->get<std::int64_t>(), otherwise)
               : otherwise;
}

std::string textOf(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string firstOf(const Json &object, const char *list)
{
    const auto found = object.find(list);
    const bool any = found != object.end() && found->is_array() && !found->empty();
    return any && found->front().is_string() ? found->front().get<std::string>() : std::string();
}

// Calls `each` for every object of a list; null stands for an empty one.
template <typename Each>
std::int64_t forEach(const Json &usage, const char *list, Each each)
{
    const auto found = usage.find(list);
    if (found == usage.end() || !found->is_array())
        return 0;
    for (const Json &one : *found) {
        if (one.is_object())
            each(one);
    }
    return static_cast<std::int64_t>(found->size());
}

// What an image shares with others is no image's own; it follows from the sum.
void readImages(const Json &json, DiskUsage &usage)
{
    usage.images = numberOf(json, "LayersSize");
    std::int64_t own = 0;
    usage.imageCount = forEach(json, "Images", [&](const Json &image) {
        DiskObject object{
            .kind = DiskObject::Kind::Image, .id = textOf(image, "Id"), .name = firstOf(image, "RepoTags")};
        object.bytes = std::max<std::int64_t>(0, numberOf(image, "Size") - numberOf(image, "SharedSize"));
        object.users = numberOf(image, "Containers", -1);
        if (object.users <= 0)
            usage.unusedImages += object.bytes;
        own += object.bytes;
        usage.objects.push_back(std::move(object));
    });
    if (own > usage.images) // an engine that does not say what is shared: the parts would not add up
        std::erase_if(usage.objects,
                      [](const DiskObject &object) { return object.kind == DiskObject::Kind::Image; });
    const std::int64_t shared = own > usage.images ? usage.images : usage.images - own;
    if (shared > 0)
        usage.objects.push_back({.kind = DiskObject::Kind::SharedLayers, .bytes = shared});
}

void readContainers(const Json &json, DiskUsage &usage)
{
    usage.containerCount = forEach(json, "Containers", [&](const Json &container) {
        DiskObject object{.kind = DiskObject::Kind::Container,
                          .id = textOf(container, "Id"),
                          .name = firstOf(container, "Names")};
        if (object.name.starts_with('/'))
            object.name.erase(0, 1);
        object.bytes = numberOf(container, "SizeRw");
        const std::string state = textOf(container, "State");
        object.busy = state == "running" || state == "paused" || state == "restarting";
        usage.containers += object.bytes;
        if (!object.busy)
            usage.stoppedContainers += object.bytes;
        usage.objects.push_back(std::move(object));
    });
}

void readVolumes(const Json &json, DiskUsage &usage)
{
    usage.volumeCount = forEach(json, "Volumes", [&](const Json &volume) {
        const auto data = volume.find("UsageData");
        if (data == volume.end() || !data->is_object())
            return;
        DiskObject object{
            .kind = DiskObject::Kind::Volume, .id = textOf(volume, "Name"), .name = textOf(volume, "Name")};
        object.bytes = numberOf(*data, "Size");
        object.users = numberOf(*data, "RefCount", -1);
        usage.volumes += object.bytes;
        if (object.users <= 0)
            usage.unusedVolumes += object.bytes;
        usage.objects.push_back(std::move(object));
    });
}

void readCache(const Json &json, DiskUsage &usage)
{
    usage.cacheCount = forEach(json, "BuildCache", [&](const Json &step) {
        const auto shared = step.find("Shared"), inUse = step.find("InUse");
        if (shared != step.end() && *shared == true)
            return;
        DiskObject object{.kind = DiskObject::Kind::BuildCache,
                          .id = textOf(step, "ID"),
                          .name = textOf(step, "Description")};
        object.bytes = numberOf(step, "Size");
        object.busy = inUse != step.end() && *inUse == true;
        usage.buildCache += object.bytes;
        usage.objects.push_back(std::move(object));
    });
}

} // namespace

std::int64_t DiskObject::frees() const
{
    return kind == DiskObject::Kind::SharedLayers || busy || users > 0 ? 0 : bytes;
}

Result<DiskUsage> parseDiskUsage(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorKind::Internal, "the engine's disk usage is not an object");
    DiskUsage usage;
    readImages(json, usage);
    readContainers(json, usage);
    readVolumes(json, usage);
    readCache(json, usage);
    return usage;
}

Call diskUsage(EngineClient &client, QObject *context, Done<DiskUsage> done)
{
    return fetchWith<DiskUsage>(client.http(), get("/system/df"), context, std::move(done), parseDiskUsage);
}

Call pruneBuildCache(EngineClient &client, QObject *context, Done<std::int64_t> done)
{
    return fetchWith<std::int64_t>(client.http(), post("/build/prune?all=1"), context, std::move(done),
                                   [](std::string_view text) -> Result<std::int64_t> {
                                       const Json json = Json::parse(text, nullptr, false);
                                       if (!json.is_object())
                                           return fail(ErrorKind::Internal,
                                                       "the engine's answer is not an object");
                                       return numberOf(json, "SpaceReclaimed");
                                   });
}

} // namespace quayside::client
