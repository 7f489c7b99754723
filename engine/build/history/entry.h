// One build as the history has it, shared by who records it and who follows it.
#pragma once

#include "engine/api/types/build.h"
#include "engine/build/history/stepstates.h"
#include "engine/build/history/writer.h"
#include "engine/storage/layerstore.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
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
    // Not in their files yet: the Dockerfile, what steps have left.
    std::string text;
    std::vector<std::pair<int, StepState>> newStates;
    std::size_t newStateBytes = 0;
    std::optional<Writer::Clock::time_point> saveDue; // by then it is going to be saved
    Writer::Clock::duration savePause{};              // at least, between two savings while the build goes on
    bool hasFolder = false;

    StepStates states{statesPath()}; // only the writer's thread uses it
    void makeFolder();               // its lock is held; once there is something to put into it

    [[nodiscard]] std::string logPath(int step) const { return folder + "/" + std::to_string(step) + ".log"; }
    [[nodiscard]] std::string statesPath() const { return folder + "/states"; }
    [[nodiscard]] std::string textPath() const { return folder + "/Dockerfile"; }
};

inline constexpr const char *recordKind = "build"; // of Records
std::string encodeEntry(const BuildEntry &entry);  // its lock is held

std::int64_t nowNs();                  // UTC
std::string timeText(std::int64_t ns); // RFC 3339, nine digits
// At most `most` bytes, and no NUL, which JSON of this API may not have.
std::string plainText(std::string_view text, std::size_t most);

} // namespace quayside::build
