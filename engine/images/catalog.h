// The images and their names, in memory and in the engine's records.
#pragma once

#include "engine/images/archive/archive.h"
#include "engine/images/tagtable.h"
#include "engine/records/records.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace quayside::images
{

using ImagePointer = std::shared_ptr<const ImageRecord>;

// Thread-safe. What it returns stays valid whatever happens to the image. `viewer`, `owner`: uids.
class Catalog
{
public:
    // A damaged record is left out, and told by find() when somebody asks for that image.
    static Result<std::unique_ptr<Catalog>> open(Records &records);
    explicit Catalog(Records &records) : m_records(records) {}

    struct Tagged {
        ImagePointer image;
        std::vector<std::string> names;   // that the viewer sees, sorted
        std::vector<std::string> digests; // the same: "busybox@sha256:…"
        std::int64_t lastTagTime = 0;     // seconds since 1970; 0: never
    };
    // By name, id, or an unambiguous prefix of an id. NotFound; InvalidArgument: ambiguous. Whoever knows the
    // whole id of an image may use it; names and prefixes lead to what the viewer sees only.
    Result<Tagged> find(std::uint32_t viewer, const std::string &nameOrId) const;
    // Its id alone, also of one whose record is damaged: such a one can only be removed or replaced.
    Result<std::string> findId(std::uint32_t viewer, const std::string &nameOrId) const;
    // Those that the viewer holds or has a name for, and the system's; root: all.
    [[nodiscard]] std::vector<Tagged> all(std::uint32_t viewer) const;
    [[nodiscard]] std::vector<ImagePointer> images() const; // all, whoever holds them
    [[nodiscard]] bool sees(std::uint32_t viewer, const std::string &id) const;
    // Whose name it is that `name` means to the viewer, and of which image.
    struct Named {
        TagKey key;
        std::string image;
    };
    [[nodiscard]] std::optional<Named> named(std::uint32_t viewer, const std::string &name) const;
    [[nodiscard]] std::vector<TagKey> namesOf(const std::string &id) const; // whoever's
    // Who holds an image: it stays as long as somebody does. Empty for one that is not there or damaged.
    [[nodiscard]] std::set<std::uint32_t> ownersOf(const std::string &id) const;

    // All or none, on the disk when it returns. `owner` holds the images from now on. A name that the owner
    // gave before moves to its new image, or stays where it is. Returns the images with the names that they
    // got.
    enum class TakenNames : std::uint8_t { Move, Stay };
    Result<std::vector<LoadedImage>> add(const std::vector<LoadedImage> &images, std::uint32_t owner,
                                         TakenNames taken = TakenNames::Move);
    Result<> tag(const TagKey &key, const std::string &id);
    // Takes names away and lets `owners` hold the image from now on; nobody: it goes, with every name.
    Result<> remove(const std::vector<TagKey> &names, const std::string &id,
                    const std::set<std::uint32_t> &owners);

    // Of all images: chain ids, and digests of blobs.
    [[nodiscard]] std::vector<storage::LayerId> layersInUse() const;
    [[nodiscard]] std::set<std::string> blobsInUse() const;

private:
    Tagged taggedOf(std::uint32_t viewer, const ImagePointer &image) const;
    [[nodiscard]] bool seesLocked(std::uint32_t viewer, const std::string &id) const;
    Result<std::string> idOf(std::uint32_t viewer, const std::string &nameOrId) const;
    Result<std::string> byPrefix(std::uint32_t viewer, const std::string &prefix) const;
    // With the owners that it must have now.
    [[nodiscard]] ImagePointer withOwners(const ImagePointer &image, std::set<std::uint32_t> owners) const;
    Result<> loadTags();
    Result<> adoptOldTags();

    Records &m_records;
    mutable std::mutex m_mutex;
    std::map<std::string, ImagePointer> m_images; // by id
    TagTable m_tags;
    std::map<std::string, std::string> m_damaged; // id → why
};

} // namespace quayside::images
