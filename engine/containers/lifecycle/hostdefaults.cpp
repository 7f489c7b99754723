#include "engine/containers/lifecycle/validate.h"

#include "engine/containers/devices/devices.h"
#include "engine/isolation/security/prepare.h"

#include <sys/sysmacros.h>

namespace quayside::containers
{

namespace security = isolation::security;

void fillDefaults(api::HostConfig &host)
{
    if (host.networkMode.empty() || host.networkMode == "default")
        host.networkMode = "bridge";
    if (host.logConfig.type.empty())
        host.logConfig.type = "json-file";
    if (host.restartPolicy.name.empty())
        host.restartPolicy.name = "no";
    if (host.ipcMode.empty())
        host.ipcMode = "private";
    if (host.cgroupnsMode.empty())
        host.cgroupnsMode = "private";
    if (host.runtime.empty())
        host.runtime = "quayside";
    if (host.shmSize == 0)
        host.shmSize = 64 << 20;
    if (host.memory > 0 && host.memorySwap == 0)
        host.memorySwap = host.memory <= INT64_MAX / 2 ? host.memory * 2 : -1;
    if (host.memorySwappiness == -1)
        host.memorySwappiness.reset();
    if (host.pidsLimit && *host.pidsLimit < 0)
        host.pidsLimit = -1;
    if (host.pidsLimit && *host.pidsLimit == 0) // what the docker command sends where nothing was asked for
        host.pidsLimit.reset();
    const bool unmasked =
        host.privileged || (securityOptions(host.securityOpt).value_or(SecurityOptions{})).unmaskPaths;
    if (!host.maskedPaths)
        host.maskedPaths = unmasked ? std::vector<std::string>() : security::defaultMaskedPaths();
    if (!host.readonlyPaths)
        host.readonlyPaths = unmasked ? std::vector<std::string>() : security::defaultReadOnlyPaths();
}

isolation::cgroups::Limits limitsOf(const api::HostConfig &host)
{
    constexpr std::int64_t defaultPids = 2048; // security.md, "Defaults inside"
    const auto given = [](std::int64_t value) {
        return value != 0 ? std::optional<std::int64_t>(value) : std::nullopt;
    };
    const auto text = [](const std::string &value) {
        return !value.empty() ? std::optional<std::string>(value) : std::nullopt;
    };
    isolation::cgroups::Limits limits;
    limits.memory = given(host.memory);
    limits.memoryReservation = given(host.memoryReservation);
    limits.memorySwap = given(host.memorySwap);
    limits.cpuShares = given(host.cpuShares);
    limits.cpuPeriod = given(host.cpuPeriod);
    limits.cpuQuota = given(host.cpuQuota);
    if (host.nanoCpus > 0) {
        limits.cpuPeriod = 100000;
        limits.cpuQuota = std::max<std::int64_t>(host.nanoCpus / 10000, 1000);
    }
    limits.cpusetCpus = text(host.cpusetCpus);
    limits.cpusetMems = text(host.cpusetMems);
    limits.pids = host.pidsLimit ? (*host.pidsLimit > 0 ? *host.pidsLimit : -1) : defaultPids;
    limits.blkioWeight = given(host.blkioWeight);
    limits.oomKillDisable = host.oomKillDisable;
    limits.memorySwappiness = host.memorySwappiness;
    limits.devices = isolation::cgroups::defaultDevices();
    for (const auto &text : host.deviceCgroupRules)
        if (auto rule = parseDeviceRule(text)) // checked at create
            limits.devices->push_back(*std::move(rule));
    return limits;
}

Result<> addBlockLimits(const api::HostConfig &host, isolation::cgroups::Limits &limits)
{
    using isolation::cgroups::BlockLimit;
    const auto of = [&](dev_t device) -> BlockLimit & {
        for (auto &known : limits.blockDevices)
            if (makedev(known.major, known.minor) == device)
                return known;
        return limits.blockDevices.emplace_back(BlockLimit{.major = major(device), .minor = minor(device)});
    };
    const std::pair<const std::vector<api::ThrottleDevice> &, std::optional<std::uint64_t> BlockLimit::*>
        rates[] = {{host.blkioDeviceReadBps, &BlockLimit::readBytes},
                   {host.blkioDeviceWriteBps, &BlockLimit::writeBytes},
                   {host.blkioDeviceReadIOps, &BlockLimit::readOps},
                   {host.blkioDeviceWriteIOps, &BlockLimit::writeOps}};
    for (const auto &[devices, member] : rates)
        for (const auto &given : devices) {
            TRY(const auto device, blockDevice(given.path));
            of(device).*member = static_cast<std::uint64_t>(given.rate);
        }
    for (const auto &given : host.blkioWeightDevice) {
        TRY(const auto device, blockDevice(given.path));
        of(device).weight = given.weight;
    }
    return {};
}

std::vector<std::string> warningsFor(const api::ContainerConfig &config, const api::HostConfig &host)
{
    std::vector<std::string> warnings;
    if (host.oomKillDisable.value_or(false) && host.memory == 0)
        warnings.emplace_back(
            "OOM killer is disabled for the container, but no memory limit is set, this can result "
            "in the system running out of resources.");
    const bool shares = host.networkMode == "host" || host.networkMode.starts_with("container:");
    if (host.networkMode == "host" && !host.portBindings.empty())
        warnings.emplace_back("Published ports are discarded when using host network mode");
    if (shares && !config.macAddress.empty())
        warnings.emplace_back("The MAC address is not used: the container shares a network.");
    return warnings;
}

Result<SecurityOptions> securityOptions(const std::vector<std::string> &options)
{
    SecurityOptions result;
    for (const auto &option : options) {
        const auto at = option.find_first_of("=:");
        const std::string name = option.substr(0, at);
        const std::string value = at == std::string::npos ? "" : option.substr(at + 1);
        if (name == "no-new-privileges" && (value.empty() || value == "true" || value == "false"))
            result.noNewPrivileges = value != "false";
        else if (name == "seccomp" && value == "unconfined")
            result.unconfinedSeccomp = true;
        else if (name == "seccomp" && !value.empty())
            result.seccompProfile = value == "builtin" ? "" : value;
        else if (name == "systempaths" && value == "unconfined")
            result.unmaskPaths = true;
        else if (name == "lab" && (value.empty() || value == "true" || value == "false"))
            result.lab = value != "false";
        else if (option == "apparmor=unconfined" || option == "apparmor:unconfined" ||
                 option == "label=disable" || option == "label:disable")
            continue; // as it is anyway
        else if (name == "apparmor" || name == "label")
            return fail(ErrorKind::NotSupported,
                        "--security-opt {} is not supported: this engine sets no {}; leave it out, or say "
                        "{}, which is so anyway",
                        option.substr(0, 64), name == "label" ? "SELinux labels" : "AppArmor profile",
                        name == "label" ? "label=disable" : "apparmor=unconfined");
        else
            return fail(ErrorKind::InvalidArgument, "invalid --security-opt: \"{}\"", option.substr(0, 64));
    }
    return result;
}

bool isLab(const api::HostConfig &host)
{
    return securityOptions(host.securityOpt).value_or(SecurityOptions{}).lab;
}

} // namespace quayside::containers
