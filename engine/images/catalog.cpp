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

constexpr char imageKind[] = "image", tagKind[] = "tag";

bool isHex(std::string_view text)
{
    return !text.empty() && text.size() <= 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

std::string Catalog::encode(const Tag &tag)
{
    return api::Json{{"image", tag.image}, {"time", tag.time}}.dump();
}

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
    TRY(const auto tags, records.all(tagKind));
    catalog->loadTags(tags);
    return catalog;
}

void Catalog::loadTags(const std::vector<std::pair<std::string, std::string>> &rows)
{
    for (const auto &[name, document] : rows) {
        const auto json = api::parseJson(document);
        if (!json || !json->is_object() || !json->contains("image") || !json->at("image").is_string())
            continue; // the name is lost; its image is still there by its id
        const Tag tag{json->at("image").get<std::string>(), json->value("time", std::int64_t(0))};
        if (m_images.contains(tag.image) || m_damaged.contains(tag.image))
            m_tags[name] = tag;
    }
}

Catalog::Tagged Catalog::taggedOf(const ImagePointer &image) const
{
    Tagged tagged{.image = image};
    for (const auto &[name, tag] : m_tags) {
        if (tag.image != image->id)
            continue;
        tagged.names.push_back(name);
        tagged.lastTagTime = std::max(tagged.lastTagTime, tag.time);
    }
    return tagged;
}

// As dockerd does: a name first, then an id or a prefix of one.
Result<std::string> Catalog::idOf(const std::string &nameOrId) const
{
    const auto reference = parseTagged(nameOrId);
    if (reference && !reference->digest.empty() &&
        (m_images.contains(reference->digest) || m_damaged.contains(reference->digest)))
        return reference->digest;
    if (reference && reference->digest.empty()) {
        if (const auto tag = m_tags.find(reference->familiar()); tag != m_tags.end())
            return tag->second.image;
    }
    const std::string prefix = nameOrId.starts_with("sha256:") ? nameOrId.substr(7) : nameOrId;
    std::vector<std::string> found;
    if (isHex(prefix)) {
        for (const auto &[id, image] : m_images) {
            if (id.compare(7, prefix.size(), prefix) == 0)
                found.push_back(id);
        }
        for (const auto &[id, why] : m_damaged) {
            if (id.compare(7, prefix.size(), prefix) == 0)
                found.push_back(id);
        }
    }
    if (found.size() > 1)
        return fail(ErrorKind::InvalidArgument,
                    "image id {} is ambiguous: it fits {} images; give more of its digits", nameOrId,
                    found.size());
    if (found.empty() && !reference && !isHexId(nameOrId))
        return std::unexpected(reference.error());
    if (found.empty())
        return fail(ErrorKind::NotFound, "No such image: {}", reference ? reference->familiar() : nameOrId);
    return found.front();
}

Result<Catalog::Tagged> Catalog::find(const std::string &nameOrId) const
{
    const std::lock_guard lock(m_mutex);
    TRY(const std::string id, idOf(nameOrId));
    if (const auto damaged = m_damaged.find(id); damaged != m_damaged.end())
        return fail(ErrorKind::Internal,
                    "image {} is damaged ({}): load or pull it again, or remove it by its id", id,
                    damaged->second);
    return taggedOf(m_images.at(id));
}

Result<std::string> Catalog::findId(const std::string &nameOrId) const
{
    const std::lock_guard lock(m_mutex);
    return idOf(nameOrId);
}

std::vector<Catalog::Tagged> Catalog::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Tagged> list;
    for (const auto &[id, image] : m_images)
        list.push_back(taggedOf(image));
    return list;
}

bool Catalog::hasName(const std::string &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_tags.contains(name);
}

Result<> Catalog::add(const std::vector<LoadedImage> &images)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Records::Change> changes;
    std::map<std::string, ImagePointer> added;
    std::map<std::string, Tag> tags;
    for (const LoadedImage &image : images) {
        ImageRecord record = image.record;
        const auto known = m_images.find(record.id);
        record.added = known != m_images.end() ? known->second->added : ::time(nullptr);
        changes.push_back({imageKind, record.id, images::encode(record)});
        for (const std::string &name : image.names) {
            tags[name] = {record.id, ::time(nullptr)};
            changes.push_back({tagKind, name, encode(tags[name])});
        }
        auto pointer = std::make_shared<const ImageRecord>(std::move(record));
        added[pointer->id] = pointer;
    }
    CHECK(m_records.apply(changes, Durability::Full));
    for (auto &[id, image] : added) {
        m_damaged.erase(id);
        m_images[id] = std::move(image);
    }
    for (auto &[name, tag] : tags)
        m_tags[name] = std::move(tag);
    return {};
}

Result<> Catalog::tag(const std::string &name, const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    if (!m_images.contains(id))
        return fail(ErrorKind::NotFound, "No such image: {}", id);
    Tag tag{id, ::time(nullptr)};
    CHECK(m_records.put(tagKind, name, encode(tag)));
    m_tags[name] = std::move(tag);
    return {};
}

Result<> Catalog::remove(const std::vector<std::string> &names, const std::string &id, bool image)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Records::Change> changes;
    for (const std::string &name : names)
        changes.push_back({tagKind, name, {}});
    if (image)
        changes.push_back({imageKind, id, {}});
    CHECK(m_records.apply(changes, Durability::Full));
    for (const std::string &name : names)
        m_tags.erase(name);
    if (image) {
        m_images.erase(id);
        m_damaged.erase(id);
        std::erase_if(m_tags, [&](const auto &tag) { return tag.second.image == id; });
    }
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
    }
    return blobs;
}

} // namespace quayside::images
