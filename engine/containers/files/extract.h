// PUT /containers/{id}/archive, in the child: a tar's entries into a folder of the container's view.
#pragma once

#include "engine/base/fd.h"
#include "engine/images/unpack/tar.h"

#include <array>
#include <ctime>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quayside::containers::files
{

struct ExtractOptions {
    // Whose everything becomes, whatever the archive says (copyUIDGID with a USER). None: as in the archive;
    // an id that the container has not becomes root's.
    std::optional<std::pair<std::uint32_t, std::uint32_t>> owner;
    bool exactIds = false;        // copyUIDGID: an id that the container has not is refused
    bool keepDirectories = false; // noOverwriteDirNonDir
};

// As dockerd unpacks: what is in the way of an entry goes, but a folder that meets a folder is kept with what
// is in it. Links in a parent's name are followed inside the container's root, which must be the process's
// own. Entries that lead out of the folder are refused.
class FolderWriter : public images::EntryWriter
{
public:
    FolderWriter(int folder, const ExtractOptions &options) : m_folder(folder), m_options(options) {}
    Result<std::string> nameOf(std::string_view raw, std::uint32_t maxDepth) override;
    Result<> write(const std::string &name, archive_entry *entry, images::TarReader &data) override;
    Result<> finish() override; // the folders' modification times, after everything in them

private:
    Result<int> openParent(const std::string &path);
    Result<Fd> makeParents(const std::string &path);
    Result<> makeRoom(int parent, const std::string &name, bool folder);
    Result<> take(int parent, const std::string &name, archive_entry *entry, images::TarReader &data);
    Result<> makeFolder(int parent, const std::string &base, const std::string &name, archive_entry *entry);
    Result<> makeHardLink(const std::string &name, archive_entry *entry);
    Result<> setOwner(archive_entry *entry) const;

    int m_folder;
    ExtractOptions m_options;
    std::string m_path; // of m_parent
    Fd m_parent;        // the last entry's, for the neighbours that follow
    std::vector<std::pair<std::string, std::array<timespec, 2>>> m_times;
};

} // namespace quayside::containers::files
