#include "engine/containers/lifecycle/mountspecs.h"

#include "engine/base/rootedpath.h"
#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/state/ids.h"
#include "engine/volumes/driveroptions.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <set>

namespace quayside::containers
{

namespace
{

std::vector<std::string> splitText(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (const auto part : std::views::split(text, separator))
        parts.emplace_back(part.begin(), part.end());
    return parts;
}

bool isPropagation(std::string_view word)
{
    return word == "private" || word == "rprivate" || word == "slave" || word == "rslave" ||
           word == "shared" || word == "rshared";
}

Result<> checkPropagation(const std::string &word)
{
    if (word.empty() || isPropagation(word))
        return {};
    return fail(ErrorKind::InvalidArgument, "invalid mount propagation mode: {}", word);
}

// What is mounted inside stays inside: a user namespace's mounts cannot be the host's.
Result<> checkShared(const api::HostConfig &host, const std::vector<MountSpec> &specs)
{
    for (const auto &mount : specs)
        if (mount.propagation.ends_with("shared") && !usesHostUser(host))
            return fail(ErrorKind::InvalidArgument,
                        "mount propagation '{}' of {}: a container in a user namespace of its own makes no "
                        "mounts for the "
                        "host; say rslave, which shows it the host's, or --userns=host",
                        mount.propagation, mount.target);
    return {};
}

Result<> checkTarget(const std::string &target, const std::string &given)
{
    if (target.empty() || target.front() != '/')
        return fail(
            ErrorKind::InvalidArgument,
            "invalid volume specification: '{}': invalid mount path: '{}' mount path must be absolute", given,
            target);
    if (target.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidArgument, "invalid volume specification: a path holds a NUL byte");
    if (cleanPath(target) == "/")
        return fail(ErrorKind::InvalidArgument,
                    "invalid volume specification: '{}': invalid specification: destination can't be '/'",
                    given);
    return {};
}

// One word of "ro,z,nocopy".
Result<> applyMode(const std::string &word, MountSpec &mount)
{
    if (word == "ro" || word == "rw") {
        mount.readOnly = word == "ro";
    } else if (word == "nocopy" && mount.type == MountType::Volume) {
        mount.noCopy = true;
    } else if (isPropagation(word) && mount.type == MountType::Bind) {
        mount.propagation = word;
    } else if (word != "z" && word != "Z" && word != "consistent" && word != "cached" &&
               word != "delegated") {
        // z and Z relabel for SELinux: on a host without it there is nothing to do, as in dockerd. The words
        // about consistency mean something on macOS only.
        return fail(ErrorKind::InvalidArgument, "invalid mode: {}", mount.mode);
    }
    return {};
}

Result<MountSpec> fromBind(const std::string &bind)
{
    const auto parts = splitText(bind, ':');
    if (bind.empty() || parts.size() > 3 || std::ranges::any_of(parts, &std::string::empty))
        return fail(ErrorKind::InvalidArgument, "invalid volume specification: '{}'", bind);
    MountSpec mount;
    mount.target = parts.size() == 1 ? parts[0] : parts[1];
    CHECK(checkTarget(mount.target, bind));
    mount.target = cleanPath(mount.target);
    if (parts.size() == 1) {
        mount.type = MountType::Volume;
        mount.anonymous = true;
        return mount;
    }
    if (parts[0].front() == '/') {
        mount.source = cleanPath(parts[0]);
        mount.createSource = true;
    } else {
        CHECK(checkVolumeName(parts[0]));
        mount.type = MountType::Volume;
        mount.name = parts[0];
    }
    if (parts.size() == 3) {
        mount.mode = parts[2];
        for (const auto &word : splitText(parts[2], ','))
            CHECK(applyMode(word, mount));
    }
    return mount;
}

std::unexpected<Error> badMount(const api::Mount &mount, std::string_view why)
{
    return fail(ErrorKind::InvalidArgument, "invalid mount config for type \"{}\": {}", mount.type, why);
}

Result<> readBindOptions(const api::Mount &given, MountSpec &mount)
{
    if (given.volumeOptions || given.tmpfsOptions || given.imageOptions)
        return badMount(given, "it has options of another type");
    if (given.source.empty() || given.source.front() != '/')
        return badMount(given, "invalid mount path: '" + given.source + "' mount path must be absolute");
    mount.source = cleanPath(given.source);
    if (!given.bindOptions)
        return {};
    CHECK(checkPropagation(given.bindOptions->propagation));
    mount.propagation = given.bindOptions->propagation;
    mount.createSource = given.bindOptions->createMountpoint;
    mount.nonRecursive = given.bindOptions->nonRecursive;
    const auto &options = *given.bindOptions;
    if ((options.readOnlyNonRecursive || options.readOnlyForceRecursive) && !given.readOnly)
        return badMount(given, "options about recursion of a read-only mount need ReadOnly");
    if (options.readOnlyNonRecursive && options.readOnlyForceRecursive)
        return badMount(given, "ReadOnlyNonRecursive and ReadOnlyForceRecursive contradict each other");
    mount.shallowReadOnly = options.readOnlyNonRecursive; // else all the way down, forced or not
    return {};
}

bool isSafeSubpath(const std::string &path)
{
    if (!path.empty() && path.front() == '/')
        return false;
    return std::ranges::none_of(splitText(path, '/'), [](const std::string &part) { return part == ".."; });
}

Result<> readVolumeOptions(const api::Mount &given, MountSpec &mount)
{
    if (given.bindOptions || given.tmpfsOptions || given.imageOptions)
        return badMount(given, "it has options of another type");
    mount.name = given.source;
    mount.anonymous = given.source.empty();
    if (!mount.anonymous)
        CHECK(checkVolumeName(mount.name));
    if (!given.volumeOptions)
        return {};
    const auto &options = *given.volumeOptions;
    mount.noCopy = options.noCopy;
    mount.source = options.subpath;
    if (!isSafeSubpath(options.subpath))
        return badMount(given, "subpath must be a relative path within the volume");
    mount.labels = options.labels;
    if (!options.driverConfig)
        return {};
    if (!options.driverConfig->name.empty() && options.driverConfig->name != "local")
        return fail(ErrorKind::NotFound,
                    "error looking up volume plugin {}: only the driver \"local\" is there",
                    options.driverConfig->name);
    mount.options = options.driverConfig->options;
    if (const auto backing = volumes::backingOf(mount.options); !backing)
        return std::unexpected(backing.error());
    return {};
}

Result<> readTmpfsOptions(const api::Mount &given, MountSpec &mount)
{
    if (given.bindOptions || given.volumeOptions || given.imageOptions)
        return badMount(given, "it has options of another type");
    if (!given.source.empty())
        return badMount(given, "field Source must not be specified");
    if (!given.tmpfsOptions)
        return {};
    const auto add = [&](const std::string &option) {
        mount.tmpfsOptions += (mount.tmpfsOptions.empty() ? "" : ",") + option;
    };
    const auto &options = *given.tmpfsOptions;
    if (options.sizeBytes < 0 || options.mode < 0 || options.mode > 07777)
        return badMount(given, "size or mode is out of range");
    if (options.sizeBytes > 0)
        add("size=" + std::to_string(options.sizeBytes));
    if (options.mode > 0)
        add(std::format("mode={:o}", options.mode));
    for (const auto &option : options.options) {
        if (option.empty() || option.size() > 2)
            return badMount(given, "an option is a name, or a name and a value");
        add(option.size() == 1 ? option[0] : option[0] + "=" + option[1]);
    }
    return {};
}

Result<> readImageOptions(const api::Mount &given, MountSpec &mount)
{
    if (given.bindOptions || given.volumeOptions || given.tmpfsOptions)
        return badMount(given, "it has options of another type");
    if (given.source.empty())
        return badMount(given, "field Source must not be empty");
    mount.name = given.source;
    mount.readOnly = true;
    mount.source = given.imageOptions ? given.imageOptions->subpath : "";
    if (!isSafeSubpath(mount.source))
        return badMount(given, "subpath must be a relative path within the image");
    return {};
}

Result<MountSpec> fromMount(const api::Mount &given)
{
    MountSpec mount;
    mount.readOnly = given.readOnly;
    if (given.target.empty())
        return badMount(given, "field Target must not be empty");
    CHECK(checkTarget(given.target, given.target));
    mount.target = cleanPath(given.target);
    if (given.type == "bind") {
        CHECK(readBindOptions(given, mount));
    } else if (given.type == "volume") {
        mount.type = MountType::Volume;
        CHECK(readVolumeOptions(given, mount));
    } else if (given.type == "tmpfs") {
        mount.type = MountType::Tmpfs;
        CHECK(readTmpfsOptions(given, mount));
    } else if (given.type == "image") {
        mount.type = MountType::Image;
        CHECK(readImageOptions(given, mount));
    } else if (given.type == "npipe" || given.type == "cluster") {
        return fail(ErrorKind::NotSupported,
                    "mounts of type \"{}\" are not supported: use bind, volume, image or tmpfs", given.type);
    } else {
        return fail(ErrorKind::InvalidArgument, "invalid mount config: mount type unknown: \"{}\"",
                    given.type);
    }
    return mount;
}

Result<MountSpec> fromTmpfs(const std::string &target, const std::string &options)
{
    CHECK(checkTarget(target, target));
    MountSpec mount{.type = MountType::Tmpfs, .target = cleanPath(target), .mode = options};
    for (const auto &word : splitText(options, ',')) {
        if (word == "ro" || word == "rw")
            mount.readOnly = word == "ro";
        else if (!word.empty())
            mount.tmpfsOptions += (mount.tmpfsOptions.empty() ? "" : ",") + word;
    }
    return mount;
}

Result<> addSpec(std::vector<MountSpec> &specs, std::set<std::string> &taken, MountSpec mount)
{
    if (!taken.insert(mount.target).second)
        return fail(ErrorKind::InvalidArgument, "Duplicate mount point: {}", mount.target);
    specs.push_back(std::move(mount));
    return {};
}

} // namespace

Result<> checkVolumeName(const std::string &name)
{
    if (!isValidName(name))
        return fail(ErrorKind::InvalidArgument,
                    "create {}: \"{}\" includes invalid characters for a local volume name, only "
                    "\"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed. If you intended to pass a host directory, "
                    "use absolute "
                    "path",
                    name, name);
    if (name.size() > 255)
        return fail(ErrorKind::InvalidArgument, "the volume name has {} characters; at most 255 are allowed",
                    name.size());
    return {};
}

Result<std::vector<MountSpec>> mountSpecs(const api::ContainerConfig &config, const api::HostConfig &host,
                                          std::vector<MountSpec> inherited)
{
    std::vector<MountSpec> specs;
    std::set<std::string> taken;
    for (const auto &bind : host.binds) {
        TRY(auto mount, fromBind(bind));
        CHECK(addSpec(specs, taken, std::move(mount)));
    }
    for (const auto &given : host.mounts) {
        TRY(auto mount, fromMount(given));
        CHECK(addSpec(specs, taken, std::move(mount)));
    }
    for (const auto &[target, options] : host.tmpfs) {
        TRY(auto mount, fromTmpfs(target, options));
        CHECK(addSpec(specs, taken, std::move(mount)));
    }
    for (auto &mount : inherited)
        if (!taken.contains(mount.target))
            CHECK(addSpec(specs, taken, std::move(mount)));
    for (const auto &target : config.volumes) {
        CHECK(checkTarget(target, target));
        MountSpec mount{.type = MountType::Volume, .target = cleanPath(target), .anonymous = true};
        if (!taken.contains(mount.target))
            CHECK(addSpec(specs, taken, std::move(mount)));
    }
    CHECK(checkShared(host, specs));
    std::ranges::sort(specs, {}, &MountSpec::target);
    return specs;
}

} // namespace quayside::containers
