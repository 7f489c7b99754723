// The images and their names, in memory and in the engine's records.
#pragma once

#include "engine/images/archive/archive.h"
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

// Thread-safe. What it returns stays valid whatever happens to the image.
class Catalog
{
public:
    // A damaged record is left out, and told by find() when somebody asks for that image.
    static Result<std::unique_ptr<Catalog>> open(Records &records);
    explicit Catalog(Records &records) : m_records(records) {}

    struct Tagged {
        ImagePointer image;
        std::vector<std::string> names; // sorted
        std::int64_t lastTagTime = 0;   // seconds since 1970; 0: never
    };
    // By name, id, or an unambiguous prefix of an id. NotFound; InvalidArgument: ambiguous.
    Result<Tagged> find(const std::string &nameOrId) const;
    // Its id alone, also of one whose record is damaged: such a one can only be removed or replaced.
    Result<std::string> findId(const std::string &nameOrId) const;
    [[nodiscard]] std::vector<Tagged> all() const;
    [[nodiscard]] bool hasName(const std::string &name) const;

    // All or none, on the disk when it returns. A name moves to its new image.
    Result<> add(const std::vector<LoadedImage> &images);
    Result<> tag(const std::string &name, const std::string &id);
    // Takes names away, and the image itself where `image`.
    Result<> remove(const std::vector<std::string> &names, const std::string &id, bool image);

    // Of all images: chain ids, and digests of blobs.
    [[nodiscard]] std::vector<storage::LayerId> layersInUse() const;
    [[nodiscard]] std::set<std::string> blobsInUse() const;

private:
    struct Tag {
        std::string image;
        std::int64_t time = 0;
    };
    Tagged taggedOf(const ImagePointer &image) const;
    Result<std::string> idOf(const std::string &nameOrId) const;
    static std::string encode(const Tag &tag);
    void loadTags(const std::vector<std::pair<std::string, std::string>> &rows);

    Records &m_records;
    mutable std::mutex m_mutex;
    std::map<std::string, ImagePointer> m_images; // by id
    std::map<std::string, Tag> m_tags;            // by name
    std::map<std::string, std::string> m_damaged; // id → why
};

} // namespace quayside::images
