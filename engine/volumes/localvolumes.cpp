#include "engine/volumes/localvolumes.h"

#include "engine/storage/folders.h"
#include "engine/volumes/filling.h"

#include <algorithm>
#include <fcntl.h>
#include <format>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::volumes
{

Result<std::string> randomHex(std::size_t bytes)
{
    std::string random(bytes, '\0'), text;
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return failErrno(errno, "taking random bytes");
    for (const unsigned char byte : random)
        text += std::format("{:02x}", byte);
    return text;
}

Result<> LocalVolumes::load()
{
    TRY(const auto documents, m_records.all(recordKind));
    for (const auto &[id, text] : documents)
        CHECK(loadOne(id, text));
    sweep();
    return {};
}

Result<> LocalVolumes::loadOne(const std::string &id, const std::string &text)
{
    auto document = decodeDocument(id, text);
    auto backing = document ? backingOf(document->options) : std::unexpected(document.error());
    if (!backing) { // that one alone is out of use
        m_damaged.emplace(keyIn(id), id);
        return {};
    }
    const VolumeKey key{document->owner.uid, nameIn(id)};
    if (id != encode(key))
        CHECK(adoptOldRecord(id, *document));
    Entry entry{.document = *std::move(document), .backing = *std::move(backing)};
    if (const auto folder = openFolder(entry); folder)
        CHECK(finishFilling(*folder, m_trash));
    m_entries.emplace(key, std::move(entry));
    return {};
}

Result<> LocalVolumes::checkUndamaged(const VolumeKey &key) const
{
    if (!m_damaged.contains(key))
        return {};
    return fail(
        ErrorKind::Internal,
        "the record of the volume {} is damaged: docker volume rm takes it away and leaves the files in "
        "{}/{}",
        key.name, m_path, folderFor(key));
}

Result<> LocalVolumes::adoptOldRecord(const std::string &id, const Document &document)
{
    const VolumeKey key{document.owner.uid, nameIn(id)};
    return m_records.apply({{recordKind, id, {}}, {recordKind, encode(key), encode(document)}},
                           Durability::Full);
}

api::Volume LocalVolumes::toApi(const VolumeKey &key, const Entry &entry) const
{
    api::Volume volume;
    volume.name = key.name;
    volume.createdAt = rfc3339Seconds(entry.document.createdNs);
    volume.labels = entry.document.labels;
    volume.options = entry.document.options;
    volume.mountpoint = m_path + "/" + entry.document.folder + "/_data";
    volume.usageData = {.size = -1, .refCount = static_cast<std::int64_t>(entry.users.size())};
    return volume;
}

std::vector<api::Volume> LocalVolumes::list(std::uint32_t viewer) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<api::Volume> volumes;
    for (const auto &[key, entry] : m_entries)
        if (viewer == 0 || key.owner == viewer)
            volumes.push_back(toApi(key, entry));
    std::ranges::stable_sort(volumes, {}, &api::Volume::name);
    return volumes;
}

Result<VolumeKey> LocalVolumes::find(std::uint32_t viewer, const std::string &name) const
{
    const VolumeKey own{viewer, name};
    if (m_entries.contains(own))
        return own;
    CHECK(checkUndamaged(own));
    std::optional<VolumeKey> found;
    for (const auto &[key, entry] : m_entries) {
        if (viewer != 0 || key.name != name)
            continue;
        if (found)
            return fail(ErrorKind::Conflict,
                        "several users have a volume {}: which of them is meant only its owner can say",
                        name);
        found = key;
    }
    if (!found)
        return fail(ErrorKind::NotFound, "get {}: no such volume", name);
    return *found;
}

Result<VolumeKey> LocalVolumes::keyOf(std::uint32_t viewer, const std::string &name) const
{
    const std::scoped_lock lock(m_mutex);
    return find(viewer, name);
}

Result<api::Volume> LocalVolumes::inspect(std::uint32_t viewer, const std::string &name) const
{
    const std::scoped_lock lock(m_mutex);
    TRY(const VolumeKey key, find(viewer, name));
    return toApi(key, m_entries.at(key));
}

// Root's lie where Docker's users look for them, unless a volume of before names had owners is there.
std::string LocalVolumes::folderFor(const VolumeKey &key) const
{
    const bool taken = std::ranges::any_of(
        m_entries, [&](const auto &entry) { return entry.second.document.folder == key.name; });
    return key.owner == 0 && !taken ? key.name : std::format(".{}/{}", key.owner, key.name);
}

Result<> LocalVolumes::makeAbove(const std::string &folder)
{
    if (const std::size_t slash = folder.find('/'); slash != std::string::npos)
        if (::mkdirat(m_folder.get(), folder.substr(0, slash).c_str(), 0700) < 0 && errno != EEXIST)
            return failErrno(errno, "making the folder {} for volumes", folder.substr(0, slash));
    return {};
}

// A folder without a record is what an engine left that died between the two: it is taken over only if empty,
// for it may be somebody's data.
Result<> LocalVolumes::makeFolder(const std::string &folder)
{
    CHECK(makeAbove(folder));
    const std::string data = folder + "/_data";
    if (::mkdirat(m_folder.get(), folder.c_str(), 0700) < 0) {
        if (errno != EEXIST)
            return failErrno(errno, "making the volume {}", folder);
        ::unlinkat(m_folder.get(), data.c_str(), AT_REMOVEDIR);
        if (::unlinkat(m_folder.get(), folder.c_str(), AT_REMOVEDIR) < 0)
            return fail(ErrorKind::Conflict,
                        "{}/{} holds files, but no volume of that name is known: move it away", m_path,
                        folder);
        if (::mkdirat(m_folder.get(), folder.c_str(), 0700) < 0)
            return failErrno(errno, "making the volume {}", folder);
    }
    if (::mkdirat(m_folder.get(), data.c_str(), 0755) < 0)
        return failErrno(errno, "making the volume {}", folder);
    return {};
}

Result<api::Volume> LocalVolumes::create(const access::Peer &owner, const VolumeRequest &request)
{
    VolumeKey key{owner.uid, request.name};
    if (key.name.empty()) {
        TRY(key.name, randomHex(32));
    }
    if (const auto good = checkName(key.name); !good)
        return std::unexpected(good.error());
    const auto backing = backingOf(request.options);
    if (!backing)
        return wrap(backing.error(), "create {}", key.name);
    const std::scoped_lock lock(m_mutex);
    if (const auto known = m_entries.find(key); known != m_entries.end()) {
        if (!request.options.empty() && request.options != known->second.document.options)
            return fail(ErrorKind::Conflict,
                        "create {}: a volume of that name is there, with other options: remove it first, or "
                        "choose another name",
                        key.name);
        return toApi(key, known->second);
    }
    CHECK(checkUndamaged(key));
    Entry entry = entryFor(owner, key, request);
    entry.backing = *backing;
    const std::string folder = entry.document.folder;
    CHECK(makeFolder(folder));
    auto made = save(key, std::move(entry));
    if (!made) {
        ::unlinkat(m_folder.get(), (folder + "/_data").c_str(), AT_REMOVEDIR);
        ::unlinkat(m_folder.get(), folder.c_str(), AT_REMOVEDIR);
    }
    return made;
}

LocalVolumes::Entry LocalVolumes::entryFor(const access::Peer &owner, const VolumeKey &key,
                                           const VolumeRequest &request) const
{
    Entry entry{.document = {.owner = owner,
                             .createdNs = currentTimeNs(),
                             .anonymous = request.name.empty(),
                             .labels = request.labels,
                             .options = request.options,
                             .folder = folderFor(key)}};
    entry.document.owner.pid = 0;
    if (entry.document.anonymous) // how `docker volume prune` and its like know one since 1.42
        entry.document.labels.try_emplace("com.docker.volume.anonymous", "");
    return entry;
}

// Its folder is there.
Result<api::Volume> LocalVolumes::save(const VolumeKey &key, Entry entry)
{
    if (auto saved = m_records.put(recordKind, encode(key), encode(entry.document)); !saved)
        return wrap(std::move(saved).error(), "making the volume {}", key.name);
    const auto &made = m_entries.emplace(key, std::move(entry)).first->second;
    emit("create", key.name, key.owner);
    return toApi(key, made);
}

void LocalVolumes::addUser(const VolumeKey &key, const std::string &containerId)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_entries.find(key); found != m_entries.end())
        found->second.users.insert(containerId);
}

void LocalVolumes::removeUser(const VolumeKey &key, const std::string &containerId)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_entries.find(key); found != m_entries.end())
        found->second.users.erase(containerId);
}

bool LocalVolumes::isAnonymous(const VolumeKey &key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.find(key);
    return found != m_entries.end() && found->second.document.anonymous;
}

void LocalVolumes::emit(const char *action, const std::string &name, std::uint32_t owner) const
{
    if (m_sink)
        m_sink({.type = "volume", .action = action, .actor = {name, {{"driver", "local"}}}, .owner = owner});
}

Result<std::unique_ptr<Volumes>> Volumes::open(const std::string &root, Records &records, api::EventSink sink)
{
    const std::string path = root + "/volumes";
    // Root's alone: a program that a container's root made set-user-id belongs to root on the disk.
    if (::mkdir(path.c_str(), 0700) < 0 && errno != EEXIST)
        return failErrno(errno, "making {}", path);
    Fd folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening {}", path);
    const Fd above(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    TRY(Fd trash, storage::makeFolder(above.get(), "volumetrash", 0700));
    auto volumes =
        std::make_unique<LocalVolumes>(path, std::move(folder), std::move(trash), records, std::move(sink));
    CHECK(volumes->load());
    return volumes;
}

} // namespace quayside::volumes
