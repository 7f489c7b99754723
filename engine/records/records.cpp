#include "engine/records/records.h"

#include "engine/base/fd.h"
#include "engine/records/commitqueue.h"
#include "engine/records/lock.h"
#include "engine/records/reserve.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>

namespace quayside
{

namespace
{

// "QSdb" in the header of the file: tells our database from anybody else's
// (sqlite.org/fileformat2.html, 1.3.14).
constexpr int applicationId = 0x51536462;
constexpr int busyMilliseconds = 2000;   // a person's sqlite3 shell may hold a lock, but never for long
constexpr int autoCheckpointPages = 256; // of 4 KiB: bounds the log, and what reserve.cpp puts by
constexpr auto lockPatience = std::chrono::milliseconds(1000);

// Step n brings a database of version n to n + 1. Never change one that was released: add one.
constexpr std::array<const char *, 1> upgrades = {
    "CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (kind, "
    "id))",
};
constexpr int schemaVersion = upgrades.size();

class SqliteRecords final : public Records
{
public:
    static Result<std::unique_ptr<Records>> open(const std::string &path);

    SqliteRecords(std::string path, Fd lock, const std::string &reservePath)
        : m_path(std::move(path)), m_lock(std::move(lock)), m_reserve(reservePath),
          m_db(m_path, SQLite::OPEN_READWRITE, busyMilliseconds)
    {
    }

    Result<> apply(const std::vector<Change> &changes, Durability durability) override
    {
        return m_queue.apply(changes, durability);
    }
    Result<std::vector<std::pair<std::string, std::string>>> all(std::string_view kind) override;

private:
    Result<> check();
    void configure();
    void upgrade(int from);
    void prepare();
    using Request = records::CommitQueue::Request;
    void applyTogether(std::span<Request *const> requests);
    Result<> applyOne(const Request &request);
    void setDurability(Durability durability);
    void commit(std::span<const Request *const> requests);
    void step(const Change &change);
    Error errorOf(const SQLite::Exception &exception, std::string_view doing) const;
    Error damaged(std::string_view why) const;

    std::string m_path;
    Fd m_lock; // before m_db: given back only after the database is closed
    records::Reserve m_reserve;
    std::mutex m_mutex;
    SQLite::Database m_db;
    std::optional<Durability> m_durability;
    std::optional<SQLite::Statement> m_put, m_remove, m_all;
    records::CommitQueue m_queue{[this](std::span<Request *const> requests) { applyTogether(requests); }};
};

Error SqliteRecords::damaged(std::string_view why) const
{
    return {
        ErrorKind::Internal, 0,
        std::format(
            "the engine's database {} is damaged ({}). Restore it from a backup, or move it away and start "
            "again: layers and volumes stay on disk, but containers, tags and networks are forgotten",
            m_path, why)};
}

Error SqliteRecords::errorOf(const SQLite::Exception &exception, std::string_view doing) const
{
    const int code = exception.getErrorCode() & 0xff;
    // sqlite reports some full disks (growing the shared memory file) as I/O errors.
    const int systemErrno = code == SQLITE_IOERR ? sqlite3_system_errno(m_db.getHandle()) : 0;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return damaged(exception.what());
    if (code == SQLITE_FULL || systemErrno == ENOSPC || systemErrno == EDQUOT)
        return {ErrorKind::NoSpace, ENOSPC,
                std::format("{} in {}: no space left on the disk. Free some and try again", doing, m_path)};
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return {ErrorKind::Unavailable, 0,
                std::format("{} in {}: another program holds the database locked", doing, m_path)};
    return {ErrorKind::Internal, systemErrno, std::format("{} in {}: {}", doing, m_path, exception.what())};
}

// Made by us and not by sqlite, so that it is never readable for others, not even for a moment.
Result<> createFile(const std::string &path)
{
    const Fd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd)
        return failErrno(errno, "opening the engine's database {}", path);
    const auto folder = std::filesystem::path(path).parent_path();
    const Fd parent(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!parent || ::fsync(parent.get()) != 0)
        return failErrno(errno, "syncing the folder of {}", path);
    return {};
}

Result<std::unique_ptr<Records>> SqliteRecords::open(const std::string &path)
{
    const auto folder = std::filesystem::path(path).parent_path();
    TRY(Fd lock, records::lockFile(folder / "engine.lock", lockPatience));
    CHECK(createFile(path));
    std::unique_ptr<SqliteRecords> records;
    try {
        records = std::make_unique<SqliteRecords>(path, std::move(lock), folder / "engine.reserve");
        CHECK(records->check());
        records->prepare();
    } catch (const SQLite::Exception &exception) {
        if (records)
            return std::unexpected(records->errorOf(exception, "opening the engine's records"));
        return fail(ErrorKind::Internal, "opening the engine's database {}: {}", path, exception.what());
    }
    return records;
}

Result<> SqliteRecords::check()
{
    const int version = m_db.execAndGet("PRAGMA user_version").getInt();
    const int application = m_db.execAndGet("PRAGMA application_id").getInt();
    const int tables = m_db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
    const bool empty = tables == 0 && version == 0 && application == 0;
    if (!empty && application != applicationId)
        return fail(ErrorKind::Conflict, "{} is the database of another program. Choose another --root",
                    m_path);
    if (version > schemaVersion)
        return fail(ErrorKind::NotSupported,
                    "{} was written by a newer Quayside (format {}, this one knows up to {}). Install that "
                    "version again",
                    m_path, version, schemaVersion);
    SQLite::Statement quick(m_db, "PRAGMA quick_check(1)");
    if (!quick.executeStep())
        return std::unexpected(damaged("quick_check says nothing"));
    if (const std::string verdict = quick.getColumn(0).getString(); verdict != "ok")
        return std::unexpected(damaged(verdict));
    quick.reset();
    configure();
    upgrade(version);
    return {};
}

void SqliteRecords::configure()
{
    m_db.exec("PRAGMA journal_mode=WAL");
    m_db.exec("PRAGMA cache_size=-512"); // KiB: the services hold their objects in memory themselves
    m_db.exec(std::format("PRAGMA wal_autocheckpoint={}", autoCheckpointPages));
    m_db.exec("PRAGMA journal_size_limit=4194304"); // bytes: the log shrinks to this after a big transaction
}

void SqliteRecords::upgrade(int from)
{
    if (from == schemaVersion)
        return;
    setDurability(Durability::Full);
    SQLite::Transaction transaction(m_db, SQLite::TransactionBehavior::IMMEDIATE);
    for (int version = from; version < schemaVersion; ++version)
        m_db.exec(upgrades.at(version));
    m_db.exec(std::format("PRAGMA application_id={}", applicationId));
    m_db.exec(std::format("PRAGMA user_version={}", schemaVersion));
    transaction.commit();
}

void SqliteRecords::prepare()
{
    // The upsert keeps the rowid, so that all() is in the order of creation.
    m_put.emplace(m_db, "INSERT INTO record (kind, id, document) VALUES (?, ?, ?) "
                        "ON CONFLICT (kind, id) DO UPDATE SET document = excluded.document");
    m_remove.emplace(m_db, "DELETE FROM record WHERE kind = ? AND id = ?");
    m_all.emplace(m_db, "SELECT id, document FROM record WHERE kind = ? ORDER BY rowid");
}

// In WAL mode, FULL syncs the log at each commit, NORMAL only at checkpoints; a FULL commit makes the NORMAL
// ones before it lasting too (sqlite.org/pragma.html#pragma_synchronous). It can be changed between
// transactions only.
void SqliteRecords::setDurability(Durability durability)
{
    if (m_durability == durability)
        return;
    m_db.exec(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    m_durability = durability;
}

void SqliteRecords::step(const Change &change)
{
    auto &statement = change.document.empty() ? *m_remove : *m_put;
    statement.tryReset(); // also after a failed step, which reset() would report once more
    statement.bindNoCopy(1, change.kind);
    statement.bindNoCopy(2, change.id);
    if (!change.document.empty())
        statement.bindNoCopy(3, change.document);
    statement.exec();
    statement.reset();
    statement.clearBindings();
}

void SqliteRecords::commit(std::span<const Request *const> requests)
{
    SQLite::Transaction transaction(m_db, SQLite::TransactionBehavior::IMMEDIATE);
    for (const auto *request : requests)
        std::ranges::for_each(request->changes, [this](const Change &change) { step(change); });
    transaction.commit();
}

// What must get through on a full disk: removals, which make room, and what happened to running containers.
bool mayUseReserve(const std::vector<Records::Change> &changes, Durability durability)
{
    return durability == Durability::Normal ||
           std::ranges::all_of(changes, [](const auto &change) { return change.document.empty(); });
}

// As one transaction; where that fails, each by itself: none has to suffer for what another asks.
void SqliteRecords::applyTogether(std::span<Request *const> requests)
{
    const std::lock_guard guard(m_mutex);
    if (requests.size() > 1) {
        const bool full =
            std::ranges::any_of(requests, [](auto *one) { return one->durability == Durability::Full; });
        try {
            setDurability(full ? Durability::Full : Durability::Normal);
            commit(requests);
            m_reserve.fill();
            return;
        } catch (const SQLite::Exception &) { // the one that it is of will say so again
        }
    }
    for (auto *one : requests)
        one->result = applyOne(*one);
}

Result<> SqliteRecords::applyOne(const Request &request)
{
    const std::array one{&request};
    try {
        setDurability(request.durability);
        try {
            commit(one);
        } catch (const SQLite::Exception &exception) {
            if ((exception.getErrorCode() & 0xff) != SQLITE_FULL ||
                !mayUseReserve(request.changes, request.durability))
                throw;
            m_reserve.spend();
            // The log starts again from its beginning, in blocks that it already has.
            m_db.exec("PRAGMA wal_checkpoint(RESTART)");
            commit(one);
        }
        m_reserve.fill();
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(errorOf(exception, "saving records"));
    }
    return {};
}

Result<std::vector<std::pair<std::string, std::string>>> SqliteRecords::all(std::string_view kind)
{
    const std::lock_guard guard(m_mutex);
    try {
        std::vector<std::pair<std::string, std::string>> found;
        m_all->tryReset();
        m_all->bind(1, std::string(kind));
        while (m_all->executeStep())
            found.emplace_back(m_all->getColumn(0).getString(), m_all->getColumn(1).getString());
        m_all->reset();
        return found;
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(errorOf(exception, "reading records"));
    }
}

} // namespace

Result<std::unique_ptr<Records>> Records::open(const std::string &path)
{
    return SqliteRecords::open(path);
}

} // namespace quayside
