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

std::unexpected<Error> notYours(const std::string &name)
{
    return fail(ErrorKind::Forbidden,
                "{} belongs to the system: everybody may use it, and only root may remove it", name);
}

// What goes with `images`, by which of them have it; `left`: without them.
std::vector<api::ImagePrunePreview::Part> partsOf(const std::vector<ImagePointer> &images,
                                                  const DiskUse &left)
{
    struct Shared {
        std::vector<std::string> images;
        std::int64_t bytes = 0;
    };
    std::map<std::string, Shared> parts; // by layer or blob
    for (const ImagePointer &image : images) {
        for (const auto &[name, bytes] : left.partsOfNobodyElse(*image)) {
            parts[name].images.push_back(image->id);
            parts[name].bytes = bytes;
        }
    }
    std::map<std::vector<std::string>, std::int64_t> together;
    for (const auto &[name, part] : parts)
        together[part.images] += part.bytes;
    std::vector<api::ImagePrunePreview::Part> result;
    for (const auto &[ids, bytes] : together)
        result.push_back({ids, bytes});
    return result;
}

} // namespace

Result<> ImageService::tag(const Peer &peer, const std::string &nameOrId, const std::string &repository,
                           const std::string &tag)
{
    TRY(const Reference reference, parseRepositoryAndTag(repository, tag));
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, nameOrId));
    CHECK(m_catalog->tag({reference.familiar(), peer.uid}, found.image->id));
    announce("tag", *found.image, reference.familiar(), peer.uid);
    return {};
}

// By name: that one, and with an owner's last name the owner's hold. By id: all that the peer has of it; root
// all that anybody has.
Result<ImageService::Release> ImageService::releaseOf(const Peer &peer, const std::string &nameOrId,
                                                      const std::string &id, bool force,
                                                      const std::vector<User> &users) const
{
    const auto mayTouch = [&](std::uint32_t owner) { return peer.isRoot() || owner == peer.uid; };
    auto names = m_catalog->namesOf(id);
    auto owners = m_catalog->ownersOf(id);
    const auto reference = parseTagged(nameOrId);
    const auto named = reference ? m_catalog->named(peer.uid, reference->familiar()) : std::nullopt;
    if (named && named->image == id) {
        if (!mayTouch(named->key.owner))
            return notYours(nameOrId);
        const bool last = std::ranges::count(names, named->key.owner, &TagKey::owner) == 1;
        if (last && !users.empty() && !force)
            return fail(ErrorKind::Conflict,
                        "conflict: unable to remove repository reference \"{}\" (must force) - container {} "
                        "is using its "
                        "referenced image {}",
                        nameOrId, shortId(users.front().containerId), shortId(id));
        Release taken{.names = {named->key}};
        // The last name goes even where a container keeps the image itself.
        if (last && checkDeletable(id, users, force))
            taken.owners = {named->key.owner};
        return taken;
    }
    std::erase_if(names, [&](const TagKey &key) { return !mayTouch(key.owner); });
    std::erase_if(owners, [&](std::uint32_t owner) { return !mayTouch(owner); });
    if (owners.empty())
        return m_catalog->sees(peer.uid, id) ? notYours(nameOrId)
                                             : fail(ErrorKind::NotFound, "No such image: {}", nameOrId);
    if (names.size() > 1 && !force && firstUser(users, true) == nullptr)
        return conflict(id, false, "image is referenced in multiple repositories");
    CHECK(checkDeletable(id, users, force));
    return Release{.names = std::move(names), .owners = std::move(owners)};
}

std::set<std::uint32_t> ImageService::ownersAfter(const std::string &id, const Release &taken,
                                                  const std::vector<User> &users) const
{
    auto owners = m_catalog->ownersOf(id);
    for (const std::uint32_t owner : taken.owners)
        owners.erase(owner);
    // A container needs its layers still, whoever's it is. One of root's does not make the image the
    // system's, which everybody would see: those who had it keep it.
    for (const User &user : users)
        if (user.owner == systemUser)
            owners.insert(taken.owners.begin(), taken.owners.end());
        else
            owners.insert(user.owner);
    return owners;
}

Result<ImageService::Released> ImageService::release(const ImagePointer &image, const Release &taken,
                                                     const std::vector<User> &users)
{
    const auto owners = ownersAfter(image->id, taken, users);
    CHECK(m_catalog->remove(taken.names, image->id, owners));
    Released released;
    for (const TagKey &key : taken.names) {
        released.items.push_back({.untagged = key.name});
        announce("untag", *image, key.name, key.owner);
    }
    if (!owners.empty())
        return released;
    released.items.push_back({.deleted = image->id});
    m_kept->release(image->layers);
    for (const std::uint32_t owner : taken.owners)
        announce("delete", *image, image->id, owner);
    const DiskUse left = diskUse();
    for (auto layer = image->layers.rbegin(); layer != image->layers.rend(); ++layer)
        if (!left.uses(*layer))
            released.items.push_back({.deleted = "sha256:" + layer->id});
    released.bytes = left.bytesOfNobodyElse(*image);
    return released;
}

Result<std::vector<api::ImageDeleteItem>> ImageService::remove(const Peer &peer, const std::string &nameOrId,
                                                               bool force, bool, const UsersOf &inUse)
{
    const std::lock_guard lock(m_removeMutex);
    TRY(const std::string id, m_catalog->findId(peer.uid, nameOrId));
    const auto lookup = m_catalog->find(peer.uid, nameOrId);
    if (!lookup) { // damaged: nothing can use it
        if (!std::ranges::all_of(m_catalog->namesOf(id),
                                 [&](const TagKey &key) { return access::maySee(peer, key.owner); }))
            return notYours(nameOrId);
        CHECK(m_catalog->remove({}, id, {}));
        CHECK(collect());
        return std::vector<api::ImageDeleteItem>{{.deleted = id}};
    }
    const std::vector<User> users = inUse ? inUse(id) : std::vector<User>();
    // A stranger's container is not told of: the image stays for it, whatever goes.
    std::vector<User> known = users;
    std::erase_if(known, [&](const User &user) { return !access::maySee(peer, user.owner); });
    TRY(const Release taken, releaseOf(peer, nameOrId, id, force, known));
    TRY(auto released, release(lookup->image, taken, users));
    CHECK(collect());
    return std::move(released.items);
}

Result<std::vector<ImageService::Prunable>>
ImageService::prunable(const Peer &peer, const api::Filters &filters, const UsersOf &inUse) const
{
    CHECK(filters.allow({"dangling", "label", "label!", "until"}));
    TRY(const bool dangling, filters.flag("dangling", true));
    api::Filters wanted = filters;
    wanted.values.erase("dangling");
    TRY(const auto candidates, list(peer, false, wanted));
    std::vector<Prunable> found;
    for (const api::ImageSummary &candidate : candidates) {
        if (dangling && !candidate.repoTags.empty())
            continue;
        auto image = m_catalog->find(peer.uid, candidate.id);
        std::vector<User> users = inUse ? inUse(candidate.id) : std::vector<User>();
        const bool used =
            std::ranges::any_of(users, [&](const User &user) { return access::maySee(peer, user.owner); });
        auto taken = image && !used ? releaseOf(peer, candidate.id, candidate.id, true, {})
                                    : Result<Release>(Release{});
        if (taken && !taken->owners.empty()) // else: in use, damaged, or not the peer's to remove
            found.push_back({*std::move(image), *std::move(taken), std::move(users)});
    }
    return found;
}

Result<api::ImagePruneReport> ImageService::prune(const Peer &peer, const api::Filters &filters,
                                                  const UsersOf &inUse)
{
    const std::lock_guard lock(m_removeMutex);
    TRY(const auto images, prunable(peer, filters, inUse));
    if (peer.isRoot()) { // whoever prunes wants room
        m_kept->releaseAll();
        m_blobs->partial().removeAll();
    }
    api::ImagePruneReport report;
    for (const Prunable &one : images) {
        TRY(const auto released, release(one.image.image, one.taken, one.users));
        report.imagesDeleted.insert(report.imagesDeleted.end(), released.items.begin(), released.items.end());
        report.spaceReclaimed += released.bytes;
    }
    CHECK(collect());
    if (m_sink)
        m_sink({.type = "image",
                .action = "prune",
                .actor = {"", {{"reclaimed", std::to_string(report.spaceReclaimed)}}},
                .owner = peer.uid});
    return report;
}

Result<api::ImagePrunePreview> ImageService::previewPrune(const Peer &peer, const api::Filters &filters,
                                                          const UsersOf &inUse) const
{
    TRY(const auto images, prunable(peer, filters, inUse));
    DiskUse left = diskUse();
    api::ImagePrunePreview preview;
    std::vector<ImagePointer> going;
    for (const Prunable &one : images) {
        const ImageRecord &image = *one.image.image;
        api::ImagePrunePreview::Image shown{
            .id = image.id, .names = one.image.names, .size = layerBytes(image)};
        if (ownersAfter(image.id, one.taken, one.users).empty()) {
            left.drop(image);
            shown.frees = left.bytesOfNobodyElse(image);
            going.push_back(one.image.image);
        }
        preview.spaceReclaimed += shown.frees;
        preview.images.push_back(std::move(shown));
    }
    preview.parts = partsOf(going, left);
    return preview;
}

Result<api::ImageDisk> ImageService::disk(const Peer &peer, const std::string &nameOrId,
                                          const UsersOf &inUse) const
{
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, nameOrId));
    const ImageRecord &image = *found.image;
    DiskUse others = diskUse();
    others.drop(image);
    api::ImageDisk disk{.id = image.id, .size = layerBytes(image), .blobs = others.blobBytes(image)};
    for (const LayerRecord &layer : image.layers)
        (others.uses(layer) ? disk.shared : disk.unique) += static_cast<std::int64_t>(layer.size);
    Release taken{.owners = m_catalog->ownersOf(image.id)};
    std::erase_if(taken.owners, [&](std::uint32_t owner) { return !access::maySee(peer, owner); });
    const std::vector<User> users = inUse ? inUse(image.id) : std::vector<User>();
    if (!taken.owners.empty() && ownersAfter(image.id, taken, users).empty())
        disk.frees = others.bytesOfNobodyElse(image);
    for (const Catalog::Tagged &other : m_catalog->all(peer.uid)) {
        const std::int64_t bytes = other.image->id == image.id ? 0 : commonBytes(image, *other.image);
        if (bytes > 0)
            disk.sharedWith.push_back(
                {other.image->id, other.names.empty() ? "" : other.names.front(), bytes});
    }
    return disk;
}

} // namespace quayside::images
