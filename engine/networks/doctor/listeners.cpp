#include "engine/networks/doctor/listeners.h"

#include "engine/isolation/network/netns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ranges>
#include <sstream>
#include <sys/stat.h>

namespace quayside::networks::doctor
{

namespace fs = std::filesystem;
using isolation::network::Family;

namespace
{

constexpr auto listening = "0A", unconnected = "07"; // TCP_LISTEN, TCP_CLOSE (net/tcp_states.h)

// Words of four bytes in the machine's own order, each as eight hexadecimal digits.
bool readAddress(std::string_view digits, IpAddress &address)
{
    if (digits.size() != 8 && digits.size() != 32)
        return false;
    address.family = digits.size() == 8 ? Family::V4 : Family::V6;
    for (std::size_t word = 0; word < digits.size() / 8; ++word) {
        std::uint32_t value = 0;
        const auto part = digits.substr(word * 8, 8);
        if (std::from_chars(part.data(), part.data() + part.size(), value, 16).ec != std::errc{})
            return false;
        std::memcpy(address.bytes.data() + word * 4, &value, 4);
    }
    constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (address.family == Family::V6 && std::ranges::equal(address.bytes | std::views::take(12), mapped)) {
        IpAddress inner;
        std::copy_n(address.bytes.begin() + 12, 4, inner.bytes.begin());
        address = inner;
    }
    return true;
}

bool readListener(const std::string &line, bool tcp, Listener &listener)
{
    std::istringstream fields(line);
    std::string slot, local, remote, state, queues, timer, retransmits, uid, timeout;
    fields >> slot >> local >> remote >> state >> queues >> timer >> retransmits >> uid >> timeout >>
        listener.inode;
    const auto colon = local.find(':');
    if (!fields || colon == std::string::npos || state != (tcp ? listening : unconnected))
        return false;
    const std::string_view port = std::string_view(local).substr(colon + 1);
    return readAddress(std::string_view(local).substr(0, colon), listener.address) &&
           std::from_chars(port.data(), port.data() + port.size(), listener.port, 16).ec == std::errc{};
}

std::string content(const std::string &path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool isIn(const fs::path &process, const struct stat &netns)
{
    struct stat theirs{};
    return ::stat((process / "ns/net").c_str(), &theirs) == 0 && theirs.st_ino == netns.st_ino &&
           theirs.st_dev == netns.st_dev;
}

bool hasSocket(const fs::path &process, const std::string &inode)
{
    std::error_code error;
    for (fs::directory_iterator entry(process / "fd", error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code gone;
        if (fs::read_symlink(entry->path(), gone) == "socket:[" + inode + "]")
            return true;
    }
    return false;
}

// The last number is that of the innermost pid namespace (proc_pid_status(5), NSpid).
std::string describe(const fs::path &process)
{
    std::string command, line, number;
    std::getline(std::ifstream(process / "comm"), command);
    for (std::ifstream status(process / "status"); std::getline(status, line);)
        if (line.starts_with("NSpid:"))
            number = line.substr(line.find_last_of(" \t") + 1);
    return std::format("{} (process {})", command, number);
}

} // namespace

std::vector<Listener> parseListeners(std::string_view table, bool tcp)
{
    std::vector<Listener> found;
    std::istringstream lines{std::string(table)};
    std::string line;
    std::getline(lines, line); // the heading
    while (std::getline(lines, line)) {
        Listener listener;
        if (readListener(line, tcp, listener))
            found.push_back(std::move(listener));
    }
    return found;
}

Result<std::vector<Listener>> listenersIn(const Fd &netns, const std::string &protocol)
{
    std::vector<Listener> found;
    CHECK(isolation::network::inNamespace(netns, [&]() -> Result<> {
        for (const auto *suffix : {"", "6"}) {
            const auto table = content(std::format("/proc/thread-self/net/{}{}", protocol, suffix));
            std::ranges::move(parseListeners(table, protocol == "tcp"), std::back_inserter(found));
        }
        return {};
    }));
    return found;
}

std::string holderIn(const Fd &netns, const std::string &inode)
{
    struct stat wanted{};
    if (::fstat(netns.get(), &wanted) != 0)
        return {};
    std::error_code error;
    for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (name.find_first_not_of("0123456789") == std::string::npos && isIn(entry->path(), wanted) &&
            hasSocket(entry->path(), inode))
            return describe(entry->path());
    }
    return {};
}

} // namespace quayside::networks::doctor
