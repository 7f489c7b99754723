#include "engine/containers/devices/devices.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <regex>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace quayside::containers
{

namespace
{

namespace fs = std::filesystem;
using isolation::cgroups::DeviceRule;

constexpr std::size_t mostDevices = 1024; // below a folder of devices, or in all
constexpr int deepest = 8;

bool isDevice(mode_t mode)
{
    return S_ISCHR(mode) || S_ISBLK(mode);
}

std::optional<DeviceNode> nodeAt(const std::string &path)
{
    struct stat status{};
    if (::stat(path.c_str(), &status) < 0 || !isDevice(status.st_mode))
        return std::nullopt;
    return DeviceNode{.source = path,
                      .target = path,
                      .mode = status.st_mode,
                      .device = status.st_rdev,
                      .uid = status.st_uid,
                      .gid = status.st_gid};
}

// What a container has for itself, and what is no device of this machine. As dockerd's list.
bool isOwn(const std::string &name)
{
    constexpr std::array own{"pts", "shm", "fd", "mqueue", ".lxc", ".lxd-mounts", ".udev", "console", "ptmx"};
    return std::ranges::find(own, name) != own.end();
}

void collect(const std::string &folder, int depth, std::vector<DeviceNode> &nodes)
{
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        const std::string path = entry.path();
        if (isOwn(entry.path().filename()) || nodes.size() >= mostDevices)
            continue;
        std::error_code unknown;
        const auto status = entry.symlink_status(unknown);
        if (fs::is_directory(status) && depth < deepest)
            collect(path, depth + 1, nodes);
        else if (fs::is_character_file(status) || fs::is_block_file(status))
            if (auto node = nodeAt(path))
                nodes.push_back(*std::move(node));
    }
}

bool isAccess(const std::string &letters)
{
    return letters.find_first_not_of("rwm") == std::string::npos && letters.size() <= 3;
}

std::int64_t numberOrAny(const std::string &text)
{
    std::int64_t number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

Result<DeviceRule> parseDeviceRule(const std::string &text)
{
    static const std::regex form("([acb]) ([0-9]{1,9}|\\*):([0-9]{1,9}|\\*) ([rwm]{1,3})");
    std::smatch parts;
    if (text.size() > 64 || !std::regex_match(text, parts, form))
        return fail(ErrorKind::InvalidArgument,
                    "invalid device cgroup rule format: '{}': a rule is like 'c 1:3 rwm'",
                    text.substr(0, 64));
    return DeviceRule{
        .type = text[0], .major = numberOrAny(parts[2]), .minor = numberOrAny(parts[3]), .access = parts[4]};
}

Result<> checkDevices(const api::HostConfig &host)
{
    for (const auto &device : host.devices) {
        if (!device.pathOnHost.starts_with('/') ||
            (!device.pathInContainer.empty() && !device.pathInContainer.starts_with('/')))
            return fail(ErrorKind::InvalidArgument, "bad format for path: {}: a device has absolute paths",
                        device.pathOnHost);
        if (!isAccess(device.cgroupPermissions))
            return fail(ErrorKind::InvalidArgument, "invalid device mode: {}: r, w and m are known",
                        device.cgroupPermissions);
    }
    for (const auto &rule : host.deviceCgroupRules)
        CHECK(parseDeviceRule(rule));
    return {};
}

Result<std::vector<DeviceNode>> findDevices(const std::vector<api::DeviceMapping> &mappings)
{
    std::vector<DeviceNode> nodes;
    for (const auto &mapping : mappings) {
        const auto &target = mapping.pathInContainer.empty() ? mapping.pathOnHost : mapping.pathInContainer;
        std::vector<DeviceNode> found;
        if (auto node = nodeAt(mapping.pathOnHost))
            found.push_back(*std::move(node));
        else
            collect(mapping.pathOnHost, 0, found);
        if (found.empty())
            return fail(ErrorKind::InvalidArgument,
                        "error gathering device information while adding custom device \"{}\": there is no "
                        "device on this host",
                        mapping.pathOnHost);
        for (auto &node : found) {
            node.target = target + node.source.substr(mapping.pathOnHost.size());
            if (!mapping.cgroupPermissions.empty())
                node.access = mapping.cgroupPermissions;
            nodes.push_back(std::move(node));
        }
    }
    return nodes;
}

std::vector<DeviceNode> hostDevices(const std::string &folder)
{
    std::vector<DeviceNode> nodes;
    collect(folder, 0, nodes);
    return nodes;
}

DeviceRule ruleOf(const DeviceNode &node)
{
    return {.type = S_ISBLK(node.mode) ? 'b' : 'c',
            .major = static_cast<std::int64_t>(major(node.device)),
            .minor = static_cast<std::int64_t>(minor(node.device)),
            .access = node.access};
}

Result<dev_t> blockDevice(const std::string &path)
{
    const auto node = path.starts_with('/') ? nodeAt(path) : std::nullopt;
    if (!node || !S_ISBLK(node->mode))
        return fail(ErrorKind::InvalidArgument, "\"{}\" is no block device of this host", path);
    return node->device;
}

} // namespace quayside::containers
