#include "models/dockerfile/context/contextscan.h"

#include "engine/base/fd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace quayside::models
{

namespace
{

using Kind = ContextEntry::Kind;
using State = ContextEntry::State;

constexpr std::size_t mostIgnoreBytes = std::size_t{1} << 20;

Kind kindOf(mode_t mode)
{
    return S_ISREG(mode)    ? Kind::File
           : S_ISDIR(mode)  ? Kind::Folder
           : S_ISLNK(mode)  ? Kind::Link
           : S_ISSOCK(mode) ? Kind::Socket
                            : Kind::Other;
}

std::string below(const std::string &folder, const std::string &name)
{
    return folder.empty() ? name : folder + '/' + name;
}

// <dockerfile>.dockerignore goes before .dockerignore, whatever is in it. One that cannot be read is an
// error: it may hide what must not get into an image.
void readRules(const std::string &folder, const std::string &dockerfile, ContextContents &contents)
{
    std::vector<std::string> names{".dockerignore"};
    if (!dockerfile.empty())
        names.insert(names.begin(), dockerfile + ".dockerignore");
    for (const std::string &name : names) {
        int problem = 0;
        const std::string text = readWhole(below(folder, name), mostIgnoreBytes, &problem);
        if (problem == ENOENT || problem == ENOTDIR)
            continue;
        contents.ignoreName = name;
        if (problem != 0) {
            contents.ruleProblem = std::generic_category().message(problem);
            return;
        }
        if (auto parsed = dockerfile::IgnorePatterns::parse(text)) {
            contents.patterns = *std::move(parsed);
        } else {
            contents.ruleProblem = parsed.error().message;
            contents.ruleProblemLine = parsed.error().range.start.line;
        }
        return;
    }
}

class Scan
{
public:
    Scan(std::string folder, const std::set<std::string> &opened, const std::atomic_bool &cancelled,
         ContextContents &contents)
        : m_top(std::move(folder)), m_opened(opened), m_cancelled(cancelled), m_contents(contents),
          m_entries(contents.entries)
    {
    }

    void run()
    {
        m_entries.push_back({.name = {}, .kind = Kind::Folder});
        m_waiting.push_back({0, {}, m_contents.patterns.top()});
        while (!m_waiting.empty() && !m_cancelled && !m_contents.truncated) {
            const Waiting next = std::move(m_waiting.back());
            m_waiting.pop_back();
            list(next);
        }
        sumUp();
    }

private:
    struct Waiting {
        std::uint32_t entry = 0;
        std::string path;
        dockerfile::IgnorePatterns::Step step;
    };

    void list(const Waiting &folder)
    {
        const Fd fd(::open(below(m_top, folder.path).c_str(),
                           O_RDONLY | O_DIRECTORY | O_CLOEXEC | (folder.entry == 0 ? 0 : O_NOFOLLOW)));
        DIR *stream = fd ? ::fdopendir(::dup(fd.get())) : nullptr;
        if (stream == nullptr) {
            m_entries[folder.entry].problem = errno;
            return;
        }
        const std::unique_ptr<DIR, int (*)(DIR *)> closing(stream, ::closedir);
        const auto first = static_cast<std::uint32_t>(m_entries.size());
        while (const dirent *item = ::readdir(stream)) {
            const std::string_view name = item->d_name;
            if (name == "." || name == "..")
                continue;
            if (m_entries.size() >= mostContextEntries) {
                m_contents.truncated = true;
                break;
            }
            struct stat status{};
            if (::fstatat(fd.get(), item->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
                continue; // gone meanwhile
            const auto size = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
            m_entries.push_back(
                {.name = std::string(name),
                 .parent = folder.entry,
                 .ownSize = size,
                 .changedNs = (std::int64_t{status.st_ctim.tv_sec} * 1'000'000'000) + status.st_ctim.tv_nsec,
                 .kind = kindOf(status.st_mode)});
        }
        std::sort(m_entries.begin() + first, m_entries.end(),
                  [](const ContextEntry &one, const ContextEntry &other) { return one.name < other.name; });
        ContextEntry &self = m_entries[folder.entry];
        self.listed = true;
        self.firstChild = first;
        self.childCount = static_cast<std::uint32_t>(m_entries.size()) - first;
        for (auto child = first; child < m_entries.size(); ++child)
            judge(folder, child);
    }

    void judge(const Waiting &folder, std::uint32_t index)
    {
        ContextEntry &entry = m_entries[index];
        std::string path = below(folder.path, entry.name);
        auto step = m_contents.patterns.below(folder.step, path);
        if (step.verdict.pattern)
            entry.rule = static_cast<std::int32_t>(*step.verdict.pattern);
        if (step.verdict.ignored || entry.kind == Kind::Socket)
            entry.state = State::Excluded;
        if (entry.kind == Kind::Folder &&
            (!step.verdict.ignored || m_contents.patterns.mayReachBelow(path) || m_opened.contains(path)))
            m_waiting.push_back({index, std::move(path), std::move(step)});
    }

    // From the last to the first: what is in a folder stands behind it.
    void sumUp()
    {
        std::vector<bool> hasIncluded(m_entries.size()), hasExcluded(m_entries.size());
        for (auto i = static_cast<std::uint32_t>(m_entries.size()); i-- > 0;) {
            ContextEntry &entry = m_entries[i];
            if (entry.kind != Kind::Folder && entry.state == State::Included) {
                entry.size = entry.ownSize;
                entry.files = 1;
            }
            const bool ignored = entry.state == State::Excluded;
            if (entry.kind == Kind::Folder && (ignored ? hasIncluded[i] : bool(hasExcluded[i])))
                entry.state = State::Partly;
            if (i == 0)
                break;
            const auto parent = entry.parent;
            hasIncluded[parent] = hasIncluded[parent] || entry.state != State::Excluded;
            hasExcluded[parent] = hasExcluded[parent] || entry.state != State::Included;
            m_entries[parent].size += entry.size;
            m_entries[parent].files += entry.files;
        }
        for (const ContextEntry &entry : m_entries)
            if (entry.state == State::Excluded && m_entries[entry.parent].state != State::Excluded)
                ++m_contents.excluded;
    }

    std::string m_top;
    const std::set<std::string> &m_opened;
    const std::atomic_bool &m_cancelled;
    ContextContents &m_contents;
    std::vector<ContextEntry> &m_entries;
    std::vector<Waiting> m_waiting;
};

} // namespace

std::string readWhole(const std::string &path, std::size_t limit, int *problem)
{
    // Not to wait for the other end of a fifo.
    const Fd fd(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat status{};
    if (!fd || ::fstat(fd.get(), &status) != 0) {
        *problem = errno;
        return {};
    }
    if (!S_ISREG(status.st_mode)) {
        *problem = EINVAL;
        return {};
    }
    std::string text;
    std::array<char, 16'384> buffer{};
    for (;;) {
        const auto got = ::read(fd.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 || text.size() > limit) {
            *problem = got < 0 ? errno : EFBIG;
            return {};
        }
        if (got == 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    *problem = 0;
    return text;
}

std::string ContextContents::path(std::uint32_t entry) const
{
    std::string path;
    for (; entry != 0; entry = entries[entry].parent)
        path = path.empty() ? entries[entry].name : entries[entry].name + '/' + path;
    return path;
}

std::vector<std::uint32_t> ContextContents::largest(std::size_t count) const
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        if (entries[i].kind == Kind::File && entries[i].state == State::Included && entries[i].size > 0)
            found.push_back(i);
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(count, found.size()));
    std::partial_sort(found.begin(), end, found.end(), [this](std::uint32_t one, std::uint32_t other) {
        return std::pair(entries[other].size, one) < std::pair(entries[one].size, other);
    });
    found.erase(end, found.end());
    return found;
}

std::set<std::string> ContextContents::changedSince(std::int64_t nanoseconds, std::size_t count) const
{
    std::set<std::string> paths;
    for (std::uint32_t i = 1; i < entries.size() && paths.size() < count; ++i)
        if (entries[i].state != State::Excluded && entries[i].changedNs > nanoseconds)
            paths.insert(path(i));
    return paths;
}

ContextContents scanContext(const std::string &folder, const std::string &dockerfile,
                            const std::set<std::string> &opened, const std::atomic_bool &cancelled)
{
    ContextContents contents;
    readRules(folder, dockerfile, contents);
    Scan(folder, opened, cancelled, contents).run();
    return contents;
}

} // namespace quayside::models
