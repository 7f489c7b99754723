// Checkpoints as they lie on the disk: <root>/containers/ID/checkpoints/NAME, a folder of root's, with
// CRIU's images in one and what a start needs to know beside it.
#pragma once

#include "engine/api/types/checkpoint.h"
#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

struct SavedCheckpoint {
    std::int64_t createdNs = 0;
    std::map<std::string, std::int64_t> files;    // bytes of each image
    std::string input, output, error;             // RestorePlan
    std::vector<std::string> mountPoints;         // RestorePlan
    std::map<std::string, std::string> addresses; // IPv4, by the network's id
};
std::string encode(const SavedCheckpoint &saved);
Result<SavedCheckpoint> decodeSavedCheckpoint(std::string_view document);

// InvalidArgument for a name that is none.
Result<> checkCheckpointName(const std::string &name);

// Those of one container. `folder`: its own.
class SavedCheckpoints
{
public:
    explicit SavedCheckpoints(const std::string &folder) : m_folder(folder + "/checkpoints") {}

    static constexpr std::size_t most = 32;
    [[nodiscard]] std::vector<api::Checkpoint> list() const;
    // NotFound; Internal where it is damaged.
    [[nodiscard]] Result<SavedCheckpoint> read(const std::string &name) const;
    // Internal where one of the images is not what was written: CRIU would wait for more for ever.
    [[nodiscard]] Result<> check(const std::string &name, const SavedCheckpoint &saved) const;
    [[nodiscard]] std::string imagesOf(const std::string &name) const;
    [[nodiscard]] bool has(const std::string &name) const;
    Result<> remove(const std::string &name) const;

    // One at a time: an empty folder for images; it counts only once it is kept.
    [[nodiscard]] Result<std::string> makeDraft() const;
    // Fills in `files`.
    Result<> keepDraft(const std::string &name, SavedCheckpoint saved) const;
    void dropDraft() const;

private:
    [[nodiscard]] std::string pathOf(const std::string &name) const { return m_folder + "/" + name; }
    const std::string m_folder;
};

} // namespace quayside::containers
