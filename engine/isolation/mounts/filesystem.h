// A new file system as a detached mount: fsopen, fsconfig, fsmount, with what the kernel says about a
// failure.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quayside::isolation::mounts
{

// A file system that is being configured.
class FileSystem
{
public:
    static Result<FileSystem> open(Kernel &kernel, const char *type);

    Result<> flag(const char *key);
    Result<> text(const char *key, const std::string &value);
    Result<> descriptor(const char *key, int fd);
    // "size=64m,mode=755,newinstance"
    Result<> options(std::string_view list);
    // `attributes`: MOUNT_ATTR_RDONLY, …
    Result<Fd> mount(std::uint64_t attributes);

private:
    FileSystem(Kernel &kernel, const char *type, Fd context)
        : m_kernel(&kernel), m_type(type), m_context(std::move(context))
    {
    }
    Result<> configure(unsigned command, const char *key, const char *value, int aux);
    Kernel *m_kernel;
    const char *m_type;
    Fd m_context;
};

// MS_RDONLY, MS_NOSUID, … of mount(2) as MOUNT_ATTR_… of mount_setattr(2).
std::uint64_t attributesOf(std::uint64_t mountFlags);

// An existing file or folder of the caller's mount namespace, as a detached mount.
Result<Fd> cloneTree(Kernel &kernel, int folder, const char *path, bool recursive);
Result<> attach(Kernel &kernel, const Fd &mount, const Fd &target, std::string_view where);

} // namespace quayside::isolation::mounts
