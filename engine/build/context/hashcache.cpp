#include "engine/build/context/hashcache.h"

#include "engine/base/fd.h"
#include "engine/images/content/digest.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <mutex>
#include <unordered_map>

namespace quayside::build
{
namespace
{

constexpr std::string_view magic = "quayside hashes 1\n";
constexpr std::size_t maxRecords = 500'000;
constexpr std::int64_t unusedDays = 30;
constexpr std::size_t hexDigits = 64;

// As it lies in the file; read only by the machine that wrote it.
struct Record {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t modified = 0, changed = 0; // nanoseconds
    std::int64_t used = 0;                  // days since 1970
    std::array<unsigned char, hexDigits / 2> digest{};
};
static_assert(sizeof(Record) == 80);

std::int64_t nanoseconds(const timespec &time)
{
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

std::int64_t now()
{
    timespec time{};
    ::clock_gettime(CLOCK_REALTIME, &time);
    return nanoseconds(time);
}

std::int64_t today()
{
    return now() / 1'000'000'000 / 86400;
}

Record recordOf(const struct stat &status)
{
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = static_cast<std::uint64_t>(status.st_size),
            .modified = nanoseconds(status.st_mtim),
            .changed = nanoseconds(status.st_ctim),
            .used = today()};
}

bool sameFile(const Record &one, const Record &other)
{
    return one.size == other.size && one.modified == other.modified && one.changed == other.changed;
}

std::string hexOf(const Record &record)
{
    std::string hex;
    hex.reserve(hexDigits);
    constexpr std::string_view digits = "0123456789abcdef";
    for (const unsigned char byte : record.digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

bool setDigest(Record &record, const std::string &hex)
{
    if (!images::isHexId(hex))
        return false;
    const auto digit = [](char c) { return static_cast<unsigned char>(c <= '9' ? c - '0' : c - 'a' + 10); };
    for (std::size_t i = 0; i < record.digest.size(); ++i)
        record.digest[i] = static_cast<unsigned char>(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
    return true;
}

struct Key {
    std::uint64_t device = 0, inode = 0;
    bool operator==(const Key &) const = default;
};

struct KeyHash {
    std::size_t operator()(const Key &key) const
    {
        return std::hash<std::uint64_t>()(key.inode * 0x9e3779b97f4a7c15ULL + key.device);
    }
};

std::string readFile(int folder, const std::string &name)
{
    const Fd file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status{};
    constexpr off_t most = maxRecords * sizeof(Record) + 4096;
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > most)
        return {};
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t got = ::pread(file.get(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (got <= 0)
            return {};
        at += static_cast<std::size_t>(got);
    }
    return bytes;
}

// magic, records, the digest of both.
std::vector<Record> decode(const std::string &bytes)
{
    constexpr std::size_t digestSize = 71; // "sha256:…"
    if (bytes.size() < magic.size() + digestSize || !bytes.starts_with(magic))
        return {};
    const std::string_view body = std::string_view(bytes).substr(0, bytes.size() - digestSize);
    const std::size_t size = body.size() - magic.size();
    if (size % sizeof(Record) != 0 || images::digestOf(body) != bytes.substr(body.size()))
        return {};
    std::vector<Record> records(size / sizeof(Record));
    if (size > 0)
        std::memcpy(records.data(), body.data() + magic.size(), size);
    return records;
}

class FileHashCache : public HashCache
{
public:
    FileHashCache(Fd folder, std::string name) : m_folder(std::move(folder)), m_name(std::move(name))
    {
        for (const Record &record : decode(readFile(m_folder.get(), m_name)))
            m_records.insert_or_assign(Key{record.device, record.inode}, record);
    }

    std::optional<std::string> find(const struct stat &status) override
    {
        const Record wanted = recordOf(status);
        const std::lock_guard lock(m_mutex);
        const auto found = m_records.find(Key{wanted.device, wanted.inode});
        if (found == m_records.end() || !sameFile(found->second, wanted))
            return std::nullopt;
        m_changed = m_changed || found->second.used != wanted.used;
        found->second.used = wanted.used;
        return hexOf(found->second);
    }

    void remember(const struct stat &status, const std::string &digest) override
    {
        Record record = recordOf(status);
        constexpr std::int64_t tooFresh = 2'000'000'000;
        if (std::max(record.modified, record.changed) > now() - tooFresh || !setDigest(record, digest))
            return;
        const std::lock_guard lock(m_mutex);
        m_records.insert_or_assign(Key{record.device, record.inode}, record);
        m_changed = true;
    }

    Result<> flush() override
    {
        const std::lock_guard lock(m_mutex);
        if (!m_changed)
            return {};
        CHECK(write(encode()));
        m_changed = false;
        return {};
    }

private:
    // Those that were used last, where there are too many.
    std::string encode()
    {
        std::vector<Record> kept;
        kept.reserve(m_records.size());
        for (const auto &[key, record] : m_records)
            if (record.used >= today() - unusedDays)
                kept.push_back(record);
        if (kept.size() > maxRecords) {
            std::ranges::nth_element(kept, kept.begin() + maxRecords, std::greater(), &Record::used);
            kept.resize(maxRecords);
        }
        std::string bytes(magic);
        bytes.append(reinterpret_cast<const char *>(kept.data()), kept.size() * sizeof(Record));
        return bytes += images::digestOf(bytes);
    }

    // Not synced: after a power cut the digest in it tells whether it is whole.
    Result<> write(const std::string &bytes)
    {
        const std::string draft = m_name + ".new";
        const Fd file(::openat(m_folder.get(), draft.c_str(),
                               O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file)
            return failErrno(errno, "writing down the hashes of files");
        for (std::string_view rest = bytes; !rest.empty();) {
            const ssize_t done = ::write(file.get(), rest.data(), rest.size());
            if (done < 0 && errno == EINTR)
                continue;
            if (done < 0) {
                const int error = errno;
                (void)::unlinkat(m_folder.get(), draft.c_str(), 0);
                return failErrno(error, "writing down the hashes of files");
            }
            rest.remove_prefix(static_cast<std::size_t>(done));
        }
        if (::renameat(m_folder.get(), draft.c_str(), m_folder.get(), m_name.c_str()) != 0)
            return failErrno(errno, "writing down the hashes of files");
        return {};
    }

    const Fd m_folder;
    const std::string m_name;
    std::mutex m_mutex; // of what follows
    std::unordered_map<Key, Record, KeyHash> m_records;
    bool m_changed = false;
};

} // namespace

Result<std::unique_ptr<HashCache>> HashCache::open(int folder, std::uint32_t user)
{
    Fd own(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!own)
        return failErrno(errno, "opening the folder of the hash cache");
    return std::make_unique<FileHashCache>(std::move(own), std::format("hashes-{}", user));
}

} // namespace quayside::build
