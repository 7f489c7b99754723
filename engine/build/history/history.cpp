#include "engine/build/history/history.h"

#include "engine/api/json.h"
#include "engine/build/history/entry.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <format>
#include <set>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

namespace fs = std::filesystem;
using api::Json;

constexpr std::size_t mostWords = 100; // tags, arguments
constexpr std::size_t mostWord = 512;  // bytes of one
constexpr std::size_t mostFile = 16 << 20;

Result<std::string> newId()
{
    std::array<unsigned char, 16> bytes;
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return failErrno(errno, "taking random bytes");
    std::string id;
    for (const unsigned char byte : bytes)
        id += std::format("{:02x}", byte);
    return id;
}

Result<> decodeEntry(const std::string &document, BuildEntry &entry)
{
    TRY(const Json json, api::parseJson(document, {.bytes = mostFile}));
    if (!json.is_object() || !json.contains("Build") || !json.contains("Held") || !json["Held"].is_array())
        return fail(ErrorKind::Internal, "the record of a build is damaged");
    TRY(entry.record, api::decode<api::BuildRecord>(json["Build"].dump()));
    for (const auto &id : json["Held"])
        if (id.is_string())
            entry.held.push_back(id.get<std::string>());
    return {};
}

void clean(std::vector<std::string> &words)
{
    words.resize(std::min(words.size(), mostWords));
    for (auto &word : words)
        word = plainText(word, mostWord);
}

Result<std::string> contentOf(const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file)
        return errno == ENOENT ? Result<std::string>() : failErrno(errno, "opening {}", path);
    std::string text;
    std::array<char, 65536> piece;
    while (text.size() < mostFile) {
        const ssize_t count = ::read(file.get(), piece.data(), piece.size());
        if (count < 0)
            return failErrno(errno, "reading {}", path);
        if (count == 0)
            break;
        text.append(piece.data(), static_cast<std::size_t>(count));
    }
    return text;
}

} // namespace

std::int64_t nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string timeText(std::int64_t ns)
{
    const std::chrono::sys_time<std::chrono::nanoseconds> time{std::chrono::nanoseconds(ns)};
    return std::format("{:%Y-%m-%dT%H:%M:%S}Z", time);
}

std::string plainText(std::string_view text, std::size_t most)
{
    std::string plain(text.substr(0, most));
    for (std::size_t at = plain.find('\0'); at != std::string::npos; at = plain.find('\0', at))
        plain.replace(at, 1, "\xEF\xBF\xBD");
    return text.size() > most ? plain + "…" : plain;
}

Result<std::unique_ptr<History>> History::open(const std::string &root, Records &records,
                                               api::EventSink events)
{
    const std::string folder = root + "/buildlogs";
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return failErrno(errno, "making the folder {}", folder);
    auto history = std::make_unique<History>(folder, records, std::move(events));
    CHECK(history->load());
    history->sweep();
    return history;
}

Result<> History::load()
{
    TRY(const auto documents, m_records.all(recordKind));
    for (const auto &[id, document] : documents) {
        TRY(const bool whole, restore(id, document));
        if (!whole)
            CHECK(m_records.remove(recordKind, id, Durability::Normal));
    }
    return {};
}

// False: it is damaged.
Result<bool> History::restore(const std::string &id, const std::string &document)
{
    const auto entry = std::make_shared<BuildEntry>(m_folder + "/" + id);
    if (!decodeEntry(document, *entry) || entry->record.id != id)
        return false;
    auto &record = entry->record;
    entry->over = true;
    entry->hasFolder = true;
    entry->stepRevisions.assign(record.steps.size(), 1);
    m_builds.emplace(id, entry);
    if (record.state != "running")
        return true;
    record.state = "interrupted";
    record.error = "the engine ended before the build did";
    for (auto &step : record.steps) {
        if (step.state == "running" || step.state == "waiting")
            step.state = "cancelled";
        // The log may have grown after the record was saved.
        struct stat status{};
        if (::stat(entry->logPath(static_cast<int>(step.number)).c_str(), &status) == 0)
            step.logBytes = status.st_size;
    }
    CHECK(m_records.put(recordKind, id, encodeEntry(*entry), Durability::Normal));
    return true;
}

// Folders of builds that have no record.
void History::sweep() const
{
    std::error_code error;
    std::vector<fs::path> strangers;
    for (fs::directory_iterator at(m_folder, error), end; !error && at != end; at.increment(error))
        if (!m_builds.contains(at->path().filename()))
            strangers.push_back(at->path());
    for (const auto &path : strangers)
        fs::remove_all(path, error);
}

void History::announce(const api::BuildRecord &record, const std::string &action) const
{
    if (!m_events)
        return;
    api::Event event{.type = "builder", .action = action, .actor = {record.id, {{"state", record.state}}}};
    if (!record.tags.empty())
        event.actor.attributes["name"] = record.tags.front();
    if (!record.image.empty())
        event.actor.attributes["image"] = record.image;
    event.owner = static_cast<std::uint32_t>(record.owner);
    m_events(std::move(event));
}

Result<std::shared_ptr<Recording>> History::begin(api::BuildRecord what)
{
    TRY(what.id, newId());
    what.state = "running";
    what.started = timeText(nowNs());
    clean(what.tags);
    clean(what.arguments);
    for (std::string *text : {&what.context, &what.dockerfile, &what.target, &what.platform})
        *text = plainText(*text, mostWord);
    const auto entry = std::make_shared<BuildEntry>(m_folder + "/" + what.id);
    entry->record = std::move(what);
    {
        const std::scoped_lock lock(m_mutex);
        m_builds.emplace(entry->record.id, entry);
    }
    announce(entry->record, "start");
    {
        const std::scoped_lock lock(entry->mutex);
        saveLocked(entry, quickBuild);
    }
    return std::make_shared<Recording>(*this, entry);
}

std::vector<History::EntryPtr> History::newestFirst(std::uint32_t viewer) const
{
    std::vector<std::pair<std::string, EntryPtr>> found;
    for (const auto &[id, entry] : m_builds) {
        const std::scoped_lock lock(entry->mutex);
        if (viewer == 0 || entry->record.owner == viewer)
            found.emplace_back(entry->record.started, entry);
    }
    std::ranges::sort(found, std::greater(), [](const auto &one) { return one.first; });
    std::vector<EntryPtr> entries;
    for (auto &[started, entry] : found)
        entries.push_back(std::move(entry));
    return entries;
}

std::vector<api::BuildRecord> History::list(const Peer &peer, std::size_t limit) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<api::BuildRecord> builds;
    for (const auto &entry : newestFirst(peer.uid)) {
        if (builds.size() == limit)
            break;
        const std::scoped_lock entryLock(entry->mutex);
        auto &record = builds.emplace_back(entry->record);
        record.steps.clear();
    }
    return builds;
}

Result<History::EntryPtr> History::find(const Peer &peer, const std::string &id) const
{
    EntryPtr found;
    const std::scoped_lock lock(m_mutex);
    for (auto at = m_builds.lower_bound(id); !id.empty() && at != m_builds.end() && at->first.starts_with(id);
         ++at) {
        const std::scoped_lock entryLock(at->second->mutex);
        if (!access::maySee(peer, static_cast<std::uint32_t>(at->second->record.owner)))
            continue;
        if (found)
            return fail(ErrorKind::InvalidArgument, "several builds begin with {}: give more of the id", id);
        found = at->second;
    }
    if (!found)
        return fail(ErrorKind::NotFound, "no such build: {}", id);
    return found;
}

Result<api::BuildRecord> History::inspect(const Peer &peer, const std::string &id) const
{
    TRY(const auto entry, find(peer, id));
    std::unique_lock lock(entry->mutex);
    api::BuildRecord record = entry->record;
    std::string text = entry->text; // until it is in its file
    lock.unlock();
    if (text.empty()) {
        TRY(text, contentOf(entry->textPath()));
    }
    record.text = plainText(text, mostFile);
    return record;
}

Result<std::string> History::log(const Peer &peer, const std::string &id, int step) const
{
    TRY(const auto entry, find(peer, id));
    {
        const std::scoped_lock lock(entry->mutex);
        if (step < 1 || static_cast<std::size_t>(step) > entry->record.steps.size())
            return fail(ErrorKind::NotFound, "build {} has no step {}", id, step);
    }
    return contentOf(entry->logPath(step));
}

Result<StepState> History::stateAfter(const Peer &peer, const std::string &id, int step) const
{
    TRY(const auto entry, find(peer, id));
    std::string state;
    {
        const std::scoped_lock lock(entry->mutex);
        if (step < 1 || static_cast<std::size_t>(step) > entry->record.steps.size())
            return fail(ErrorKind::NotFound, "build {} has no step {}", id, step);
        const auto &known = entry->record.steps[static_cast<std::size_t>(step) - 1];
        state = known.enterable ? "" : known.state;
    }
    if (state == "failed")
        return fail(ErrorKind::Conflict,
                    "nothing is kept of step {}, which failed: only of the newest failure of each tag, until "
                    "the build cache is pruned. Build it again to enter it",
                    step);
    if (state == "done" || state == "cached")
        return fail(ErrorKind::Conflict, "there are no files to enter in step {}", step);
    if (!state.empty())
        return fail(ErrorKind::Conflict, "step {} has not come to an end: it is {}", step, state);
    m_writer.settle();
    auto kept = StepStates::read(entry->statesPath(), step);
    if (!kept)
        return fail(ErrorKind::Conflict, "step {} cannot be entered: {}", step, kept.error().message);
    return kept;
}

Result<std::unique_ptr<Follower>> History::follow(const Peer &peer, const std::string &id) const
{
    TRY(auto entry, find(peer, id));
    return std::make_unique<Follower>(std::move(entry));
}

} // namespace quayside::build
