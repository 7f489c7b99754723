// Folders of the tree that is being filled, found and made without ever leaving it.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::images
{

enum class Links {
    Within, // links count from the tree's root, as in a container (/var/run → /run), and must lead to a
            // folder of it
    None,   // a link among the parents is refused
};

class Folders
{
public:
    explicit Folders(int root) : m_root(root) {}

    // The folder `path` (normalised; empty: the root), made where it is missing, though never through a link
    // that leads nowhere. An O_PATH descriptor, borrowed: good until the next call.
    Result<int> open(const std::string &path, Links links);
    Result<int> find(const std::string &path); // the same, Links::Within, and never made

private:
    Result<Fd> resolve(const std::string &path, Links links) const;
    Result<Fd> make(const std::string &path, Links links);

    int m_root;
    std::string m_path;
    Links m_links = Links::Within;
    Fd m_folder; // m_path's, for the neighbours that follow
};

// "a/b/c" → "a/b" and "c".
std::string parentOf(const std::string &name);
std::string baseOf(const std::string &name);

bool isWhiteout(int parent, const std::string &name); // a 0/0 character device
Result<> setOpaque(int parent, const std::string &name);
Result<> makeDirectory(int parent, const std::string &name); // 0755; in place of a whiteout: opaque

} // namespace quayside::images
