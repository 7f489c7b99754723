#include "engine/containers/lifecycle/validate.h"

#include "engine/containers/health/healthstate.h"
#include "engine/containers/lifecycle/ports.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <csignal>

namespace quayside::containers
{

namespace
{

struct SignalName {
    const char *name;
    int number;
};

constexpr SignalName signals[] = {
    {"ABRT", SIGABRT},     {"ALRM", SIGALRM},   {"BUS", SIGBUS},   {"CHLD", SIGCHLD}, {"CLD", SIGCHLD},
    {"CONT", SIGCONT},     {"FPE", SIGFPE},     {"HUP", SIGHUP},   {"ILL", SIGILL},   {"INT", SIGINT},
    {"IO", SIGIO},         {"IOT", SIGABRT},    {"KILL", SIGKILL}, {"PIPE", SIGPIPE}, {"POLL", SIGPOLL},
    {"PROF", SIGPROF},     {"PWR", SIGPWR},     {"QUIT", SIGQUIT}, {"SEGV", SIGSEGV}, {"STKFLT", SIGSTKFLT},
    {"STOP", SIGSTOP},     {"SYS", SIGSYS},     {"TERM", SIGTERM}, {"TRAP", SIGTRAP}, {"TSTP", SIGTSTP},
    {"TTIN", SIGTTIN},     {"TTOU", SIGTTOU},   {"URG", SIGURG},   {"USR1", SIGUSR1}, {"USR2", SIGUSR2},
    {"VTALRM", SIGVTALRM}, {"WINCH", SIGWINCH}, {"XCPU", SIGXCPU}, {"XFSZ", SIGXFSZ}};

// Fixed, as the kernel and Go count them: glibc keeps two of the real-time signals for itself.
constexpr int realtimeMin = 34, realtimeMax = 64;

bool toInt(std::string_view text, int &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

int realtimeSignal(std::string_view name)
{
    int offset = 0;
    if (name == "RTMIN")
        return realtimeMin;
    if (name == "RTMAX")
        return realtimeMax;
    if (name.starts_with("RTMIN+") && toInt(name.substr(6), offset) && offset >= 0)
        return realtimeMin + offset;
    if (name.starts_with("RTMAX-") && toInt(name.substr(6), offset) && offset >= 0)
        return realtimeMax - offset;
    return 0;
}

Result<> checkHostname(const std::string &name, std::string_view what)
{
    const bool plain = std::ranges::all_of(
        name, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_'; });
    if (!plain || name.size() > 63 || name.starts_with('-') || name.starts_with('.'))
        return fail(ErrorKind::InvalidArgument, "invalid {} format: {}", what, name);
    return {};
}

Result<> checkEnvironment(const std::vector<std::string> &env)
{
    for (const auto &setting : env) {
        if (setting.empty())
            return fail(ErrorKind::InvalidArgument, "invalid environment variable: it is empty");
        if (setting.front() == '=')
            return fail(ErrorKind::InvalidArgument, "invalid environment variable: {}", setting);
    }
    return {};
}

bool isMacAddress(std::string_view text)
{
    if (text.size() != 17)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i % 3 == 2 ? text[i] != ':' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0)
            return false;
    return true;
}

} // namespace

Result<int> parseSignal(const std::string &signal)
{
    int number = 0;
    std::string name = signal;
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (name.starts_with("SIG"))
        name.erase(0, 3);
    const auto known = std::ranges::find_if(signals, [&](const SignalName &one) { return name == one.name; });
    if (known != std::end(signals))
        number = known->number;
    else if (!toInt(signal, number))
        number = realtimeSignal(name);
    if (number < 1 || number > realtimeMax)
        return fail(ErrorKind::InvalidArgument, "Invalid signal: {}", signal);
    return number;
}

Result<> checkConfig(const api::ContainerConfig &config)
{
    CHECK(checkHostname(config.hostname, "hostname"));
    CHECK(checkHostname(config.domainname, "domainname"));
    CHECK(checkEnvironment(config.env));
    CHECK(checkHealthConfig(config.healthcheck));
    if (!config.workingDir.empty() && config.workingDir.front() != '/')
        return fail(ErrorKind::InvalidArgument,
                    "the working directory '{}' is invalid, it needs to be an absolute path",
                    config.workingDir);
    if (!config.stopSignal.empty())
        CHECK(parseSignal(config.stopSignal));
    if (config.stopTimeout && *config.stopTimeout < -1)
        return fail(ErrorKind::InvalidArgument,
                    "the stop timeout is {}; it cannot be less than -1 (wait for ever)", *config.stopTimeout);
    if (!config.macAddress.empty() && !isMacAddress(config.macAddress))
        return fail(ErrorKind::InvalidArgument, "invalid MAC address: {}", config.macAddress);
    for (const auto &port : config.exposedPorts)
        CHECK(parsePortKey(port));
    return {};
}

} // namespace quayside::containers
