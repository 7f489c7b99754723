// Images of steps that somebody looks into (Builds::enter()). Each is made for one container and goes with
// it, so that nothing stays of a window that was closed while a shell was open.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace quayside
{
class Records;
namespace containers
{
class Containers;
}
namespace images
{
class Images;
}
} // namespace quayside

namespace quayside::build
{

// Documents of kind "step_image": only what was written down here is removed, whatever labels an image has.
// Thread-safe.
class StepImages
{
public:
    // Removes those that no container uses: their containers are gone, or never came.
    StepImages(Records &records, images::Images &images, const containers::Containers &containers);

    // An image that was made for `owner` (a uid).
    Result<> add(const std::string &id, std::uint32_t owner);
    // A container is gone: `image` as its configuration names it. What has got a name meanwhile, or another
    // container, stays.
    void containerGone(const std::string &image);

private:
    void load();
    void removeUnused(const std::string &id, std::uint32_t owner);
    void forget(const std::string &id);

    Records &m_records;
    images::Images &m_images;
    const containers::Containers &m_containers;
    std::mutex m_mutex;                            // of what follows
    std::map<std::string, std::uint32_t> m_owners; // by id
};

} // namespace quayside::build
