#include "engine/base/pathparts.h"

#include <algorithm>

namespace quayside
{

void splitInto(std::deque<std::string> &parts, std::string_view path)
{
    std::deque<std::string> split;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (end > 0)
            split.emplace_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    parts.insert(parts.begin(), split.begin(), split.end());
}

} // namespace quayside
