// Goes through a tree that nobody has to trust: a layer, a container's own files, a container's view.
#pragma once

#include "engine/base/result.h"

#include <sys/stat.h>

#include <string>

namespace quayside::images
{

struct TreeEntry {
    std::string path; // from the walk's root, without a leading '/': "etc/passwd"; empty: the root itself
    int parent = -1;  // its folder, borrowed; the root's own is -1
    std::string name; // in `parent`
    struct stat status{};
    int file = -1; // open for reading, borrowed: of regular files and folders; else -1
};

class TreeVisitor
{
public:
    virtual ~TreeVisitor() = default;
    // Every entry, a folder before what is in it.
    virtual Result<> visit(const TreeEntry &entry) = 0;
    // A folder (not the root) after what is in it.
    virtual Result<> leave(const TreeEntry &) { return {}; }
};

inline constexpr int maxTreeDepth = 512; // one descriptor a level

// The entries of `folder` (O_DIRECTORY, borrowed) and of all below it, sorted by name in each folder, so that
// equal trees are met in the same order. Follows no link; opens no device, FIFO or socket. What vanishes
// meanwhile is passed over. TooLarge, naming the folder, beyond `maxTreeDepth`; errors of the visitor as they
// are.
Result<> walkTree(int folder, TreeVisitor &visitor);
// The same for one entry `name` of `parent` and, where it is a folder, all below it: it is the walk's root,
// with the path "". NotFound where it is not there.
Result<> walkFrom(int parent, const std::string &name, TreeVisitor &visitor);

} // namespace quayside::images
