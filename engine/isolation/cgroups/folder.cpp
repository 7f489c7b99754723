#include "engine/isolation/cgroups/folder.h"

#include <array>
#include <charconv>
#include <limits>

#include <dirent.h>
#include <fcntl.h>
#include <time.h>

namespace quayside::isolation::cgroups
{
namespace
{

constexpr std::int64_t removalPatienceMs = 2000;

std::optional<std::uint64_t> parseNumber(std::string_view text)
{
    if (text.starts_with("max"))
        return std::numeric_limits<std::uint64_t>::max();
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} ? std::optional(value) : std::nullopt;
}

void sleepMs(std::int64_t ms)
{
    const timespec time{ms / 1000, ms % 1000 * 1'000'000};
    ::nanosleep(&time, nullptr);
}

} // namespace

Result<Folder> Folder::open(Kernel &kernel, const std::string &path)
{
    Fd fd(kernel.openat2(AT_FDCWD, path.c_str(), {O_RDONLY | O_DIRECTORY, 0, 0}));
    if (!fd)
        return failErrno(-fd.get(), "opening the cgroup {}", path);
    return Folder(kernel, path, std::move(fd));
}

Result<Folder> Folder::make(Kernel &kernel, const std::string &path)
{
    if (const int made = kernel.mkdirat(AT_FDCWD, path.c_str(), 0755); made < 0 && made != -EEXIST)
        return failErrno(-made, "making the cgroup {}", path);
    return open(kernel, path);
}

Result<Fd> Folder::openFile(const char *name, int flags) const
{
    Fd file(m_kernel->openat2(m_fd.get(), name, {static_cast<std::uint64_t>(flags), 0, 0}));
    if (!file)
        return failErrno(-file.get(), "opening {}/{}", m_path, name);
    return file;
}

Result<> Folder::write(const std::string &file, std::string_view value) const
{
    TRY(const Fd opened, openFile(file.c_str(), O_WRONLY));
    if (const auto written = m_kernel->write(opened.get(), value); written < 0)
        return failErrno(static_cast<int>(-written), "writing \"{}\" to {}/{}", value, m_path, file);
    return {};
}

Result<std::string> Folder::read(const char *file) const
{
    TRY(const Fd opened, openFile(file, O_RDONLY));
    auto text = readWhole(*m_kernel, opened.get(), 1 << 20);
    if (!text)
        return wrap(std::move(text).error(), "reading {}/{}", m_path, file);
    if (text->ends_with('\n'))
        text->pop_back();
    return text;
}

std::optional<std::uint64_t> Folder::number(const char *file, std::string_view key) const
{
    const auto text = read(file);
    if (!text)
        return std::nullopt;
    if (key.empty())
        return parseNumber(*text);
    std::string_view rest = *text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (line.starts_with(key) && line.size() > key.size() && line[key.size()] == ' ')
            return parseNumber(line.substr(key.size() + 1));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return std::nullopt;
}

std::vector<std::string> childrenOf(const std::string &path)
{
    std::vector<std::string> names;
    DIR *folder = ::opendir(path.c_str());
    if (folder == nullptr)
        return names;
    while (const dirent *entry = ::readdir(folder)) {
        if (entry->d_type == DT_DIR && entry->d_name[0] != '.')
            names.emplace_back(entry->d_name);
    }
    ::closedir(folder);
    return names;
}

Result<> removeFolder(Kernel &kernel, const std::string &path, int depth)
{
    // Processes that were killed leave a little later; 1, 2, 4 … ms, 2 s in all.
    int done = 0;
    for (std::int64_t wait = 1, waited = 0; waited < removalPatienceMs; waited += wait, wait *= 2) {
        done = kernel.unlinkat(AT_FDCWD, path.c_str(), AT_REMOVEDIR);
        if (done >= 0 || done == -ENOENT)
            return {};
        if (done != -EBUSY && done != -ENOTEMPTY)
            break;
        for (const std::string &child : depth > 0 ? childrenOf(path) : std::vector<std::string>())
            CHECK(removeFolder(kernel, path + "/" + child, depth - 1));
        if (wait > 1 || childrenOf(path).empty())
            sleepMs(wait);
    }
    return failErrno(-done, "removing the cgroup {}", path);
}

} // namespace quayside::isolation::cgroups
