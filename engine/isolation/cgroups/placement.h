// Where a container's cgroup lies: in the engine's group, or below a parent (--cgroup-parent).
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/cgroups/hierarchies.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::isolation::cgroups
{

// The parent's path from the root of the cgroup file system, "/quayside/user-1000/web", or "" for the root
// itself. `group`: the engine's, "quayside". `given` must have passed checkParent() (prepare.h): a relative
// one lies in the tree of the user `uid`. InvalidArgument for a place among containers.
Result<std::string> parentPath(const std::string &group, const std::string &given, std::uint32_t uid);

// Names in the engine's group that are users' trees and no containers.
bool isUserTree(std::string_view name);

// Which containers have a parent. Thread-safe.
class Placement
{
public:
    explicit Placement(std::string group) : m_group(std::move(group)) {}
    void place(const std::string &id, std::string parent);
    void forget(const std::string &id);
    // "/quayside/ID", or "PARENT/ID".
    [[nodiscard]] std::string pathOf(const std::string &id) const;
    [[nodiscard]] bool isPlaced(const std::string &id) const;
    [[nodiscard]] std::string parentOf(const std::string &id) const;
    [[nodiscard]] std::vector<std::string> placed() const;

private:
    const std::string m_group;
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_parents; // by id
};

// Makes the cgroups of `parent` that are missing, each marked with `mark`, so that any later engine knows it
// for one of ours; v1: a cpuset without CPUs gets those of its parent; v2 (`enable`): the controllers are
// given on.
Result<> makeParents(Kernel &kernel, const Hierarchy &hierarchy, const std::string &parent,
                     const std::string &mark, bool enable);
// Removes those of them that bear the mark and are empty, from the bottom up.
void removeParents(Kernel &kernel, const Hierarchy &hierarchy, const std::string &parent,
                   const std::string &mark);

// v1: a new cpuset has no CPUs and no memory and takes no process (cpusets.rst). Gives it its parent's.
Result<> fillCpuset(Kernel &kernel, const std::string &path);
// v2: lets the children of `path` have every controller that it has itself.
Result<> giveControllersOn(Kernel &kernel, const std::string &path);

} // namespace quayside::isolation::cgroups
