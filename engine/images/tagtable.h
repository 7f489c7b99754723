// The names that users gave to images: whose they are, and who sees which
// (docs/adr/009-names-belong-to-users.md).
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

// Root's names are the system's: everybody sees them, only root moves or removes them.
inline constexpr std::uint32_t systemUser = 0;

struct TagKey {
    std::string name; // familiar, with tag: "busybox:latest"
    std::uint32_t owner = systemUser;
    auto operator<=>(const TagKey &) const = default;
};

struct Tag {
    std::string image;     // id
    std::int64_t time = 0; // when it was given, seconds since 1970
};

// Not thread-safe. `viewer` is the uid of whoever asks. Names of different users never collide. A user's own
// name hides the system's; root has the system's names and, where those and the others leave no doubt, those
// of every user.
class TagTable
{
public:
    void set(const TagKey &key, Tag tag) { m_tags[key] = std::move(tag); }
    void erase(const TagKey &key) { m_tags.erase(key); }
    void eraseImage(const std::string &image);
    [[nodiscard]] bool contains(const TagKey &key) const { return m_tags.contains(key); }

    // Whose name `name` means to the viewer. Nothing: none that the viewer may see, or, for root, several of
    // different users that mean different images.
    [[nodiscard]] std::optional<TagKey> find(std::uint32_t viewer, const std::string &name) const;
    [[nodiscard]] const Tag &at(const TagKey &key) const { return m_tags.at(key); }
    // More than one user's, and none of them the viewer's: why find() said nothing.
    [[nodiscard]] bool isAmbiguous(std::uint32_t viewer, const std::string &name) const;

    // All of an image's, whoever sees them.
    [[nodiscard]] std::vector<TagKey> of(const std::string &image) const;
    // Those that the viewer sees and that mean this image to it.
    struct Seen {
        std::vector<std::string> names; // sorted, without doubles
        std::int64_t lastTime = 0;      // 0: none
    };
    [[nodiscard]] Seen seenBy(std::uint32_t viewer, const std::string &image) const;

private:
    [[nodiscard]] bool means(std::uint32_t viewer, const TagKey &key) const;

    std::map<TagKey, Tag> m_tags; // by name, then owner
};

// The form in the records (kind "name"): "<uid> <name>". A name holds no blank.
std::string encode(const TagKey &key);
std::optional<TagKey> decodeTagKey(std::string_view text);
std::string encode(const Tag &tag);
std::optional<Tag> decodeTag(std::string_view json);

} // namespace quayside::images
