// A cgroup in one hierarchy, by descriptor.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::isolation::cgroups
{

class Folder
{
public:
    // An existing one. NotFound where it is not there.
    static Result<Folder> open(Kernel &kernel, const std::string &path);
    // Made where missing.
    static Result<Folder> make(Kernel &kernel, const std::string &path);

    Result<Fd> openFile(const char *name, int flags) const;
    Result<> write(const std::string &file, std::string_view value) const;
    // The whole of a small file (1 MiB), without the last line end.
    Result<std::string> read(const char *file) const;
    // "key value" lines, or, with an empty key, a file that holds one number. "max" is the largest number.
    std::optional<std::uint64_t> number(const char *file, std::string_view key = {}) const;
    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] Fd take() { return std::move(m_fd); }
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    Folder(Kernel &kernel, std::string path, Fd fd)
        : m_kernel(&kernel), m_path(std::move(path)), m_fd(std::move(fd))
    {
    }
    Kernel *m_kernel;
    std::string m_path;
    Fd m_fd;
};

// Names of the cgroups below a folder.
std::vector<std::string> childrenOf(const std::string &path);
// Removes a cgroup and those that a privileged container made below it. Retries while the kernel still counts
// a process.
Result<> removeFolder(Kernel &kernel, const std::string &path, int depth = 16);

} // namespace quayside::isolation::cgroups
