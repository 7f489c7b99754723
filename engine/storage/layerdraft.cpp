#include "engine/storage/layerdraft.h"

#include "engine/storage/folders.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

namespace quayside::storage
{

FolderDraft::~FolderDraft()
{
    // Where even the rename fails the folder stays until the next start sweeps it.
    if (!m_committed)
        (void)m_removals.remove(m_layers, m_name);
}

Result<> LayerDraft::commit(const LayerId &id, std::uint64_t bytes)
{
    CHECK(checkId(id, "layer"));
    CHECK(finish(bytes));
    if (auto synced = sync(); !synced)
        return wrap(std::move(synced).error(), "layer {}", id);
    return place(id);
}

Result<> FolderDraft::finish(std::uint64_t bytes)
{
    const Fd file(::openat(m_folder.get(), "size", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    const std::string text = std::format("{}\n", bytes);
    if (!file || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return failErrno(errno, "writing down the size of a layer");
    return {};
}

// One flush of the file system instead of one per file: a layer may hold 100,000 of them. Since Linux 5.8
// syncfs also reports write errors.
Result<> FolderDraft::sync()
{
    if (::syncfs(m_folder.get()) != 0)
        return failErrno(errno, "writing it to the disk");
    return {};
}

Result<> FolderDraft::place(const LayerId &id)
{
    CHECK(checkId(id, "layer"));
    if (::renameat2(m_layers, m_name.c_str(), m_layers, id.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            return {}; // another one was quicker; ours goes with this object
        return failErrno(errno, "putting layer {} in its place", id);
    }
    m_committed = true;
    return flush(m_layers, "the list of layers");
}

} // namespace quayside::storage
