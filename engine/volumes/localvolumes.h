// The volumes of an engine, implemented: what volumes.h promises, a file for each group of verbs.
#pragma once

#include "engine/records/records.h"
#include "engine/storage/removalqueue.h"
#include "engine/volumes/document.h"
#include "engine/volumes/driveroptions.h"
#include "engine/volumes/volumes.h"

#include <mutex>
#include <set>

namespace quayside::volumes
{

class LocalVolumes final : public Volumes
{
public:
    // `trash`: on the same file system, what goes is deleted there in the background.
    LocalVolumes(std::string path, Fd folder, Fd trash, Records &records, api::EventSink sink)
        : m_path(std::move(path)), m_folder(std::move(folder)), m_trash(std::move(trash)), m_records(records),
          m_sink(std::move(sink))
    {
    }
    Result<> load();

    // localvolumes.cpp
    [[nodiscard]] std::vector<api::Volume> list(std::uint32_t viewer) const override;
    Result<VolumeKey> keyOf(std::uint32_t viewer, const std::string &name) const override;
    Result<api::Volume> inspect(std::uint32_t viewer, const std::string &name) const override;
    Result<api::Volume> create(const access::Peer &owner, const VolumeRequest &request) override;
    void addUser(const VolumeKey &key, const std::string &containerId) override;
    void removeUser(const VolumeKey &key, const std::string &containerId) override;
    [[nodiscard]] bool isAnonymous(const VolumeKey &key) const override;
    // removal.cpp
    Result<> remove(std::uint32_t viewer, const std::string &name) override;
    Result<Pruned> prune(std::uint32_t viewer, bool all, const api::Filters &filters) override;
    // drafts.cpp
    [[nodiscard]] Result<VolumeContent> content(std::uint32_t viewer, const std::string &name) const override;
    Result<VolumeDraft> draft() override;
    Result<api::Volume> adopt(const access::Peer &owner, const VolumeRequest &request,
                              VolumeDraft draft) override;
    Result<> pour(std::uint32_t viewer, const std::string &name, VolumeDraft draft, bool replace) override;
    Result<api::Volume> clone(const access::Peer &owner, const std::string &name, const std::string &newName,
                              const CloneProgress &copied) override;
    // usage.cpp
    [[nodiscard]] std::vector<api::Volume> usage(std::uint32_t viewer) const override;
    // holding.cpp
    Result<VolumeSource> hold(const VolumeKey &key, const std::string &containerId) override;
    void release(const VolumeKey &key, const std::string &containerId) override;
    void releaseOthers() override;
    Result<> fill(const VolumeKey &key, const OpenSource &open) override;

private:
    struct Entry {
        Document document;
        Backing backing;
        std::set<std::string> users;   // containers that have it among their mounts
        std::set<std::string> holders; // those of them that run
        std::shared_ptr<std::mutex> filling = std::make_shared<std::mutex>();
    };
    using Entries = std::map<VolumeKey, Entry>;

    // m_mutex held:
    [[nodiscard]] api::Volume toApi(const VolumeKey &key, const Entry &entry) const;
    Result<VolumeKey> find(std::uint32_t viewer, const std::string &name) const;
    [[nodiscard]] std::string folderFor(const VolumeKey &key) const;
    Result<> checkUndamaged(const VolumeKey &key) const;
    [[nodiscard]] Result<Fd> openFolder(const Entry &entry) const;
    [[nodiscard]] Result<Fd> openData(const VolumeKey &key, const Entry &entry) const;
    Result<> mountTmpfs(const VolumeKey &key, const Entry &entry) const;
    void unmountTmpfs(const Entry &entry) const;

    Result<> makeFolder(const std::string &folder);
    Result<> makeAbove(const std::string &folder);
    Result<api::Volume> save(const VolumeKey &key, Entry entry);
    [[nodiscard]] Entry entryFor(const access::Peer &owner, const VolumeKey &key,
                                 const VolumeRequest &request) const;
    Result<> removeKey(const VolumeKey &key);
    void sweep();
    Result<> loadOne(const std::string &id, const std::string &text);
    Result<> adoptOldRecord(const std::string &id, const Document &document);
    [[nodiscard]] std::int64_t sizeOf(const VolumeKey &key) const; // -1: not known
    void emit(const char *action, const std::string &name, std::uint32_t owner) const;

    const std::string m_path;
    const Fd m_folder;
    storage::RemovalQueue m_trash;
    Records &m_records;
    const api::EventSink m_sink;
    mutable std::mutex m_mutex;
    Entries m_entries;
    std::map<VolumeKey, std::string> m_damaged; // the id of the record that cannot be read
};

inline constexpr const char *recordKind = "volume";
inline constexpr const char *removedPrefix =
    ".removed-";                                      // never a volume's name: those do not start with a dot
inline constexpr const char *draftPrefix = ".draft-"; // goes at the next start, as what was removed does

Result<std::string> randomHex(std::size_t bytes);

} // namespace quayside::volumes
