#include "engine/storage/layerdraft.h"

#include "engine/storage/folders.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

namespace quayside::storage
{

void LentDrafts::lend(const LayerId &id, const std::string &draft)
{
    const std::scoped_lock lock(m_mutex);
    m_drafts.emplace(id, draft);
}

void LentDrafts::takeBack(const LayerId &id, const std::string &draft)
{
    const std::scoped_lock lock(m_mutex);
    const auto [first, last] = m_drafts.equal_range(id);
    for (auto entry = first; entry != last; ++entry)
        if (entry->second == draft) {
            m_drafts.erase(entry);
            return;
        }
}

std::string LentDrafts::folderOf(const LayerId &id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_drafts.find(id);
    return found == m_drafts.end() ? id : found->second;
}

FolderDraft::~FolderDraft()
{
    if (!m_lentAs.empty())
        m_lent.takeBack(m_lentAs, m_name);
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
    if (!m_lentAs.empty())
        m_lent.takeBack(std::exchange(m_lentAs, {}), m_name);
    return flush(m_layers, "the list of layers");
}

Result<> FolderDraft::lend(const LayerId &id)
{
    CHECK(checkId(id, "layer"));
    if (!m_lentAs.empty())
        return fail(ErrorKind::Internal, "layer {} was lent before", m_lentAs);
    m_lentAs = id;
    m_lent.lend(id, m_name);
    return {};
}

} // namespace quayside::storage
