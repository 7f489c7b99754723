// Every build with its steps, times, logs and result: kept for its owner until there are 100 newer ones.
// Source: docs/extensions.md, "Builds".
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/build.h"
#include "engine/api/types/event.h"
#include "engine/base/result.h"
#include "engine/build/history/follower.h"
#include "engine/build/history/recording.h"
#include "engine/build/history/stepstates.h"
#include "engine/build/history/writer.h"
#include "engine/records/records.h"
#include "engine/storage/layerstore.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quayside::build
{

// Thread-safe. Records are documents of kind "build"; logs, texts and states of steps lie in
// <root>/buildlogs/<id>. An id may be shortened as long as it names one build. Errors of all that take one:
// NotFound, also for another user's (root sees all).
class History
{
public:
    static constexpr std::size_t mostBuilds = 100;  // of a user; the oldest that have ended go
    static constexpr std::size_t mostFailures = 10; // of a user, whose failed step can be entered
    static constexpr std::size_t mostSteps = 500;   // of a build; later ones are not recorded
    // One that ends within it is saved once; one that ran nothing is not saved sooner.
    static constexpr auto quickBuild = std::chrono::milliseconds(50);

    using Peer = access::Peer;
    // Builds that a dead engine has left are interrupted from now on. A damaged record is dropped, with its
    // folder. `events`: "builder" start, end, delete.
    static Result<std::unique_ptr<History>> open(const std::string &root, Records &records,
                                                 api::EventSink events);
    History(std::string folder, Records &records, api::EventSink events)
        : m_folder(std::move(folder)), m_records(records), m_events(std::move(events))
    {
    }

    // `what`: owner and what the build is asked for; the rest is filled in. This object outlives the
    // recording.
    Result<std::shared_ptr<Recording>> begin(api::BuildRecord what);

    [[nodiscard]] std::vector<api::BuildRecord> list(const Peer &peer, std::size_t limit) const;
    [[nodiscard]] Result<api::BuildRecord> inspect(const Peer &peer, const std::string &id) const;
    [[nodiscard]] Result<std::string> log(const Peer &peer, const std::string &id, int step) const;
    // Conflict: it did not come to an end, or nothing was kept.
    [[nodiscard]] Result<StepState> stateAfter(const Peer &peer, const std::string &id, int step) const;
    [[nodiscard]] Result<std::unique_ptr<Follower>> follow(const Peer &peer, const std::string &id) const;
    // Conflict: it is running.
    Result<> remove(const Peer &peer, const std::string &id);

    // Those of failed steps, with the ones below: they stay, though no image has them.
    [[nodiscard]] std::vector<storage::LayerId> layers() const;
    // Lets them go: of the owner (root: everybody's).
    void dropFailures(std::uint32_t owner);

    // Until all that is known by now has been written, which otherwise happens within a moment.
    void settle() { m_writer.settle(); }

private:
    friend class Recording;
    using EntryPtr = std::shared_ptr<BuildEntry>;

    Result<> load();
    Result<bool> restore(const std::string &id, const std::string &document);
    void sweep() const;
    [[nodiscard]] Result<EntryPtr> find(const Peer &peer, const std::string &id) const;
    [[nodiscard]] std::vector<EntryPtr> newestFirst(std::uint32_t viewer) const; // m_mutex is held
    // keeping.cpp
    void saveLocked(const EntryPtr &entry, Writer::Clock::duration within);
    void write(const EntryPtr &entry);
    Result<> erase(const EntryPtr &entry);
    void expire(std::uint32_t owner);
    void limitFailures(const BuildEntry &newest);
    void releaseLocked(const EntryPtr &entry);
    void announce(const api::BuildRecord &record, const std::string &action) const;

    const std::string m_folder;
    Records &m_records;
    const api::EventSink m_events;
    mutable std::mutex m_mutex; // before an entry's
    std::map<std::string, EntryPtr> m_builds;
    mutable Writer m_writer; // its end, the first of all, writes what is left
};

} // namespace quayside::build
