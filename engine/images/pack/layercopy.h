// From a container's own folder to a layer, reading it once: the copy and the tar that names it go together.
#pragma once

#include "engine/base/fd.h"
#include "engine/images/pack/pack.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quayside::images
{

// Copies what it meets into `draft` (O_DIRECTORY, empty, borrowed) and writes the tar that packLayer() makes
// of the copy. Contents are shared with the original where the file system can (ioctl_ficlonerange(2)).
class LayerCopy : public Packer
{
public:
    using Skip = std::function<bool(const TreeEntry &)>;
    LayerCopy(TarWriter &tar, int draft, Skip skip);

    Result<> visit(const TreeEntry &entry) override;
    Result<> leave(const TreeEntry &entry) override;
    [[nodiscard]] std::uint64_t entries() const { return m_entries; }

protected:
    Result<> writeContent(const TreeEntry &entry) override;

private:
    Result<int> folderOf(const TreeEntry &entry);
    Result<> make(const TreeEntry &entry, int parent);
    Result<bool> linkedBefore(const TreeEntry &entry, int parent);
    Result<> fill(const TreeEntry &entry);
    void startFlush();
    Result<> writeBoth(std::string_view data, std::uint64_t hole, std::uint64_t &at);

    int m_draft;
    Skip m_skip;
    std::vector<std::pair<std::string, Fd>> m_folders; // of the draft, from its root to where the walk is
    std::map<std::pair<dev_t, ino_t>, std::string> m_files; // that have more names: the first in the draft
    Fd m_file;                                              // of the draft: the one that is being filled
    std::vector<char> m_buffer;
    std::uint64_t m_entries = 0, m_unflushed = 0; // bytes of m_file
};

} // namespace quayside::images
