#include "engine/images/tagtable.h"

#include "engine/api/json.h"

#include <algorithm>
#include <charconv>

namespace quayside::images
{

void TagTable::eraseImage(const std::string &image)
{
    std::erase_if(m_tags, [&](const auto &tag) { return tag.second.image == image; });
}

std::optional<TagKey> TagTable::find(std::uint32_t viewer, const std::string &name) const
{
    for (const std::uint32_t owner : {viewer, systemUser})
        if (const TagKey key{name, owner}; m_tags.contains(key))
            return key;
    if (viewer != systemUser)
        return {};
    std::optional<TagKey> found;
    std::string image;
    for (auto tag = m_tags.lower_bound({name, 0}); tag != m_tags.end() && tag->first.name == name; ++tag) {
        if (found && tag->second.image != image)
            return {};
        if (!found)
            found = tag->first;
        image = tag->second.image;
    }
    return found;
}

bool TagTable::isAmbiguous(std::uint32_t viewer, const std::string &name) const
{
    const auto first = m_tags.lower_bound({name, 0});
    return viewer == systemUser && first != m_tags.end() && first->first.name == name && !find(viewer, name);
}

std::vector<TagKey> TagTable::of(const std::string &image) const
{
    std::vector<TagKey> keys;
    for (const auto &[key, tag] : m_tags)
        if (tag.image == image)
            keys.push_back(key);
    return keys;
}

// Hidden behind a name of the viewer's own is what that one does not mean. Root is shown also names that
// several users have: each on its image.
bool TagTable::means(std::uint32_t viewer, const TagKey &key) const
{
    if (key.owner == viewer)
        return true;
    if (viewer == systemUser)
        return !m_tags.contains({key.name, systemUser});
    return key.owner == systemUser && !m_tags.contains({key.name, viewer});
}

TagTable::Seen TagTable::seenBy(std::uint32_t viewer, const std::string &image) const
{
    Seen seen;
    for (const auto &[key, tag] : m_tags) {
        if (tag.image != image || !means(viewer, key))
            continue;
        if (seen.names.empty() || seen.names.back() != key.name)
            seen.names.push_back(key.name);
        seen.lastTime = std::max(seen.lastTime, tag.time);
    }
    return seen;
}

std::string encode(const TagKey &key)
{
    return std::to_string(key.owner) + " " + key.name;
}

std::optional<TagKey> decodeTagKey(std::string_view text)
{
    TagKey key;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), key.owner);
    if (error != std::errc() || rest == text.data() + text.size() || *rest != ' ')
        return {};
    key.name = std::string(rest + 1, text.data() + text.size());
    return key;
}

std::string encode(const Tag &tag)
{
    return api::Json{{"image", tag.image}, {"time", tag.time}}.dump();
}

std::optional<Tag> decodeTag(std::string_view text)
{
    const auto json = api::parseJson(text);
    if (!json || !json->is_object() || !json->contains("image") || !json->at("image").is_string() ||
        !json->value("time", api::Json(0)).is_number_integer())
        return {};
    return Tag{json->at("image").get<std::string>(), json->value("time", std::int64_t(0))};
}

} // namespace quayside::images
