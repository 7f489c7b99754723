#include "engine/isolation/mounts/filesystem.h"

#include <fcntl.h>
#include <sys/mount.h>

namespace quayside::isolation::mounts
{

Result<FileSystem> FileSystem::open(Kernel &kernel, const char *type)
{
    Fd context(kernel.fsopen(type));
    if (!context)
        return failErrno(-context.get(), "the kernel opens no file system of type {}", type);
    FileSystem fileSystem(kernel, type, std::move(context));
    CHECK(fileSystem.text("source", type)); // what /proc/mounts shows in front; "none" else
    return fileSystem;
}

Result<> FileSystem::configure(unsigned command, const char *key, const char *value, int aux)
{
    const int done = m_kernel->fsconfig(m_context.get(), command, key, value, aux);
    if (done >= 0)
        return {};
    const std::string said = m_kernel->fsMessages(m_context.get());
    const std::string what = key == nullptr ? std::string("mounting it") : std::format("its option {}", key);
    return failErrno(-done, "{}: {}{}{}", m_type, what, said.empty() ? "" : ": ", said);
}

Result<> FileSystem::flag(const char *key)
{
    return configure(FSCONFIG_SET_FLAG, key, nullptr, 0);
}

Result<> FileSystem::text(const char *key, const std::string &value)
{
    return configure(FSCONFIG_SET_STRING, key, value.c_str(), 0);
}

Result<> FileSystem::descriptor(const char *key, int fd)
{
    return configure(FSCONFIG_SET_FD, key, nullptr, fd);
}

Result<> FileSystem::options(std::string_view list)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string option(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        const std::size_t equals = option.find('=');
        if (equals == std::string::npos && !option.empty())
            CHECK(flag(option.c_str()));
        else if (!option.empty())
            CHECK(text(option.substr(0, equals).c_str(), option.substr(equals + 1)));
    }
    return {};
}

Result<Fd> FileSystem::mount(std::uint64_t attributes)
{
    CHECK(configure(FSCONFIG_CMD_CREATE, nullptr, nullptr, 0));
    Fd mount(m_kernel->fsmount(m_context.get(), static_cast<unsigned>(attributes)));
    if (!mount)
        return failErrno(-mount.get(), "mounting {}", m_type);
    return mount;
}

std::uint64_t attributesOf(std::uint64_t mountFlags)
{
    static constexpr std::pair<std::uint64_t, std::uint64_t> table[] = {
        {MS_RDONLY, MOUNT_ATTR_RDONLY},        {MS_NOSUID, MOUNT_ATTR_NOSUID},
        {MS_NODEV, MOUNT_ATTR_NODEV},          {MS_NOEXEC, MOUNT_ATTR_NOEXEC},
        {MS_NOATIME, MOUNT_ATTR_NOATIME},      {MS_STRICTATIME, MOUNT_ATTR_STRICTATIME},
        {MS_NODIRATIME, MOUNT_ATTR_NODIRATIME}};
    std::uint64_t attributes = 0;
    for (const auto &[flag, attribute] : table) {
        if ((mountFlags & flag) != 0)
            attributes |= attribute;
    }
    return attributes;
}

Result<Fd> cloneTree(Kernel &kernel, int folder, const char *path, bool recursive)
{
    const unsigned flags =
        OPEN_TREE_CLONE | (recursive ? AT_RECURSIVE : 0U) | (*path == '\0' ? AT_EMPTY_PATH : 0U);
    Fd tree(kernel.openTree(folder, path, flags));
    if (!tree)
        return failErrno(-tree.get(), "binding {}", *path == '\0' ? "a folder" : path);
    return tree;
}

Result<> attach(Kernel &kernel, const Fd &mount, const Fd &target, std::string_view where)
{
    if (const int moved = kernel.moveMount(mount.get(), target.get(), ""); moved < 0)
        return failErrno(-moved, "mounting on {}", where);
    return {};
}

} // namespace quayside::isolation::mounts
