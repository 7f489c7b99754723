#include "engine/containers/launch/command.h"

#include <algorithm>

namespace quayside::containers
{

namespace
{

std::string_view nameOf(std::string_view setting)
{
    return setting.substr(0, setting.find('='));
}

bool hasName(const std::vector<std::string> &env, std::string_view name)
{
    return std::ranges::any_of(env, [name](const std::string &setting) { return nameOf(setting) == name; });
}

void mergeHealth(std::optional<api::HealthConfig> &health, const std::optional<api::HealthConfig> &image)
{
    if (!image)
        return;
    if (!health) {
        health = image;
        return;
    }
    if (health->test.empty())
        health->test = image->test;
    const auto inherit = [](std::int64_t &value, std::int64_t from) { value = value == 0 ? from : value; };
    inherit(health->interval, image->interval);
    inherit(health->timeout, image->timeout);
    inherit(health->retries, image->retries);
    inherit(health->startPeriod, image->startPeriod);
    inherit(health->startInterval, image->startInterval);
}

void mergeCommand(api::ContainerConfig &config, const api::ImageConfig &image)
{
    const bool ownEntrypoint = config.entrypoint && !config.entrypoint->empty();
    if (!ownEntrypoint) {
        if (config.cmd.empty())
            config.cmd = image.cmd;
        if (!config.entrypoint && !image.entrypoint.empty())
            config.entrypoint = image.entrypoint;
    }
    // [""] says: no entrypoint at all, and not the image's command either.
    if (config.entrypoint && config.entrypoint->size() == 1 && config.entrypoint->front().empty())
        config.entrypoint.reset();
}

} // namespace

Result<api::ContainerConfig> mergeWithImage(api::ContainerConfig config, const api::ImageConfig &image)
{
    if (config.user.empty())
        config.user = image.user;
    config.exposedPorts.insert(image.exposedPorts.begin(), image.exposedPorts.end());
    config.volumes.insert(image.volumes.begin(), image.volumes.end());
    config.labels.insert(image.labels.begin(), image.labels.end());
    for (const auto &setting : image.env)
        if (!hasName(config.env, nameOf(setting)))
            config.env.push_back(setting);
    if (config.workingDir.empty())
        config.workingDir = image.workingDir;
    if (config.stopSignal.empty())
        config.stopSignal = image.stopSignal;
    if (config.shell.empty())
        config.shell = image.shell;
    mergeHealth(config.healthcheck, image.healthcheck);
    mergeCommand(config, image);
    const auto argv = argvOf(config);
    if (argv.empty())
        return fail(ErrorKind::InvalidArgument, "no command specified");
    return config;
}

std::vector<std::string> argvOf(const api::ContainerConfig &config)
{
    std::vector<std::string> argv = config.entrypoint.value_or(std::vector<std::string>());
    argv.insert(argv.end(), config.cmd.begin(), config.cmd.end());
    return argv;
}

std::vector<std::string> mergeEnvironment(std::vector<std::string> base,
                                          const std::vector<std::string> &overrides)
{
    for (const auto &setting : overrides) {
        const auto name = nameOf(setting);
        const auto known =
            std::ranges::find_if(base, [name](const std::string &one) { return nameOf(one) == name; });
        if (setting.find('=') == std::string::npos) {
            if (known != base.end())
                base.erase(known);
        } else if (known != base.end()) {
            *known = setting;
        } else {
            base.push_back(setting);
        }
    }
    return base;
}

std::vector<std::string> environmentOf(const std::vector<std::string> &env, const std::string &hostname,
                                       bool terminal, const std::string &home)
{
    std::vector<std::string> result{std::string(defaultPath), "HOSTNAME=" + hostname};
    if (terminal)
        result.emplace_back("TERM=xterm");
    result = mergeEnvironment(std::move(result), env);
    if (!hasName(result, "HOME"))
        result.push_back("HOME=" + home);
    return result;
}

} // namespace quayside::containers
