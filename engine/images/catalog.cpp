#include "engine/images/catalog.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"

#include <time.h>

#include <algorithm>

namespace quayside::images
{
namespace
{

// "tag" is the kind of before names had owners.
constexpr char imageKind[] = "image", nameKind[] = "name", oldTagKind[] = "tag";

// Whether `viewer` is told of what belongs to `owner`.
bool isTold(std::uint32_t viewer, std::uint32_t owner)
{
    return viewer == systemUser || owner == viewer || owner == systemUser;
}

bool hasDigest(std::uint32_t viewer, const ImageRecord &image, const Reference &reference)
{
    return std::ranges::any_of(image.digests, [&](const RepoDigest &one) {
        return one.digest == reference.digest && one.repository == reference.familiarName() &&
               isTold(viewer, one.owner);
    });
}

// What is known of an image besides what has just come of it.
void inherit(ImageRecord &record, const ImageRecord &known)
{
    record.owners.insert(known.owners.begin(), known.owners.end());
    record.digests.insert(known.digests.begin(), known.digests.end());
    record.indexes.insert(known.indexes.begin(), known.indexes.end()); // an owner's new one stays
    if (record.manifest.empty())
        record.manifest = known.manifest;
}

bool isHex(std::string_view text)
{
    return !text.empty() && text.size() <= 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

Result<std::unique_ptr<Catalog>> Catalog::open(Records &records)
{
    auto catalog = std::make_unique<Catalog>(records);
    TRY(const auto images, records.all(imageKind));
    for (const auto &[id, document] : images) {
        auto record = decodeImageRecord(document);
        if (record && record->id == id)
            catalog->m_images[id] = std::make_shared<const ImageRecord>(*std::move(record));
        else
            catalog->m_damaged[id] = record ? "its configuration is another image's" : record.error().message;
    }
    CHECK(catalog->adoptOldTags());
    CHECK(catalog->loadTags());
    return catalog;
}

// Names of an engine that did not know owners become the system's: everybody could use them before, and still
// can.
Result<> Catalog::adoptOldTags()
{
    TRY(const auto rows, m_records.all(oldTagKind));
    if (rows.empty())
        return {};
    std::vector<Records::Change> changes;
    for (const auto &[name, document] : rows) {
        changes.push_back({nameKind, encode(TagKey{name, systemUser}), document});
        changes.push_back({oldTagKind, name, {}});
    }
    return m_records.apply(changes, Durability::Full);
}

Result<> Catalog::loadTags()
{
    TRY(const auto rows, m_records.all(nameKind));
    for (const auto &[id, document] : rows) {
        const auto key = decodeTagKey(id);
        auto tag = decodeTag(document);
        if (!key || !tag)
            continue; // the name is lost; its image is still there by its id
        if (const auto image = m_images.find(tag->image); image != m_images.end()) {
            auto owners = image->second->owners;
            owners.insert(key->owner);
            image->second = withOwners(image->second, std::move(owners));
        } else if (!m_damaged.contains(tag->image)) {
            continue;
        }
        m_tags.set(*key, *std::move(tag));
    }
    return {};
}

ImagePointer Catalog::withOwners(const ImagePointer &image, std::set<std::uint32_t> owners) const
{
    if (image->owners == owners)
        return image;
    ImageRecord record = *image;
    record.owners = std::move(owners);
    std::erase_if(record.digests, [&](const RepoDigest &one) { return !record.owners.contains(one.owner); });
    std::erase_if(record.indexes, [&](const auto &one) { return !record.owners.contains(one.first); });
    return std::make_shared<const ImageRecord>(std::move(record));
}

Catalog::Tagged Catalog::taggedOf(std::uint32_t viewer, const ImagePointer &image) const
{
    TagTable::Seen seen = m_tags.seenBy(viewer, image->id);
    std::vector<std::string> digests;
    for (const RepoDigest &one : image->digests)
        if (isTold(viewer, one.owner))
            digests.push_back(one.repository + "@" + one.digest);
    digests.erase(std::unique(digests.begin(), digests.end()), digests.end());
    return {.image = image,
            .names = std::move(seen.names),
            .digests = std::move(digests),
            .lastTagTime = seen.lastTime};
}

bool Catalog::seesLocked(std::uint32_t viewer, const std::string &id) const
{
    if (viewer == systemUser)
        return true;
    const auto image = m_images.find(id);
    if (image == m_images.end())
        return !m_tags.seenBy(viewer, id).names.empty();
    return std::ranges::any_of(image->second->owners,
                               [&](std::uint32_t owner) { return isTold(viewer, owner); });
}

bool Catalog::sees(std::uint32_t viewer, const std::string &id) const
{
    const std::lock_guard lock(m_mutex);
    return seesLocked(viewer, id);
}

// Of a whole id: that image, whoever holds it. Empty: there is none.
Result<std::string> Catalog::byPrefix(std::uint32_t viewer, const std::string &prefix) const
{
    if (!isHex(prefix))
        return std::string();
    std::vector<std::string> found;
    const auto look = [&](const auto &images) {
        for (auto image = images.lower_bound("sha256:" + prefix);
             image != images.end() && image->first.compare(7, prefix.size(), prefix) == 0; ++image)
            if (prefix.size() == 64 || seesLocked(viewer, image->first))
                found.push_back(image->first);
    };
    look(m_images);
    look(m_damaged);
    if (found.size() > 1)
        return fail(ErrorKind::InvalidArgument,
                    "image id {} is ambiguous: it fits {} images; give more of its digits", prefix,
                    found.size());
    return found.empty() ? std::string() : found.front();
}

// As dockerd does: a name first, then an id or a prefix of one.
Result<std::string> Catalog::idOf(std::uint32_t viewer, const std::string &nameOrId) const
{
    const auto reference = parseTagged(nameOrId);
    if (reference && !reference->digest.empty() &&
        (m_images.contains(reference->digest) || m_damaged.contains(reference->digest)))
        return reference->digest;
    if (reference && !reference->digest.empty())
        for (const auto &[id, image] : m_images)
            if (hasDigest(viewer, *image, *reference))
                return id;
    if (reference && reference->digest.empty()) {
        if (const auto key = m_tags.find(viewer, reference->familiar()))
            return m_tags.at(*key).image;
        if (m_tags.isAmbiguous(viewer, reference->familiar()))
            return fail(ErrorKind::InvalidArgument,
                        "several users have images of the name {}: give the id of the one you mean",
                        reference->familiar());
    }
    TRY(const std::string found,
        byPrefix(viewer, nameOrId.starts_with("sha256:") ? nameOrId.substr(7) : nameOrId));
    if (!found.empty())
        return found;
    if (!reference && !isHexId(nameOrId))
        return std::unexpected(reference.error());
    return fail(ErrorKind::NotFound, "No such image: {}", reference ? reference->familiar() : nameOrId);
}

Result<Catalog::Tagged> Catalog::find(std::uint32_t viewer, const std::string &nameOrId) const
{
    const std::lock_guard lock(m_mutex);
    TRY(const std::string id, idOf(viewer, nameOrId));
    if (const auto damaged = m_damaged.find(id); damaged != m_damaged.end())
        return fail(ErrorKind::Internal,
                    "image {} is damaged ({}): load or pull it again, or remove it by its id", id,
                    damaged->second);
    return taggedOf(viewer, m_images.at(id));
}

Result<std::string> Catalog::findId(std::uint32_t viewer, const std::string &nameOrId) const
{
    const std::lock_guard lock(m_mutex);
    return idOf(viewer, nameOrId);
}

std::vector<Catalog::Tagged> Catalog::all(std::uint32_t viewer) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Tagged> list;
    for (const auto &[id, image] : m_images)
        if (seesLocked(viewer, id))
            list.push_back(taggedOf(viewer, image));
    return list;
}

std::vector<ImagePointer> Catalog::images() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ImagePointer> list;
    for (const auto &[id, image] : m_images)
        list.push_back(image);
    return list;
}

std::optional<Catalog::Named> Catalog::named(std::uint32_t viewer, const std::string &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto key = m_tags.find(viewer, name);
    if (!key)
        return {};
    return Named{*key, m_tags.at(*key).image};
}

std::vector<TagKey> Catalog::namesOf(const std::string &id) const
{
    const std::lock_guard lock(m_mutex);
    return m_tags.of(id);
}

std::set<std::uint32_t> Catalog::ownersOf(const std::string &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto image = m_images.find(id);
    return image == m_images.end() ? std::set<std::uint32_t>() : image->second->owners;
}

Result<std::vector<LoadedImage>> Catalog::add(const std::vector<LoadedImage> &images, std::uint32_t owner,
                                              TakenNames taken)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Records::Change> changes;
    std::vector<LoadedImage> added = images;
    for (LoadedImage &image : added) {
        ImageRecord &record = image.record;
        const auto known = m_images.find(record.id);
        record.added = known != m_images.end() ? known->second->added : ::time(nullptr);
        if (known != m_images.end())
            inherit(record, *known->second);
        for (const TagKey &key : m_tags.of(record.id)) // of one that was damaged
            record.owners.insert(key.owner);
        record.owners.insert(owner);
        changes.push_back({imageKind, record.id, images::encode(record)});
        if (taken == TakenNames::Stay)
            std::erase_if(image.names, [&](const auto &name) { return m_tags.contains({name, owner}); });
        for (const std::string &name : image.names)
            changes.push_back(
                {nameKind, encode(TagKey{name, owner}), encode(Tag{record.id, ::time(nullptr)})});
    }
    CHECK(m_records.apply(changes, Durability::Full));
    for (const LoadedImage &image : added) {
        m_damaged.erase(image.record.id);
        m_images[image.record.id] = std::make_shared<const ImageRecord>(image.record);
        for (const std::string &name : image.names)
            m_tags.set({name, owner}, {image.record.id, ::time(nullptr)});
    }
    return added;
}

Result<> Catalog::tag(const TagKey &key, const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    const auto image = m_images.find(id);
    if (image == m_images.end())
        return fail(ErrorKind::NotFound, "No such image: {}", id);
    Tag tag{id, ::time(nullptr)};
    auto owners = image->second->owners;
    owners.insert(key.owner);
    ImagePointer held = withOwners(image->second, std::move(owners));
    std::vector<Records::Change> changes{{nameKind, encode(key), encode(tag)}};
    if (held != image->second)
        changes.push_back({imageKind, id, images::encode(*held)});
    CHECK(m_records.apply(changes, Durability::Full));
    image->second = std::move(held);
    m_tags.set(key, std::move(tag));
    return {};
}

Result<> Catalog::remove(const std::vector<TagKey> &names, const std::string &id,
                         const std::set<std::uint32_t> &owners)
{
    const std::lock_guard lock(m_mutex);
    const auto image = m_images.find(id);
    const bool stays = image != m_images.end() && !owners.empty();
    const ImagePointer held = stays ? withOwners(image->second, owners) : nullptr;
    std::vector<TagKey> gone = stays ? names : m_tags.of(id);
    std::vector<Records::Change> changes;
    for (const TagKey &key : gone)
        changes.push_back({nameKind, encode(key), {}});
    if (!stays)
        changes.push_back({imageKind, id, {}});
    else if (held != image->second)
        changes.push_back({imageKind, id, images::encode(*held)});
    CHECK(m_records.apply(changes, Durability::Full));
    for (const TagKey &key : gone)
        m_tags.erase(key);
    if (stays) {
        image->second = held;
        return {};
    }
    m_images.erase(id);
    m_damaged.erase(id);
    return {};
}

std::vector<storage::LayerId> Catalog::layersInUse() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<storage::LayerId> layers;
    for (const auto &[id, image] : m_images) {
        for (const LayerRecord &layer : image->layers)
            layers.push_back(layer.id);
    }
    return layers;
}

std::set<std::string> Catalog::blobsInUse() const
{
    const std::lock_guard lock(m_mutex);
    std::set<std::string> blobs;
    for (const auto &[id, image] : m_images) {
        for (const LayerRecord &layer : image->layers)
            blobs.insert(layer.blob);
        if (!image->manifest.empty())
            blobs.insert(image->manifest);
        for (const auto &[owner, index] : image->indexes)
            blobs.insert(index.blobs.begin(), index.blobs.end());
    }
    return blobs;
}

} // namespace quayside::images
