#include "engine/build/solve/stepimages.h"

#include "engine/containers/imageusers.h"
#include "engine/records/records.h"

#include <charconv>
#include <tuple>

namespace quayside::build
{
namespace
{

constexpr const char *kind = "step_image"; // the id of an image → its owner's uid

} // namespace

StepImages::StepImages(Records &records, images::Images &images, const containers::Containers &containers)
    : m_records(records), m_images(images), m_containers(containers)
{
    load();
    const auto left = m_owners;
    for (const auto &[id, owner] : left)
        removeUnused(id, owner);
}

void StepImages::load()
{
    const auto documents = m_records.all(kind);
    if (!documents)
        return; // they are found when the engine starts again
    for (const auto &[id, document] : *documents) {
        std::uint32_t owner = 0;
        if (std::from_chars(document.data(), document.data() + document.size(), owner).ec == std::errc())
            m_owners[id] = owner;
    }
}

Result<> StepImages::add(const std::string &id, std::uint32_t owner)
{
    CHECK(m_records.put(kind, id, std::to_string(owner)));
    const std::scoped_lock lock(m_mutex);
    m_owners[id] = owner;
    return {};
}

void StepImages::containerGone(const std::string &image)
{
    std::string id = image;
    std::uint32_t owner = 0;
    {
        const std::scoped_lock lock(m_mutex);
        if (!id.starts_with("sha256:"))
            id = "sha256:" + id; // an id that was cut short is found below
        const auto found = m_owners.lower_bound(id);
        if (image.empty() || found == m_owners.end() || !found->first.starts_with(id))
            return;
        std::tie(id, owner) = *found;
    }
    removeUnused(id, owner);
}

void StepImages::removeUnused(const std::string &id, std::uint32_t owner)
{
    if (!m_containers.usersOfImage(id).empty())
        return;
    const access::Peer peer{.uid = owner};
    const auto image = m_images.inspect(peer, id);
    if (image && image->repoTags.empty()) {
        const auto removed = m_images.remove(peer, id, false, false, containers::usersOf(m_containers));
        if (!removed)
            return; // tried again when the engine starts
    } else if (!image && image.error().kind != ErrorKind::NotFound) {
        return;
    }
    forget(id);
}

// With a name it is its owner's, like any other.
void StepImages::forget(const std::string &id)
{
    (void)m_records.remove(kind, id, Durability::Normal);
    const std::scoped_lock lock(m_mutex);
    m_owners.erase(id);
}

} // namespace quayside::build
