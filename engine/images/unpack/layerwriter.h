// Writes a layer's entries, in the form that overlayfs takes (mounted with userxattr).
#pragma once

#include "engine/images/unpack/folders.h"
#include "engine/images/unpack/metadata.h"
#include "engine/images/unpack/tar.h"

#include <vector>

namespace quayside::images
{

enum class LayerForm {
    Image,   // whiteouts count
    Files,   // a name that begins with .wh. is one like others
    Context, // the same, and everything is root's and has no extended attributes
};

class LayerWriter : public EntryWriter
{
public:
    LayerWriter(int root, std::uint32_t maxDepth, LayerForm form = LayerForm::Image)
        : m_root(root), m_maxDepth(maxDepth), m_form(form), m_folders(root)
    {
    }
    Result<> write(const std::string &name, archive_entry *entry, TarReader &data) override;
    Result<> finish() override; // the folders' modification times, after everything in them

private:
    Result<> writeRoot(archive_entry *entry);
    Result<> writeFile(int parent, const std::string &base, archive_entry *entry, TarReader &data);
    Result<> writeFolder(int parent, const std::string &name, archive_entry *entry);
    Result<> writeLink(int parent, const std::string &base, archive_entry *entry);
    Result<> writeFifo(int parent, const std::string &base, archive_entry *entry);
    Result<> writeHardLink(const std::string &name, archive_entry *entry);
    Result<> makeRoom(int parent, const std::string &base); // what an earlier entry put there goes

    struct FolderTime {
        std::string name;
        std::array<timespec, 2> times;
    };

    int m_root;
    std::uint32_t m_maxDepth;
    LayerForm m_form;
    Folders m_folders;
    std::vector<FolderTime> m_times;
    bool m_setgidSeen = false; // what is made in a setgid folder takes its group
};

// Whiteouts of OCI image-spec layer.md: ".wh.NAME" and ".wh..wh..opq".
inline constexpr std::string_view whiteoutPrefix = ".wh.";
Result<> writeWhiteout(Folders &folders, const std::string &name);

} // namespace quayside::images
