// Names given and taken, and images with them, by dockerd's rules and in its words.
#include "engine/images/imageservice.h"

#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"

#include <algorithm>
#include <set>

namespace quayside::images
{
namespace
{

std::string shortId(const std::string &id)
{
    return (id.starts_with("sha256:") ? id.substr(7) : id).substr(0, 12);
}

const Images::User *firstUser(const std::vector<Images::User> &users, bool running)
{
    const auto found = std::ranges::find_if(users, [&](const auto &user) { return user.running == running; });
    return found == users.end() ? nullptr : &*found;
}

std::unexpected<Error> conflict(const std::string &id, bool hard, const std::string &why)
{
    return fail(ErrorKind::Conflict, "conflict: unable to delete {} ({}) - {}", shortId(id),
                hard ? "cannot be forced" : "must be forced", why);
}

// What stands against deleting the image itself.
Result<> checkDeletable(const std::string &id, const std::vector<Images::User> &users, bool force)
{
    if (const Images::User *user = firstUser(users, true))
        return conflict(id, true, "image is being used by running container " + shortId(user->containerId));
    if (const Images::User *user = firstUser(users, false); user != nullptr && !force)
        return conflict(id, false, "image is being used by stopped container " + shortId(user->containerId));
    return {};
}

} // namespace

Result<> ImageService::tag(const std::string &nameOrId, const std::string &repository, const std::string &tag)
{
    TRY(const Reference reference, parseRepositoryAndTag(repository, tag));
    TRY(const Catalog::Tagged found, m_catalog->find(nameOrId));
    CHECK(m_catalog->tag(reference.familiar(), found.image->id));
    announce("tag", *found.image, reference.familiar());
    return {};
}

Result<std::vector<api::ImageDeleteItem>> ImageService::remove(const std::string &nameOrId, bool force, bool,
                                                               const UsersOf &inUse)
{
    const std::lock_guard lock(m_removeMutex);
    TRY(const std::string id, m_catalog->findId(nameOrId));
    const auto lookup = m_catalog->find(nameOrId);
    if (!lookup) { // damaged: nothing can use it
        CHECK(m_catalog->remove({}, id, true));
        CHECK(collect());
        return std::vector<api::ImageDeleteItem>{{.deleted = id}};
    }
    const Catalog::Tagged &found = *lookup;
    const std::vector<User> users = inUse ? inUse(id) : std::vector<User>();
    const auto reference = parseTagged(nameOrId);
    const bool byName = reference && std::ranges::contains(found.names, reference->familiar());
    std::vector<std::string> untagged = found.names;
    bool whole = true; // delete the image, too
    if (byName) {
        if (found.names.size() == 1 && !users.empty() && !force)
            return fail(ErrorKind::Conflict,
                        "conflict: unable to remove repository reference \"{}\" (must force) - container {} "
                        "is using its "
                        "referenced image {}",
                        nameOrId, shortId(users.front().containerId), shortId(id));
        untagged = {reference->familiar()};
        // The last name goes even where a container keeps the image itself.
        whole = found.names.size() == 1 && checkDeletable(id, users, force).has_value();
    } else {
        if (found.names.size() > 1 && !force && firstUser(users, true) == nullptr)
            return conflict(id, false, "image is referenced in multiple repositories");
        CHECK(checkDeletable(id, users, force));
    }
    whole = whole && users.empty(); // a stopped container needs its layers still
    CHECK(m_catalog->remove(untagged, id, whole));

    std::vector<api::ImageDeleteItem> items;
    for (const std::string &name : untagged) {
        items.push_back({.untagged = name});
        announce("untag", *found.image, name);
    }
    if (!whole)
        return items;
    items.push_back({.deleted = id});
    announce("delete", *found.image, id);
    const auto used = m_catalog->layersInUse();
    const std::set<storage::LayerId> kept(used.begin(), used.end());
    for (auto layer = found.image->layers.rbegin(); layer != found.image->layers.rend(); ++layer) {
        if (!kept.contains(layer->id))
            items.push_back({.deleted = "sha256:" + layer->id});
    }
    CHECK(collect());
    return items;
}

} // namespace quayside::images
