#include "engine/build/context/buildfolder.h"

#include "engine/base/rootedpath.h"
#include "engine/build/context/ignorefile.h"
#include "engine/build/context/sourcepath.h"
#include "engine/images/unpack/unpack.h"
#include "engine/storage/folders.h"
#include "engine/storage/removetree.h"

#include <fcntl.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

constexpr mode_t private_ = 0700;

Result<Fd> openBuilds(const std::string &root)
{
    const Fd parent(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!parent)
        return failErrno(errno, "opening {}", root);
    return storage::makeFolder(parent.get(), "builds", private_);
}

} // namespace

Result<> BuildFolder::sweep(const std::string &root)
{
    TRY(const Fd builds, openBuilds(root));
    return storage::removeContents(builds.get());
}

Result<BuildFolder> BuildFolder::make(const std::string &root, std::string workerFile)
{
    TRY(Fd builds, openBuilds(root));
    return BuildFolder(std::move(builds), std::move(workerFile));
}

BuildFolder::BuildFolder(BuildFolder &&other) noexcept
    : m_builds(std::move(other.m_builds)), m_workerFile(std::move(other.m_workerFile)),
      m_name(std::move(other.m_name)), m_folder(std::move(other.m_folder)), m_count(other.m_count)
{
}

BuildFolder::~BuildFolder()
{
    if (!m_folder)
        return;
    // What cannot be removed now is, at the engine's next start.
    (void)storage::removeContents(m_folder.get());
    (void)::unlinkat(m_builds.get(), m_name.c_str(), AT_REMOVEDIR);
}

Result<Fd> BuildFolder::makeFolder()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_folder) {
        m_name = storage::randomName("");
        TRY(m_folder, storage::makeFolder(m_builds.get(), m_name, private_));
    }
    return storage::makeFolder(m_folder.get(), std::to_string(++m_count), 0755);
}

void BuildFolder::empty()
{
    const std::scoped_lock lock(m_mutex);
    if (m_folder)
        (void)storage::removeContents(m_folder.get()); // what stays goes with the folder
}

Result<Fd> BuildFolder::unpack(api::ByteSource &archive)
{
    TRY(Fd folder, makeFolder());
    const auto unpacked =
        images::unpack(archive, folder.get(), {.program = m_workerFile, .mode = images::UnpackMode::Context});
    if (!unpacked)
        return wrap(unpacked.error(), "the build context");
    return folder;
}

Result<std::unique_ptr<FileSource>> BuildFolder::receive(api::ByteSource &archive,
                                                         const std::string &dockerfile)
{
    TRY(Fd context, unpack(archive));
    return contextOf(std::move(context), dockerfile);
}

Result<std::unique_ptr<FileSource>> contextOf(Fd folder, const std::string &dockerfile)
{
    FolderOptions options{.keepsOwners = false};
    const auto plain = folderSource(Fd(::fcntl(folder.get(), F_DUPFD_CLOEXEC, 3)), {.keepsOwners = false});
    TRY(options.ignore, readIgnoreFile(*plain, dockerfile));
    return folderSource(std::move(folder), std::move(options));
}

} // namespace quayside::build
