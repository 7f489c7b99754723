#include "engine/networks/portholder.h"

#include <charconv>
#include <filesystem>
#include <format>
#include <fstream>
#include <set>
#include <sstream>
#include <sys/stat.h>

namespace quayside::networks
{

namespace fs = std::filesystem;

// Inodes of the sockets whose local port it is (proc_net_tcp.rst: "sl local_address rem_address st … inode").
// Not those of connections: they do not keep a port from being bound.
static void addSockets(std::set<std::string> &inodes, const fs::path &table, bool tcp, std::uint16_t port)
{
    std::ifstream file(table);
    std::string line;
    std::getline(file, line); // the heading
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string slot, local, remote, state, queues, timer, retransmits, uid, timeout, inode;
        fields >> slot >> local >> remote >> state >> queues >> timer >> retransmits >> uid >> timeout >>
            inode;
        const auto colon = local.rfind(':');
        unsigned number = 0;
        if (colon == std::string::npos ||
            std::from_chars(local.data() + colon + 1, local.data() + local.size(), number, 16).ec !=
                std::errc{})
            continue;
        constexpr auto listening = "0A";
        if (number == port && inode != "0" && (!tcp || state == listening))
            inodes.insert(std::format("socket:[{}]", inode));
    }
}

static bool hasSocket(const fs::path &process, const std::set<std::string> &links)
{
    std::error_code error;
    for (fs::directory_iterator entry(process / "fd", error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code gone;
        if (links.contains(fs::read_symlink(entry->path(), gone).string()))
            return true;
    }
    return false;
}

// The kernel tells of sockets whose process the viewer could look into, and of no others (proc_pid_fd.5).
static bool maySeeSockets(const fs::path &process, std::uint32_t viewer)
{
    struct stat status{};
    return viewer == 0 || (::stat(process.c_str(), &status) == 0 && status.st_uid == viewer);
}

std::string portHolder(const std::string &protocol, std::uint16_t port, std::uint32_t viewer)
{
    std::set<std::string> links;
    for (const auto *suffix : {"", "6"})
        addSockets(links, std::format("/proc/thread-self/net/{}{}", protocol, suffix), protocol == "tcp",
                   port);
    if (links.empty())
        return {};
    std::error_code error;
    for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos ||
            !maySeeSockets(entry->path(), viewer) || !hasSocket(entry->path(), links))
            continue;
        std::string command;
        std::getline(std::ifstream(entry->path() / "comm"), command);
        return std::format("{} (process {})", command, name);
    }
    return {};
}

} // namespace quayside::networks
