#include "engine/networks/firewalld.h"

#include "engine/base/fd.h"

#include <nlohmann/json.hpp>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <set>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::networks
{

using Json = nlohmann::ordered_json;

namespace
{

constexpr std::string_view trustedChain = "filter_FWD_trusted";
constexpr int patience = 10'000; // milliseconds

std::string text(const Json &object, const char *key)
{
    return object.is_object() && object.contains(key) && object[key].is_string()
               ? object[key].get<std::string>()
               : std::string();
}

// The interface of a rule `iifname "X" jump filter_FWD_trusted`; "" for others.
std::string trustedInterface(const Json &rule)
{
    std::string interface, target;
    if (!rule.contains("expr") || !rule["expr"].is_array())
        return {};
    for (const auto &expression : rule["expr"]) {
        if (!expression.is_object())
            continue;
        if (expression.contains("match"))
            interface = text(expression["match"], "right");
        for (const auto *kind : {"jump", "goto"})
            if (expression.contains(kind))
                target = text(expression[kind], "target");
    }
    return target == trustedChain ? interface : std::string();
}

Result<int> exitCodeOf(pid_t process)
{
    const Fd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    pollfd waiting{.fd = pidfd.get(), .events = POLLIN, .revents = 0};
    const bool ended = pidfd && ::poll(&waiting, 1, patience) == 1;
    if (!ended)
        ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (!ended)
        return fail(ErrorKind::Unavailable, "firewall-cmd did not answer in {} seconds", patience / 1000);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

std::string listZonesDocument()
{
    const Json chain = {{"family", "inet"}, {"table", "firewalld"}, {"name", "filter_FORWARD_POLICIES"}};
    return Json{{"nftables", Json::array({{{"list", {{"chain", chain}}}}})}}.dump();
}

std::vector<std::string> bridgesOutsideTrusted(const std::string &listing,
                                               const std::vector<std::string> &bridges)
{
    std::set<std::string> inside;
    const auto parsed = Json::parse(listing, nullptr, false);
    if (parsed.is_object() && parsed.contains("nftables") && parsed["nftables"].is_array())
        for (const auto &object : parsed["nftables"])
            if (object.is_object() && object.contains("rule") && object["rule"].is_object())
                inside.insert(trustedInterface(object["rule"]));
    std::vector<std::string> outside;
    for (const auto &bridge : bridges)
        if (!inside.contains(bridge))
            outside.push_back(bridge);
    return outside;
}

Result<> trustBridge(const std::string &bridge)
{
    std::string program = "firewall-cmd", quiet = "--quiet", zone = "--zone=trusted",
                change = "--change-interface=" + bridge;
    std::array<char *, 5> arguments{program.data(), quiet.data(), zone.data(), change.data(), nullptr};
    std::string path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin", language = "LC_ALL=C.UTF-8";
    std::array<char *, 3> environment{path.data(), language.data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const int stream : {0, 1, 2})
        ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    pid_t process = -1;
    const int failed =
        ::posix_spawnp(&process, program.c_str(), &actions, nullptr, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return fail(ErrorKind::Unavailable, "starting firewall-cmd: {}", ::strerror(failed));
    TRY(const int code, exitCodeOf(process));
    if (code != 0)
        return fail(ErrorKind::Unavailable, "firewall-cmd {} {} ended with code {}", zone, change, code);
    return {};
}

} // namespace quayside::networks
