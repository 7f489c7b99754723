// One build as the history has it, shared by who records it and who follows it.
#pragma once

#include "engine/api/types/build.h"
#include "engine/storage/layerstore.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace quayside::build
{

struct BuildEntry {
    explicit BuildEntry(std::string path) : folder(std::move(path)) {}

    const std::string folder; // <root>/buildlogs/<id>
    mutable std::mutex mutex; // of what follows
    std::condition_variable changed;
    api::BuildRecord record;
    std::vector<storage::LayerId> held; // of a step that failed, with those below
    // Each change is one more. Of the steps: that of their last change but for their logs.
    std::uint64_t revision = 1, buildRevision = 1;
    std::vector<std::uint64_t> stepRevisions;
    bool over = false;    // its build has ended
    bool removed = false; // nobody finds it any more

    [[nodiscard]] std::string logPath(int step) const { return folder + "/" + std::to_string(step) + ".log"; }
    [[nodiscard]] std::string statesPath() const { return folder + "/states"; }
    [[nodiscard]] std::string textPath() const { return folder + "/Dockerfile"; }
};

std::int64_t nowNs();                  // UTC
std::string timeText(std::int64_t ns); // RFC 3339, nine digits
// At most `most` bytes, and no NUL, which JSON of this API may not have.
std::string plainText(std::string_view text, std::size_t most);

} // namespace quayside::build
