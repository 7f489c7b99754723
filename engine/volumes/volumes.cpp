#include "engine/volumes/volumes.h"

#include "engine/records/records.h"
#include "engine/storage/removetree.h"
#include "engine/volumes/document.h"

#include <algorithm>
#include <dirent.h>
#include <fcntl.h>
#include <format>
#include <mutex>
#include <set>
#include <sys/random.h>
#include <sys/stat.h>

namespace quayside::volumes
{

namespace
{

constexpr const char *kind = "volume";
constexpr const char *removedPrefix = ".removed-"; // never a volume's name: those do not start with a dot

Result<std::string> randomHex(std::size_t bytes)
{
    std::string random(bytes, '\0'), text;
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return failErrno(errno, "taking random bytes");
    for (const unsigned char byte : random)
        text += std::format("{:02x}", byte);
    return text;
}

class LocalVolumes final : public Volumes
{
public:
    LocalVolumes(std::string path, Fd folder, Records &records, api::EventSink sink)
        : m_path(std::move(path)), m_folder(std::move(folder)), m_records(records), m_sink(std::move(sink))
    {
    }
    Result<> load();

    [[nodiscard]] std::vector<api::Volume> list(std::uint32_t owner) const override;
    Result<api::Volume> inspect(const std::string &name, std::uint32_t owner) const override;
    Result<api::Volume> create(const std::string &name, std::uint32_t owner,
                               const std::map<std::string, std::string> &labels) override;
    void addUser(const std::string &name, const std::string &containerId) override;
    void removeUser(const std::string &name, const std::string &containerId) override;
    Result<Fd> openData(const std::string &name, std::uint32_t owner) const override;
    Result<> remove(const std::string &name, std::uint32_t owner) override;
    [[nodiscard]] bool isAnonymous(const std::string &name) const override;

private:
    struct Entry {
        Document document;
        std::set<std::string> users;
    };
    [[nodiscard]] api::Volume toApi(const std::string &name, const Entry &entry) const;
    Result<const Entry *> find(const std::string &name, std::uint32_t owner) const;
    Result<> makeFolder(const std::string &name);
    Result<> removeFolder(const std::string &name);
    void sweep();
    void emit(const char *action, const std::string &name, std::uint32_t owner) const;

    const std::string m_path;
    const Fd m_folder;
    Records &m_records;
    const api::EventSink m_sink;
    mutable std::mutex m_mutex;
    std::map<std::string, Entry> m_entries;
};

Result<> LocalVolumes::load()
{
    TRY(const auto documents, m_records.all(kind));
    for (const auto &[name, text] : documents) {
        TRY(auto document, decodeDocument(text));
        m_entries.emplace(name, Entry{std::move(document), {}});
    }
    sweep();
    return {};
}

// What a removal that was cut short left.
void LocalVolumes::sweep()
{
    const int folder = ::openat(m_folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = folder >= 0 ? ::fdopendir(folder) : nullptr;
    if (!entries)
        return;
    std::vector<std::string> names;
    while (const dirent *entry = ::readdir(entries))
        if (std::string_view(entry->d_name).starts_with(removedPrefix))
            names.emplace_back(entry->d_name);
    ::closedir(entries);
    for (const auto &name : names)
        (void)removeFolder(name); // tried again at the next start
}

api::Volume LocalVolumes::toApi(const std::string &name, const Entry &entry) const
{
    api::Volume volume;
    volume.name = name;
    volume.createdAt = rfc3339Seconds(entry.document.createdNs);
    volume.labels = entry.document.labels;
    volume.mountpoint = m_path + "/" + name + "/_data";
    return volume;
}

std::vector<api::Volume> LocalVolumes::list(std::uint32_t owner) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<api::Volume> volumes;
    for (const auto &[name, entry] : m_entries)
        if (owner == 0 || entry.document.owner == owner)
            volumes.push_back(toApi(name, entry));
    return volumes;
}

Result<const LocalVolumes::Entry *> LocalVolumes::find(const std::string &name, std::uint32_t owner) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || (owner != 0 && found->second.document.owner != owner))
        return fail(ErrorKind::NotFound, "get {}: no such volume", name);
    return &found->second;
}

Result<api::Volume> LocalVolumes::inspect(const std::string &name, std::uint32_t owner) const
{
    const std::scoped_lock lock(m_mutex);
    TRY(const Entry *entry, find(name, owner));
    return toApi(name, *entry);
}

// A folder without a record is what an engine left that died between the two: it is taken over only if empty,
// for it may be somebody's data.
Result<> LocalVolumes::makeFolder(const std::string &name)
{
    if (::mkdirat(m_folder.get(), name.c_str(), 0711) < 0) {
        if (errno != EEXIST)
            return failErrno(errno, "making the volume {}", name);
        ::unlinkat(m_folder.get(), (name + "/_data").c_str(), AT_REMOVEDIR);
        if (::unlinkat(m_folder.get(), name.c_str(), AT_REMOVEDIR) < 0)
            return fail(ErrorKind::Conflict,
                        "{}/{} holds files, but no volume of that name is known: move it away", m_path, name);
        if (::mkdirat(m_folder.get(), name.c_str(), 0711) < 0)
            return failErrno(errno, "making the volume {}", name);
    }
    if (::mkdirat(m_folder.get(), (name + "/_data").c_str(), 0755) < 0)
        return failErrno(errno, "making the volume {}", name);
    return {};
}

Result<api::Volume> LocalVolumes::create(const std::string &wanted, std::uint32_t owner,
                                         const std::map<std::string, std::string> &labels)
{
    std::string name = wanted;
    if (name.empty()) {
        TRY(name, randomHex(32));
    }
    CHECK(checkName(name));
    const std::scoped_lock lock(m_mutex);
    if (const auto known = m_entries.find(name); known != m_entries.end()) {
        if (owner != 0 && known->second.document.owner != owner)
            return fail(ErrorKind::Conflict, "the volume name {} is taken by another user: choose another",
                        name);
        return toApi(name, known->second);
    }
    CHECK(makeFolder(name));
    Entry entry{{owner, currentTimeNs(), wanted.empty(), labels}, {}};
    if (auto saved = m_records.put(kind, name, encode(entry.document)); !saved) {
        ::unlinkat(m_folder.get(), (name + "/_data").c_str(), AT_REMOVEDIR);
        ::unlinkat(m_folder.get(), name.c_str(), AT_REMOVEDIR);
        return wrap(std::move(saved).error(), "making the volume {}", name);
    }
    const auto &made = m_entries.emplace(name, std::move(entry)).first->second;
    emit("create", name, owner);
    return toApi(name, made);
}

void LocalVolumes::addUser(const std::string &name, const std::string &containerId)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_entries.find(name); found != m_entries.end())
        found->second.users.insert(containerId);
}

void LocalVolumes::removeUser(const std::string &name, const std::string &containerId)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_entries.find(name); found != m_entries.end())
        found->second.users.erase(containerId);
}

Result<Fd> LocalVolumes::openData(const std::string &name, std::uint32_t owner) const
{
    const std::scoped_lock lock(m_mutex);
    CHECK(find(name, owner));
    const Fd folder(::openat(m_folder.get(), name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    Fd data(::openat(folder.get(), "_data", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!data)
        return failErrno(errno, "opening the volume {}", name);
    return data;
}

Result<> LocalVolumes::removeFolder(const std::string &name)
{
    {
        const Fd folder(
            ::openat(m_folder.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!folder)
            return failErrno(errno, "removing {}", name);
        CHECK(storage::removeContents(folder.get()));
    }
    if (::unlinkat(m_folder.get(), name.c_str(), AT_REMOVEDIR) < 0)
        return failErrno(errno, "removing {}", name);
    return {};
}

Result<> LocalVolumes::remove(const std::string &name, std::uint32_t owner)
{
    TRY(const std::string suffix, randomHex(8));
    const std::string aside = removedPrefix + suffix;
    std::uint32_t volumeOwner = 0;
    {
        const std::scoped_lock lock(m_mutex);
        TRY(const Entry *entry, find(name, owner));
        if (!entry->users.empty())
            return fail(ErrorKind::Conflict, "remove {}: volume is in use - [{}]", name,
                        *entry->users.begin());
        volumeOwner = entry->document.owner;
        if (::renameat(m_folder.get(), name.c_str(), m_folder.get(), aside.c_str()) < 0 && errno != ENOENT)
            return failErrno(errno, "removing the volume {}", name);
        if (auto removed = m_records.remove(kind, name); !removed) {
            ::renameat(m_folder.get(), aside.c_str(), m_folder.get(), name.c_str());
            return wrap(std::move(removed).error(), "removing the volume {}", name);
        }
        m_entries.erase(name);
    }
    emit("destroy", name, volumeOwner);
    (void)removeFolder(aside); // out of sight already; what is left goes at the next start
    return {};
}

bool LocalVolumes::isAnonymous(const std::string &name) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.find(name);
    return found != m_entries.end() && found->second.document.anonymous;
}

void LocalVolumes::emit(const char *action, const std::string &name, std::uint32_t owner) const
{
    if (m_sink)
        m_sink({.type = "volume", .action = action, .actor = {name, {{"driver", "local"}}}, .owner = owner});
}

} // namespace

Result<std::unique_ptr<Volumes>> Volumes::open(const std::string &root, Records &records, api::EventSink sink)
{
    const std::string path = root + "/volumes";
    // 0711: a user reaches the own volumes' files below as far as their modes allow, and lists nothing.
    if (::mkdir(path.c_str(), 0711) < 0 && errno != EEXIST)
        return failErrno(errno, "making {}", path);
    Fd folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening {}", path);
    auto volumes = std::make_unique<LocalVolumes>(path, std::move(folder), records, std::move(sink));
    CHECK(volumes->load());
    return volumes;
}

} // namespace quayside::volumes
