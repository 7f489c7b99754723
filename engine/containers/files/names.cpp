#include "engine/containers/files/names.h"

#include "engine/base/rootedpath.h"
#include "engine/containers/files/protocol.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>

namespace quayside::containers::files
{
namespace
{

constexpr std::size_t mostBytes = 1 << 20, longestName = 256;

// A FIFO or a device would hang who opens it for reading: it is looked at first.
std::string smallFile(int root, const char *path)
{
    struct stat status{};
    const auto there = openInRoot(systemKernel(), root, path, O_PATH);
    if (!there || ::fstat(there->get(), &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    const auto file = openInRoot(systemKernel(), root, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!file || ::fstat(file->get(), &status) != 0 || !S_ISREG(status.st_mode) ||
        static_cast<std::size_t>(status.st_size) > mostBytes)
        return {};
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    const ssize_t got = ::pread(file->get(), text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return text;
}

void addName(std::vector<std::string> &packets, std::string_view name)
{
    if (packets.empty() || packets.back().size() + name.size() > sizeof(Packet::text))
        packets.emplace_back();
    packets.back() += name;
}

} // namespace

std::vector<std::string> namesIn(std::string_view lines, char kind, std::set<std::uint32_t> ids)
{
    std::vector<std::string> names;
    while (!lines.empty() && !ids.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const std::size_t first = line.find(':'),
                          second = first == line.npos ? first : line.find(':', first + 1);
        if (second == line.npos || first == 0 || first > longestName)
            continue;
        std::uint32_t id = 0;
        const char *begin = line.data() + second + 1, *end = line.data() + line.size();
        const auto [stop, error] = std::from_chars(begin, end, id);
        if (error != std::errc() || (stop != end && *stop != ':') || ids.erase(id) == 0)
            continue;
        std::string name = std::string(1, kind) + std::to_string(id) + ':';
        names.push_back(name.append(line.substr(0, first)) + '\0');
    }
    return names;
}

std::vector<std::string> namesOf(int root, const std::set<std::uint32_t> &uids,
                                 const std::set<std::uint32_t> &gids)
{
    std::vector<std::string> packets;
    for (const std::string &name : namesIn(smallFile(root, "/etc/passwd"), 'u', uids))
        addName(packets, name);
    for (const std::string &name : namesIn(smallFile(root, "/etc/group"), 'g', gids))
        addName(packets, name);
    return packets;
}

} // namespace quayside::containers::files
