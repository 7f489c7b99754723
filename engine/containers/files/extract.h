// PUT /containers/{id}/archive, in the child: a tar's entries into a folder of the container's view.
#pragma once

#include "engine/base/fd.h"
#include "engine/images/unpack/metadata.h"
#include "engine/images/unpack/tar.h"
#include "engine/images/unpack/writebehind.h"

#include <array>
#include <ctime>
#include <deque>
#include <functional>
#include <memory>
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
    // An entry "./" gives the folder itself its owner, mode and times; else it stays what it is.
    bool folderItself = false;
};

// As dockerd unpacks: what is in the way of an entry goes, but a folder that meets a folder is kept with what
// is in it. Links in a parent's name are followed inside the container's root, which must be the process's
// own. Entries that lead out of the folder are refused.
class FolderWriter : public images::EntryWriter
{
public:
    // `behind` is borrowed: what writes the contents of larger files, while `isLate` says that the archive
    // comes quicker than it is written (none: always). A client that has to work for its archive needs the
    // other processor itself, and to hand bytes over costs more than to write them.
    FolderWriter(int folder, const ExtractOptions &options, images::WriteBehind &behind,
                 std::function<bool()> isLate = {})
        : m_folder(folder), m_options(options), m_behind(behind), m_isLate(std::move(isLate))
    {
    }
    Result<std::string> nameOf(std::string_view raw, std::uint32_t maxDepth) override;
    Result<> write(const std::string &name, archive_entry *entry, images::TarReader &data) override;
    Result<>
    finish() override; // what is behind, and the folders' modification times, after everything in them

private:
    Result<int> openParent(const std::string &path);
    Result<Fd> makeParents(const std::string &path);
    Result<> makeRoom(int parent, const std::string &name, bool folder);
    Result<> take(int parent, const std::string &made, const std::string &base, archive_entry *entry,
                  images::TarReader &data);
    Result<> takeFile(int parent, const std::string &made, const std::string &base, archive_entry *entry,
                      images::TarReader &data);
    // `make` makes an entry under the name that it is given, and fails with EEXIST where something is in the
    // way.
    Result<> replace(int parent, const std::string &base,
                     const std::function<Result<>(const std::string &made)> &make);
    static Result<> place(int parent, const std::string &made, const std::string &base);
    Result<> makeFolder(int parent, const std::string &base, const std::string &name, archive_entry *entry);
    Result<> takeFolderItself(archive_entry *entry);
    Result<> makeHardLink(const std::string &name, archive_entry *entry);
    Result<> setOwner(archive_entry *entry) const;

    // A file whose content is being written. What else an archive says of it comes after that: writing clears
    // set-id bits and capabilities.
    struct Unfinished {
        std::uint64_t number = 0; // of m_behind
        Fd file;
        std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry;
        images::Metadata metadata;
        bool other = false; // owner or mode are not what a new file has
    };
    static Result<> complete(int file, archive_entry *entry, const images::Metadata &metadata, bool other);
    Result<> completeUpTo(std::uint64_t number);

    int m_folder;
    ExtractOptions m_options;
    images::WriteBehind &m_behind;
    std::function<bool()> m_isLate;
    std::deque<Unfinished> m_unfinished;
    std::string m_path; // of m_parent
    Fd m_parent;        // the last entry's, for the neighbours that follow
    std::vector<std::pair<std::string, std::array<timespec, 2>>> m_times;
};

} // namespace quayside::containers::files
