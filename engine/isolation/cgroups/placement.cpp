#include "engine/isolation/cgroups/placement.h"

#include "engine/isolation/cgroups/folder.h"
#include "engine/isolation/cgroups/prepare.h"

#include <algorithm>
#include <ranges>

#include <fcntl.h>

namespace quayside::isolation::cgroups
{
namespace
{

constexpr std::string_view userPrefix = "user-";
constexpr std::size_t longestParent = 1024, deepestParent = 16, longestName = 255;
// Which engine made a cgroup. cgroup file systems keep "trusted" attributes, v1's too, and they go with the
// cgroup.
constexpr const char *markName = "trusted.quayside";

std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    for (const auto part : std::views::split(path, '/'))
        if (!part.empty())
            parts.emplace_back(part.begin(), part.end());
    return parts;
}

bool isContainerId(std::string_view name)
{
    return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool isEngineGroup(std::string_view name)
{
    return name == "quayside" || name.starts_with("quayside-");
}

std::string above(const std::string &path)
{
    return path.substr(0, path.rfind('/'));
}

Result<> makeParent(Kernel &kernel, const Hierarchy &hierarchy, const std::string &path,
                    const std::string &mark)
{
    const int made = kernel.mkdirat(AT_FDCWD, path.c_str(), 0755);
    if (made < 0 && made != -EEXIST)
        return failErrno(-made, "making the cgroup {} for --cgroup-parent", path);
    TRY(const Folder folder, Folder::open(kernel, path));
    // Without its mark (trusted attributes belong to the first user namespace) it stays when it is empty.
    if (made == 0)
        (void)kernel.fsetxattr(folder.fd(), markName, mark);
    return hierarchy.has("cpuset") ? fillCpuset(kernel, path) : Result<>{};
}

} // namespace

Result<> checkParent(const std::string &given)
{
    const auto parts = partsOf(given);
    const bool sound = given.size() <= longestParent && parts.size() <= deepestParent &&
                       std::ranges::all_of(parts, [](const std::string &part) {
                           return part != "." && part != ".." && part.size() <= longestName &&
                                  std::ranges::all_of(part, [](char c) { return c > ' ' && c != 0x7f; });
                       });
    if (!sound || (parts.empty() && !given.starts_with('/')))
        return fail(ErrorKind::InvalidArgument,
                    "invalid --cgroup-parent \"{}\": it is a path of control groups without \".\", \"..\" "
                    "and blanks, "
                    "at most {} deep",
                    given.substr(0, 100), deepestParent);
    if (parts.size() == 1 && !given.starts_with('/') && given.ends_with(".slice"))
        return fail(ErrorKind::InvalidArgument,
                    "invalid --cgroup-parent \"{}\": the cgroup driver is cgroupfs, which asks systemd for "
                    "nothing; give "
                    "the path of the slice, such as /a.slice/a-b.slice for a-b.slice",
                    given);
    return {};
}

bool isUserTree(std::string_view name)
{
    return name.starts_with(userPrefix);
}

Result<std::string> parentPath(const std::string &group, const std::string &given, std::uint32_t uid)
{
    auto parts = partsOf(given);
    if (!given.starts_with('/'))
        parts.insert(parts.begin(), {group, std::string(userPrefix) + std::to_string(uid)});
    const bool amongContainers =
        std::ranges::any_of(parts, isContainerId) ||
        (parts.size() > 1 && isEngineGroup(parts[0]) && !(parts[0] == group && isUserTree(parts[1])));
    if (amongContainers)
        return fail(ErrorKind::InvalidArgument,
                    "invalid --cgroup-parent \"{}\": containers lie there, which would be in each other's "
                    "way; give a path "
                    "without '/' in front for a place of your own below /{}",
                    given, group);
    std::string path;
    for (const std::string &part : parts)
        path += "/" + part;
    return path;
}

void Placement::place(const std::string &id, std::string parent)
{
    const std::scoped_lock lock(m_mutex);
    m_parents[id] = std::move(parent);
}

void Placement::forget(const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    m_parents.erase(id);
}

bool Placement::isPlaced(const std::string &id) const
{
    const std::scoped_lock lock(m_mutex);
    return m_parents.contains(id);
}

std::string Placement::parentOf(const std::string &id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_parents.find(id);
    return found == m_parents.end() ? "/" + m_group : found->second;
}

std::string Placement::pathOf(const std::string &id) const
{
    return parentOf(id) + "/" + id;
}

std::vector<std::string> Placement::placed() const
{
    const std::scoped_lock lock(m_mutex);
    const auto ids = std::views::keys(m_parents);
    return {ids.begin(), ids.end()};
}

Result<> fillCpuset(Kernel &kernel, const std::string &path)
{
    TRY(const Folder folder, Folder::open(kernel, path));
    TRY(const Folder parent, Folder::open(kernel, above(path)));
    for (const char *file : {"cpuset.cpus", "cpuset.mems"}) {
        TRY(const std::string own, folder.read(file));
        if (own.find_first_not_of('\n') != std::string::npos)
            continue;
        TRY(const std::string theirs, parent.read(file));
        CHECK(folder.write(file, theirs));
    }
    return {};
}

Result<> giveControllersOn(Kernel &kernel, const std::string &path)
{
    TRY(const Folder folder, Folder::open(kernel, path));
    TRY(const std::string available, folder.read("cgroup.controllers"));
    for (const char *controller : {"cpu", "memory", "pids", "cpuset", "io"}) {
        // One by one: what this host lacks is told when a limit needs it.
        if ((" " + available + " ").contains(std::format(" {} ", controller)))
            CHECK(folder.write("cgroup.subtree_control", std::string("+") + controller));
    }
    return {};
}

Result<> makeParents(Kernel &kernel, const Hierarchy &hierarchy, const std::string &parent,
                     const std::string &mark, bool enable)
{
    std::string path = hierarchy.path;
    for (const std::string &part : partsOf(parent)) {
        path += "/" + part;
        CHECK(makeParent(kernel, hierarchy, path, mark));
        if (!enable)
            continue;
        auto given = giveControllersOn(kernel, path);
        if (!given && given.error().errnum == EBUSY)
            return fail(ErrorKind::Conflict,
                        "the cgroup {} cannot be a --cgroup-parent: processes are in it, and cgroup v2 lets "
                        "no group have "
                        "both processes and groups with limits",
                        path);
        CHECK(given);
    }
    return {};
}

void removeParents(Kernel &kernel, const Hierarchy &hierarchy, const std::string &parent,
                   const std::string &mark)
{
    for (std::string path = parent; !path.empty(); path = above(path)) {
        const std::string whole = hierarchy.path + path;
        const auto folder = Folder::open(kernel, whole);
        if (!folder || kernel.fgetxattr(folder->fd(), markName) != mark ||
            kernel.unlinkat(AT_FDCWD, whole.c_str(), AT_REMOVEDIR) < 0)
            return;
    }
}

} // namespace quayside::isolation::cgroups
