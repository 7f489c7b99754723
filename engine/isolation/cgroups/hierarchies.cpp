#include "engine/isolation/cgroups/hierarchies.h"

#include <algorithm>
#include <array>

namespace quayside::isolation::cgroups
{
namespace
{

constexpr std::array used{"cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio", "pids"};

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

// Blanks and the like are written in octal: "\040".
std::string unescape(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        const bool escaped = text.size() >= 4 && text[0] == '\\';
        plain += escaped ? static_cast<char>((text[1] - '0') * 64 + (text[2] - '0') * 8 + (text[3] - '0'))
                         : text[0];
        text.remove_prefix(escaped ? 4 : 1);
    }
    return plain;
}

std::vector<std::string> controllersOf(std::string_view options)
{
    std::vector<std::string> controllers;
    for (const std::string_view option : split(options, ',')) {
        if (std::ranges::find(used, option) != used.end())
            controllers.emplace_back(option);
    }
    return controllers;
}

bool isKnown(const std::vector<Hierarchy> &hierarchies, const Hierarchy &other)
{
    return std::ranges::any_of(hierarchies,
                               [&](const Hierarchy &h) { return h.controllers == other.controllers; });
}

} // namespace

bool Hierarchy::has(std::string_view controller) const
{
    return std::ranges::find(controllers, controller) != controllers.end();
}

std::vector<Hierarchy> parseHierarchies(std::string_view mountinfo)
{
    std::vector<Hierarchy> hierarchies;
    for (const std::string_view line : split(mountinfo, '\n')) {
        // 36 35 98:0 /root /mountpoint options optional… - type source superoptions
        const std::size_t dash = line.find(" - ");
        if (dash == std::string_view::npos)
            continue;
        const auto front = split(line.substr(0, dash), ' ');
        const auto back = split(line.substr(dash + 3), ' ');
        if (front.size() < 5 || back.size() < 3 || front[3] != "/" ||
            (back[0] != "cgroup" && back[0] != "cgroup2"))
            continue;
        Hierarchy hierarchy{unescape(front[4]), {}};
        if (back[0] == "cgroup")
            hierarchy.controllers = controllersOf(back[2]);
        if ((back[0] == "cgroup2") == hierarchy.isV2() && !isKnown(hierarchies, hierarchy))
            hierarchies.push_back(std::move(hierarchy));
    }
    return hierarchies;
}

} // namespace quayside::isolation::cgroups
