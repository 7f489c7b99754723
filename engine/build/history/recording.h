// A build while it runs, as the history sees it.
#pragma once

#include "engine/api/types/build.h"
#include "engine/base/result.h"
#include "engine/build/history/steplog.h"
#include "engine/build/history/stepstates.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::build
{

class History;
struct BuildEntry; // entry.h

// Thread-safe: stages run side by side. Steps are numbered as they are shown, from 1; those that are not
// planned are ignored. Nothing here can make a build fail: what cannot be written is missing in the record.
class Recording
{
public:
    static constexpr std::size_t mostLogBytes = 8 << 20; // of a build, but for the ends of logs

    Recording(History &history, std::shared_ptr<BuildEntry> entry);
    ~Recording(); // of one that nobody has finished: failed

    [[nodiscard]] const std::string &id() const { return m_id; }

    // Once: the Dockerfile, and its steps in order (number, stage, instruction, lines).
    void plan(std::string_view dockerfile, std::vector<api::BuildStep> steps);
    void started(int step);
    // It was not in the cache: it is run now.
    void missed(int step, const std::string &key, const std::string &why);
    void log(int step, std::string_view bytes);
    struct StepEnd {
        bool cached = false;
        std::string key, layer; // "": as it was
        std::string base;       // the image's id, of a FROM that names one
        std::int64_t size = 0;
    };
    // `state`: what it left; nullptr: it cannot be entered.
    void ended(int step, const StepEnd &end, const StepState *state);
    // `state`: of a command that failed; `changed`: its uppermost layer is what it had changed until then.
    // Its layers are held from now on. Before failed().
    void hold(int step, const StepState &state, bool changed);
    void failed(int step, const Error &error, int exitCode);

    // Whether any of its steps was not in the cache.
    [[nodiscard]] bool ranSteps() const { return m_ranSteps; }

    void finish(const std::string &image);
    void finish(const Error &error, int exitCode);

private:
    api::BuildStep *stepLocked(int step);
    void touchLocked(int step);
    void endLocked(api::BuildStep &step, const std::string &state);
    void finishLocked(const std::string &state);
    bool keepLocked(int step, const StepState &state);

    History &m_history;
    const std::shared_ptr<BuildEntry> m_entry; // whose lock guards what follows as well
    const std::string m_id;
    std::map<int, StepLog> m_logs; // of steps under way
    std::size_t m_allowance = mostLogBytes;
    std::map<int, std::int64_t> m_begun; // steady, ns
    std::int64_t m_begin = 0;
    std::atomic<bool> m_ranSteps = false;
};

} // namespace quayside::build
