#include "engine/helper/options.h"

#include "engine/images/registry/endpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>

namespace quayside::helper
{

namespace
{

constexpr std::array<std::string_view, 4> logLevels{"debug", "info", "warning", "critical"};

// sun_path of sockaddr_un(7), with its final zero.
constexpr std::size_t maxSocketPath = 108;

struct ValueOption {
    std::string_view name;
    void (*take)(Options &, std::string value);
};
constexpr std::array valueOptions{
    ValueOption{"--root", [](Options &o, std::string value) { o.root = std::move(value); }},
    ValueOption{"--run-dir", [](Options &o, std::string value) { o.runDir = std::move(value); }},
    ValueOption{"--socket", [](Options &o, std::string value) { o.socket = std::move(value); }},
    ValueOption{"--log-level", [](Options &o, std::string value) { o.logLevel = std::move(value); }},
    ValueOption{"--build-cache-limit",
                [](Options &o, std::string value) { o.buildCacheLimit = std::move(value); }},
    ValueOption{"--registry-mirror",
                [](Options &o, std::string value) { o.registryMirrors.push_back(std::move(value)); }},
    ValueOption{"--insecure-registry",
                [](Options &o, std::string value) { o.insecureRegistries.push_back(std::move(value)); }}};

Result<std::string> absolutePath(const std::string &given, std::string_view option)
{
    std::error_code error;
    const auto path = std::filesystem::absolute(given, error);
    if (given.empty() || error)
        return fail(ErrorKind::InvalidArgument, "{}: \"{}\" is no path", option, given);
    std::string normal = path.lexically_normal().string();
    while (normal.size() > 1 && normal.back() == '/')
        normal.pop_back();
    return normal;
}

Result<std::uint64_t> byteCount(const std::string &given, std::string_view option)
{
    std::uint64_t bytes = 0;
    const char *end = given.data() + given.size();
    const auto [stop, error] = std::from_chars(given.data(), end, bytes);
    if (stop != end || error != std::errc() || bytes == 0)
        return fail(ErrorKind::InvalidArgument, "{}: \"{}\" is no number of bytes above 0", option, given);
    return bytes;
}

// "--root=/x", or "--root" with the next argument.
Result<> takeValue(Options &options, const ValueOption &option, std::string_view argument,
                   std::span<const char *const> &rest)
{
    if (argument.size() > option.name.size()) {
        option.take(options, std::string(argument.substr(option.name.size() + 1)));
        return {};
    }
    if (rest.empty())
        return fail(ErrorKind::InvalidArgument, "{} needs a value", option.name);
    option.take(options, rest.front());
    rest = rest.subspan(1);
    return {};
}

Result<> checkRegistries(Options &options)
{
    for (std::string &mirror : options.registryMirrors) {
        auto origin = images::mirrorOrigin(mirror);
        if (!origin)
            return wrap(std::move(origin).error(), "--registry-mirror");
        mirror = *std::move(origin);
    }
    for (std::string &registry : options.insecureRegistries) {
        auto entry = registry.empty() || registry.contains("://")
                         ? fail(ErrorKind::InvalidArgument,
                                "\"{}\" is no host such as registry.example.org:5000", registry)
                         : images::insecureEntry(registry);
        if (!entry)
            return wrap(std::move(entry).error(), "--insecure-registry");
        registry = *std::move(entry);
    }
    return {};
}

Result<> check(Options &options)
{
    TRY(options.root, absolutePath(options.root, "--root"));
    TRY(options.runDir, absolutePath(options.runDir, "--run-dir"));
    if (options.socket.empty())
        options.socket = options.runDir + "/engine.sock";
    TRY(options.socket, absolutePath(options.socket, "--socket"));
    if (options.socket.size() >= maxSocketPath)
        return fail(ErrorKind::InvalidArgument,
                    "--socket: {} is longer than the {} bytes that a socket's path may have", options.socket,
                    maxSocketPath - 1);
    if (options.buildCacheLimit) {
        TRY(options.buildCacheBytes, byteCount(*options.buildCacheLimit, "--build-cache-limit"));
    }
    if (std::ranges::find(logLevels, options.logLevel) == logLevels.end())
        return fail(ErrorKind::InvalidArgument,
                    "--log-level: \"{}\" is none of debug, info, warning, critical", options.logLevel);
    return checkRegistries(options);
}

} // namespace

Result<Options> parseOptions(std::span<const char *const> arguments)
{
    Options options;
    while (!arguments.empty()) {
        const std::string_view argument = arguments.front();
        arguments = arguments.subspan(1);
        if (argument == "--help" || argument == "-h") {
            options.help = true;
        } else if (argument == "--version") {
            options.version = true;
        } else {
            const auto found = std::ranges::find_if(valueOptions, [&](const ValueOption &option) {
                return argument == option.name || argument.starts_with(std::string(option.name) + "=");
            });
            if (found == valueOptions.end())
                return fail(ErrorKind::InvalidArgument, "\"{}\" is no option of this program: see --help",
                            argument);
            CHECK(takeValue(options, *found, argument, arguments));
        }
    }
    CHECK(check(options));
    return options;
}

std::string helpText()
{
    return "Usage: quayside-engine [OPTION]...\n"
           "\n"
           "Runs containers and serves the Docker Engine API on a local socket. Needs root.\n"
           "\n"
           "  --root DIR         images, containers, volumes and records  (/var/lib/quayside)\n"
           "  --run-dir DIR      what a reboot may lose                   (/run/quayside)\n"
           "  --socket PATH      where to listen                          (<run-dir>/engine.sock)\n"
           "  --log-level LEVEL  debug, info, warning or critical         (info)\n"
           "  --build-cache-limit BYTES\n"
           "                     what a user's build cache keeps     (a tenth of the disk, 2 GB at least)\n"
           "  --registry-mirror URL\n"
           "                     ask this one before Docker Hub; may come several times\n"
           "  --insecure-registry HOST[:PORT]|ADDRESS/LENGTH\n"
           "                     take its certificate unseen, or plain HTTP; of all registries in a network "
           "such as\n"
           "                     10.0.0.0/8 where it is one; may come several times\n"
           "  --version          print the version and exit\n"
           "  --help             print this and exit\n"
           "\n"
           "HTTPS_PROXY, HTTP_PROXY and NO_PROXY in the environment are the proxies on the way to "
           "registries;\n"
           "certificates for them lie in <root>/certs.d, /etc/quayside/certs.d or /etc/docker/certs.d, below "
           "HOST:PORT.\n"
           "\n"
           "SIGTERM stops the engine and leaves its containers running: started again on the same\n"
           "directories it has them all. Several engines with different directories may run side by side.\n";
}

} // namespace quayside::helper
