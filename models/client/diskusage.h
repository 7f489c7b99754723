// What lies on the disk, object by object. As all calls: see engineclient.h.
// Source: Docker Engine API 1.51, /system/df, /build/prune.
#pragma once

#include "models/client/engineclient.h"

#include <vector>

namespace quayside::client
{

struct DiskObject {
    // SharedLayers: what several images have, or an image and the cache of builds; one object stands for all.
    enum class Kind { Image, SharedLayers, Container, Volume, BuildCache };
    Kind kind = Kind::Image;
    std::string id;          // of a volume its name; "" for shared layers
    std::string name;        // "" where it has none
    std::int64_t bytes = 0;  // that nothing else has
    std::int64_t users = -1; // containers that use it; -1: not counted
    bool busy = false;       // a container that runs, a step that is being made

    // What removing it alone frees. 0: it is in use, or shared.
    [[nodiscard]] std::int64_t frees() const;
    bool operator==(const DiskObject &) const = default;
};

struct DiskUsage {
    std::int64_t images = 0;     // layers of images, each counted once
    std::int64_t containers = 0; // what containers have written
    std::int64_t volumes = 0;
    std::int64_t buildCache = 0; // that no image has as well
    // What would be free without: images that no container uses, containers that do not run, volumes that no
    // container has, and the cache of builds. Of images no more than is theirs alone.
    std::int64_t unusedImages = 0, stoppedContainers = 0, unusedVolumes = 0;
    std::int64_t imageCount = 0, containerCount = 0, volumeCount = 0, cacheCount = 0;
    std::vector<DiskObject> objects; // their bytes add up to total()

    [[nodiscard]] std::int64_t total() const { return images + containers + volumes + buildCache; }
    bool operator==(const DiskUsage &) const = default;
};
Result<DiskUsage> parseDiskUsage(std::string_view json);
// Takes long on some engines: nothing may wait for it.
Call diskUsage(EngineClient &client, QObject *context, Done<DiskUsage> done);

// Removes all of the cache of builds that is not in use; the bytes that this has freed.
Call pruneBuildCache(EngineClient &client, QObject *context, Done<std::int64_t> done);

} // namespace quayside::client
