#include "engine/access/options.h"

#include "engine/access/defaults.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <ranges>

namespace quayside::access
{

namespace
{

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

// "opt=value" or, in Docker's older form, "opt:value".
std::pair<std::string, std::string> split(const std::string &option)
{
    const auto at = option.find_first_of("=:");
    if (at == std::string::npos)
        return {option, {}};
    return {option.substr(0, at), option.substr(at + 1)};
}

bool isShared(const std::string &propagation)
{
    return propagation == "shared" || propagation == "rshared";
}

// Every default path must still be there.
template <std::size_t Size>
bool lacksDefault(const std::optional<std::vector<std::string>> &given,
                  const std::string_view (&defaults)[Size])
{
    return given && !std::ranges::all_of(defaults, [&](std::string_view path) {
               return std::ranges::find(*given, path) != given->end();
           });
}

} // namespace

std::optional<std::string> dangerousCapability(const api::HostConfig &config)
{
    for (const auto &given : config.capAdd) {
        std::string name = upper(given);
        if (name.starts_with("CAP_"))
            name.erase(0, 4);
        if (std::ranges::find(safeCapabilities, name) == std::end(safeCapabilities))
            return "--cap-add=" + given;
    }
    return std::nullopt;
}

std::optional<std::string> weakenedSecurity(const api::HostConfig &config)
{
    for (const auto &option : config.securityOpt) {
        const auto [name, value] = split(option);
        // Anything but more restriction: also a profile of the caller's own, which may allow what ours
        // denies.
        const bool tightens = name == "no-new-privileges" || (name == "seccomp" && value == "builtin");
        const bool isSoAnyway =
            (name == "apparmor" && value == "unconfined") || (name == "label" && value == "disable");
        // Rights in the container's own namespaces only, which anybody can have outside too (ADR 31).
        const bool isLab = name == "lab" && (value.empty() || value == "true" || value == "false");
        if (!tightens && !isSoAnyway && !isLab)
            return "--security-opt=" + option.substr(0, 64);
    }
    if (lacksDefault(config.maskedPaths, defaultMaskedPaths) ||
        lacksDefault(config.readonlyPaths, defaultReadOnlyPaths))
        return "--security-opt=systempaths=unconfined";
    return std::nullopt;
}

std::optional<std::string> sharedPropagation(const api::HostConfig &config)
{
    for (const auto &bind : config.binds) {
        const auto options = bind.rfind(':');
        if (options == std::string::npos)
            continue;
        for (const auto part : std::views::split(std::string_view(bind).substr(options + 1), ','))
            if (isShared(std::string(part.begin(), part.end())))
                return "shared mount propagation (-v " + bind + ")";
    }
    for (const auto &mount : config.mounts)
        if (mount.bindOptions && isShared(mount.bindOptions->propagation))
            return "shared mount propagation (--mount target=" + mount.target + ")";
    return std::nullopt;
}

std::optional<std::string> lowPort(const api::HostConfig &config)
{
    for (const auto &[port, bindings] : config.portBindings)
        for (const auto &binding : bindings) {
            unsigned number = 0;
            const auto &text = binding.hostPort; // "80", "80-90": the lower end counts
            std::from_chars(text.data(), text.data() + text.size(), number);
            if (number > 0 && number < 1024)
                return "host port " + text + ", below 1024 (-p " + text + ":" + port + ")";
        }
    return std::nullopt;
}

bool isNamespacedSysctl(const std::string &name, bool ownNetwork)
{
    // Nothing that could lead the path /proc/sys/… elsewhere.
    if (name.find('/') != std::string::npos || name.find("..") != std::string::npos)
        return false;
    static constexpr std::string_view ipc[] = {"kernel.msgmax", "kernel.msgmnb",         "kernel.msgmni",
                                               "kernel.sem",    "kernel.shmall",         "kernel.shmmax",
                                               "kernel.shmmni", "kernel.shm_rmid_forced"};
    if (std::ranges::find(ipc, name) != std::end(ipc) || name.starts_with("fs.mqueue."))
        return true;
    return ownNetwork && name.starts_with("net.");
}

std::optional<std::string> hostSysctl(const api::HostConfig &config)
{
    for (const auto &[name, value] : config.sysctls)
        if (!isNamespacedSysctl(name, config.networkMode != "host"))
            return "--sysctl=" + name;
    return std::nullopt;
}

std::optional<std::string> realtimeLimit(const api::HostConfig &config)
{
    for (const auto &limit : config.ulimits)
        if ((limit.name == "rtprio" || limit.name == "nice") && limit.hard != 0)
            return "--ulimit=" + limit.name;
    return std::nullopt;
}

} // namespace quayside::access
