// The build cache: what each step made, found by what went into it. A user's is that user's
// (docs/adr/021-builder.md).
#pragma once

#include "engine/base/result.h"
#include "engine/images/content/imagerecord.h"
#include "engine/records/records.h"
#include "engine/storage/layerstore.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quayside::build
{

// One thing that goes into a step: "instruction", "argument HTTP_PROXY", "file app.py", … with its value, or
// the digest of it.
struct KeyPart {
    std::string name, value;
    bool operator==(const KeyPart &) const = default;
};

struct StepKey {
    std::string parent; // the key of the step before, or of what FROM names
    std::vector<KeyPart> parts;
    std::vector<KeyPart> details;             // that `parts` sum up: for the reasons only
    bool inHistory = true;                    // an image's history tells all of it
    [[nodiscard]] std::string digest() const; // 64 hex digits, of parent and parts
};

// What a step made. Documents of kind "build_step".
struct CachedStep {
    std::uint32_t owner = 0;                  // uid
    std::string key, parent;                  // digests
    std::vector<KeyPart> parts;               // and details
    std::string place;                        // where in which build it stood, for the reasons of a later one
    std::string description;                  // as in the history
    std::string created;                      // RFC 3339: of the step's entry in the history
    std::optional<images::LayerRecord> layer; // none: it changed no file
    std::int64_t createdNs = 0, usedNs = 0;   // UTC
    std::int64_t uses = 0;
    std::int64_t tookNs = 0;
    std::string why;          // it was not found: whyDifferent() at that time
    std::int64_t savedNs = 0; // the record's usedNs; not a part of it
};

// What a step's key differs by from that of the last step in the same place: "the parent step", or names of
// parts that changed, came or went; empty: it was never seen. At most a few names.
std::string whyDifferent(const CachedStep *last, const StepKey &now);

struct PruneRequest {
    std::optional<std::int64_t> unusedBefore; // UTC nanoseconds
    // Of what only the cache holds the most recently used stay, as many as these allow. 0: not said.
    std::uint64_t mostBytes = 0, minFreeBytes = 0, reservedBytes = 0;
    // Empty: any. Types: "regular", "exec.cachemount".
    std::set<std::string> ids, parents, descriptions, types;
    std::optional<bool> shared; // an image has the layer as well
    bool onlyOwn = false;       // also root: nobody else's

    [[nodiscard]] bool isLimited() const { return mostBytes + minFreeBytes + reservedBytes > 0; }
    // Whether some steps are meant, and not simply all.
    [[nodiscard]] bool isFiltered() const
    {
        return unusedBefore || shared || !ids.empty() || !parents.empty() || !descriptions.empty();
    }
    [[nodiscard]] bool means(std::string_view type) const
    {
        return types.empty() || types.contains(std::string(type));
    }
};

// The bytes that may stay of `total`, on a file system with `available` ones: as BuildKit's GC policies have
// it, at most mostBytes, less where minFreeBytes are not free, and never less than reservedBytes.
std::uint64_t keptBytes(const PruneRequest &request, std::uint64_t total, std::uint64_t available);

// How large a cache is, and how long something in it was not used.
struct CacheExtent {
    std::uint64_t bytes = 0; // of layers, each once
    std::int64_t oldestNs = 0;
};

// Thread-safe.
class Cache
{
public:
    // A damaged record is dropped.
    static Result<std::unique_ptr<Cache>> open(Records &records);
    explicit Cache(Records &records) : m_records(records) {}

    [[nodiscard]] std::optional<CachedStep> find(std::uint32_t owner, const std::string &key) const;
    // The one that stood in this place last.
    [[nodiscard]] std::optional<CachedStep> lastAt(std::uint32_t owner, const std::string &place) const;
    // A use is written down where the one that was written last is older: a build that finds everything here
    // should not write all of it again.
    static constexpr std::int64_t usageGrainNs = 60'000'000'000;

    // New ones, and those whose use is noted, in one go. Their layers are on the disk.
    Result<> save(std::vector<CachedStep> made, const std::vector<std::string> &used, std::uint32_t owner,
                  std::int64_t nowNs);
    [[nodiscard]] std::vector<CachedStep> all(std::uint32_t viewer) const; // root: everybody's
    // Layers that no image may have and that stay all the same.
    [[nodiscard]] std::vector<storage::LayerId> layers() const;
    // Forgets what the request names of the owner's (root: everybody's); returns it. `shared`: layers that
    // images have as well, which cost the cache nothing; `available`: bytes that are free.
    Result<std::vector<CachedStep>> prune(std::uint32_t owner, const PruneRequest &request,
                                          const std::set<storage::LayerId> &shared = {},
                                          std::uint64_t available = 0);
    [[nodiscard]] CacheExtent extent(std::uint32_t owner) const;

private:
    using Id = std::pair<std::uint32_t, std::string>; // owner, key
    static std::string idOf(const Id &id);

    Records &m_records;
    mutable std::mutex m_mutex;
    std::map<Id, CachedStep> m_steps;
    std::map<Id, std::string> m_places; // owner and place → key
};

} // namespace quayside::build
