// What of the history reaches the disk, when, and what goes again.
#include "engine/api/json.h"
#include "engine/build/history/entry.h"
#include "engine/build/history/history.h"

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <future>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

namespace fs = std::filesystem;

constexpr int saveShare = 20; // saving takes at most one part in so many of the time

// False: the disk is full, or the like.
bool writeText(const std::string &path, std::string_view text)
{
    const Fd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    while (file && !text.empty()) {
        const ssize_t count = ::write(file.get(), text.data(), text.size());
        if (count <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return static_cast<bool>(file);
}

} // namespace

void BuildEntry::makeFolder()
{
    if (!hasFolder)
        hasFolder = ::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST;
}

std::string encodeEntry(const BuildEntry &entry)
{
    return "{\"Held\":" + api::Json(entry.held).dump() + ",\"Build\":" + api::encode(entry.record) + "}";
}

// A power cut may take it, or the engine's end just then: it is a record of the past.
void History::saveLocked(const EntryPtr &entry, Writer::Clock::duration within)
{
    const auto due = Writer::Clock::now() + within;
    if (entry->saveDue && *entry->saveDue <= due)
        return;
    entry->saveDue = due;
    m_writer.postLater(within, [this, entry] { write(entry); });
}

// On the writer's thread. The build goes on meanwhile: its lock is held to copy, not to write.
void History::write(const EntryPtr &entry)
{
    const auto begin = Writer::Clock::now();
    std::unique_lock lock(entry->mutex);
    if (entry->removed || !entry->saveDue) // or it has been saved since
        return;
    entry->saveDue.reset();
    const std::string text = entry->text;
    const auto states = std::exchange(entry->newStates, {});
    entry->newStateBytes = 0;
    if (!text.empty() || !states.empty())
        entry->makeFolder();
    lock.unlock();
    const bool textKept = !text.empty() && writeText(entry->textPath(), text);
    std::vector<int> lost;
    for (const auto &[step, state] : states)
        if (!entry->states.add(step, state))
            lost.push_back(step);
    lock.lock();
    if (textKept)
        entry->text.clear();
    for (const int step : lost)
        entry->record.steps[static_cast<std::size_t>(step) - 1].enterable = false;
    const std::string document = encodeEntry(*entry);
    const bool over = entry->over;
    const auto owner = static_cast<std::uint32_t>(entry->record.owner);
    lock.unlock();
    (void)m_records.put(recordKind, entry->record.id, document, Durability::Normal); // the next one may work
    if (over)
        expire(owner);
    lock.lock();
    entry->savePause = saveShare * (Writer::Clock::now() - begin);
}

// On the writer's thread: nothing is written of it any more when it goes.
Result<> History::erase(const EntryPtr &entry)
{
    api::BuildRecord record;
    {
        const std::scoped_lock lock(m_mutex);
        const std::scoped_lock entryLock(entry->mutex);
        record = entry->record;
        if (entry->removed)
            return {};
        if (!entry->over)
            return fail(ErrorKind::Conflict, "build {} is running: cancel it before", record.id);
        entry->removed = true;
        m_builds.erase(record.id);
    }
    if (auto gone = m_records.remove(recordKind, record.id, Durability::Normal); !gone) {
        const std::scoped_lock lock(m_mutex);
        const std::scoped_lock entryLock(entry->mutex);
        entry->removed = false;
        m_builds.emplace(record.id, entry);
        return gone;
    }
    std::error_code error; // what stays is swept by the next engine
    fs::remove_all(entry->folder, error);
    announce(record, "delete");
    return {};
}

Result<> History::remove(const Peer &peer, const std::string &id)
{
    TRY(const auto entry, find(peer, id));
    std::promise<Result<>> erased;
    m_writer.post([&] { erased.set_value(erase(entry)); });
    return erased.get_future().get();
}

void History::expire(std::uint32_t owner)
{
    std::vector<EntryPtr> old;
    {
        const std::scoped_lock lock(m_mutex);
        std::size_t count = 0;
        for (const auto &entry : newestFirst(0)) {
            const std::scoped_lock entryLock(entry->mutex);
            if (entry->record.owner == owner && ++count > mostBuilds && entry->over)
                old.push_back(entry);
        }
    }
    for (const auto &entry : old)
        (void)erase(entry); // the next build tries again
}

std::vector<storage::LayerId> History::layers() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<storage::LayerId> ids;
    for (const auto &[id, entry] : m_builds) {
        const std::scoped_lock entryLock(entry->mutex);
        ids.insert(ids.end(), entry->held.begin(), entry->held.end());
    }
    return ids;
}

void History::releaseLocked(const EntryPtr &entry)
{
    entry->held.clear();
    for (auto &step : entry->record.steps)
        if (step.state == "failed")
            step.enterable = false;
    saveLocked(entry, {}); // if it cannot: the states' file and the store say so as well
}

// Of the newest's owner: one for each name, and not too many of them.
void History::limitFailures(const BuildEntry &newest)
{
    const auto nameOf = [](const api::BuildRecord &record) {
        return record.tags.empty() ? "\n" + record.dockerfile : record.tags.front();
    };
    const std::scoped_lock lock(m_mutex);
    std::int64_t owner = 0;
    {
        const std::scoped_lock entryLock(newest.mutex);
        owner = newest.record.owner;
    }
    std::set<std::string> names;
    for (const auto &entry : newestFirst(0)) {
        const std::scoped_lock entryLock(entry->mutex);
        if (entry->record.owner != owner || entry->held.empty())
            continue;
        const bool first = names.insert(nameOf(entry->record)).second;
        if ((!first || names.size() > mostFailures) && entry->over)
            releaseLocked(entry);
    }
}

void History::dropFailures(std::uint32_t owner)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &entry : newestFirst(owner)) {
        const std::scoped_lock entryLock(entry->mutex);
        if (!entry->held.empty() && entry->over)
            releaseLocked(entry);
    }
}

} // namespace quayside::build
