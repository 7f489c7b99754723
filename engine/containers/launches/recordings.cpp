#include "engine/containers/launches/recordings.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

constexpr const char *startsFolder = "starts";
constexpr std::size_t longestRecording = 1 << 20;

Fd openStarts(const Fd &folder)
{
    return Fd(::openat(folder.get(), startsFolder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

// The newest first.
std::vector<long> numbersIn(const Fd &starts)
{
    std::vector<long> numbers;
    const int copy = starts ? ::openat(starts.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    DIR *entries = copy < 0 ? nullptr : ::fdopendir(copy);
    if (!entries)
        return numbers;
    while (const dirent *entry = ::readdir(entries)) {
        const std::string_view name = entry->d_name;
        long number = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error == std::errc() && end == name.data() + name.size() && number > 0)
            numbers.push_back(number);
    }
    ::closedir(entries);
    std::ranges::sort(numbers, std::greater());
    return numbers;
}

Result<api::Launch> readOne(const Fd &starts, long number)
{
    const Fd file(
        starts ? ::openat(starts.get(), std::to_string(number).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
               : -1);
    struct stat status{};
    if (!file || ::fstat(file.get(), &status) < 0 ||
        static_cast<std::size_t>(status.st_size) > longestRecording)
        return fail(ErrorKind::NotFound, "there is no recording of start {}: the last {} are kept", number,
                    keptStarts);
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    if (::read(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return failErrno(errno, "reading the recording of start {}", number);
    return api::decode<api::Launch>(text);
}

} // namespace

Result<> addRecording(const Fd &folder, api::Launch launch)
{
    ::mkdirat(folder.get(), startsFolder, 0700);
    const Fd starts = openStarts(folder);
    if (!starts)
        return failErrno(errno, "opening the folder of the recordings");
    const auto numbers = numbersIn(starts);
    launch.number = std::max<std::int64_t>(launch.number, numbers.empty() ? 1 : numbers.front() + 1);
    // By rename: a reader sees a whole one or none.
    const std::string text = encode(launch), name = std::to_string(launch.number), draft = name + ".new";
    {
        const Fd file(::openat(starts.get(), draft.c_str(),
                               O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
            const int errnum = errno;
            ::unlinkat(starts.get(), draft.c_str(), 0);
            return failErrno(errnum, "writing the recording of a start");
        }
    }
    if (::renameat(starts.get(), draft.c_str(), starts.get(), name.c_str()) < 0)
        return failErrno(errno, "keeping the recording of a start");
    for (std::size_t i = keptStarts - 1; i < numbers.size(); ++i)
        ::unlinkat(starts.get(), std::to_string(numbers[i]).c_str(), 0);
    return {};
}

std::vector<api::LaunchStart> listRecordings(const Fd &folder)
{
    std::vector<api::LaunchStart> list;
    const Fd starts = openStarts(folder);
    for (const long number : numbersIn(starts))
        if (const auto launch = readOne(starts, number))
            list.push_back({number, launch->started, launch->durationNs, launch->held, launch->failed});
    return list;
}

Result<api::Launch> readRecording(const Fd &folder, long number)
{
    return readOne(openStarts(folder), number);
}

long lastRecording(const Fd &folder)
{
    const auto numbers = numbersIn(openStarts(folder));
    return numbers.empty() ? 0 : numbers.front();
}

} // namespace quayside::containers
