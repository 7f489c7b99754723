#include "engine/containers/steps/stubs.h"

#include "engine/base/rootedpath.h"
#include "engine/images/pack/pack.h"
#include "engine/storage/folders.h"

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{
namespace
{

// One entry of the step's own folder. No link leads anywhere there: what was mounted on lies where the links
// of its path have led.
class Place
{
public:
    Place(int upper, const std::string &path) : m_name(path.substr(path.rfind('/') + 1))
    {
        const std::string above = path.substr(0, path.size() - m_name.size());
        auto folder = openInRoot(systemKernel(), upper, above, O_RDONLY | O_DIRECTORY, 0, Links::Refuse);
        if (folder)
            m_folder = *std::move(folder);
    }

    [[nodiscard]] std::optional<struct stat> status() const
    {
        struct stat found{};
        if (!m_folder || ::fstatat(m_folder.get(), m_name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0)
            return std::nullopt;
        return found;
    }
    // A regular file without content; a folder that is empty and hides nothing.
    [[nodiscard]] bool isEmpty(const struct stat &status) const
    {
        if (!S_ISDIR(status.st_mode))
            return S_ISREG(status.st_mode) && status.st_size == 0;
        const auto folder = storage::openFolder(m_folder.get(), m_name);
        const auto entries = folder ? storage::entriesOf(folder->get()) : std::unexpected(folder.error());
        return entries && entries->empty() && !images::isOpaque(folder->get());
    }
    Result<> remove(bool folder) const
    {
        if (::unlinkat(m_folder.get(), m_name.c_str(), folder ? AT_REMOVEDIR : 0) != 0)
            return failErrno(errno, "removing the mount point {}", m_name);
        return {};
    }

private:
    std::string m_name;
    Fd m_folder;
};

// Nothing but its time has changed: that is what making something in a folder does to it.
bool isAsIn(int image, const std::string &path, const struct stat &status)
{
    const auto below = openInRoot(systemKernel(), image, path, O_PATH | O_NOFOLLOW);
    struct stat before{};
    return below && ::fstat(below->get(), &before) == 0 && before.st_mode == status.st_mode &&
           before.st_uid == status.st_uid && before.st_gid == status.st_gid;
}

bool isIn(int image, const std::string &path)
{
    return image >= 0 && openInRoot(systemKernel(), image, path, O_PATH | O_NOFOLLOW);
}

} // namespace

Result<> removeStubs(int upper, int image, std::vector<std::string> targets)
{
    std::ranges::sort(targets, std::ranges::greater{}); // what was mounted in another before it
    for (std::string path : targets) {
        for (; path.size() > 1; path.resize(std::max<std::size_t>(path.rfind('/'), 1))) {
            const Place place(upper, path);
            const auto status = place.status();
            if (!status || !place.isEmpty(*status) ||
                (isIn(image, path) && !(S_ISDIR(status->st_mode) && isAsIn(image, path, *status))))
                break;
            CHECK(place.remove(S_ISDIR(status->st_mode)));
            if (path.rfind('/') == 0)
                break;
        }
    }
    return {};
}

} // namespace quayside::containers
