#include "engine/containers/state/exitrecord.h"

#include "engine/stage/protocol.h"

#include <charconv>
#include <fcntl.h>
#include <string>

namespace quayside::containers
{

namespace
{

constexpr std::size_t maxRecordBytes = 4096;

template <typename Number>
Result<Number> number(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(ErrorKind::Internal, "the exit record holds '{}' where a number belongs", text);
    return value;
}

// "1700000000.000000001": seconds, then nine digits.
Result<std::int64_t> timeNs(std::string_view text)
{
    const auto dot = text.find('.');
    if (dot == std::string_view::npos || text.size() - dot != 10)
        return fail(ErrorKind::Internal, "the exit record holds '{}' where a time belongs", text);
    TRY(const auto seconds, number<std::int64_t>(text.substr(0, dot)));
    TRY(const auto nanoseconds, number<std::uint32_t>(text.substr(dot + 1)));
    constexpr std::int64_t limit = INT64_MAX / 1000000000 - 1;
    if (seconds < 0 || seconds > limit)
        return fail(ErrorKind::Internal, "the exit record holds the time '{}', which cannot be", text);
    return seconds * 1000000000 + nanoseconds;
}

Result<> parseLine(std::string_view key, std::string_view value, ExitRecord &record, bool &hasCode)
{
    if (key == "code") {
        TRY(record.code, number<std::int64_t>(value));
        hasCode = true;
    } else if (key == "signal") {
        TRY(record.signal, number<int>(value));
    } else if (key == "oom") {
        record.oom = value == "1";
    } else if (key == "started") {
        TRY(record.startedNs, timeNs(value));
    } else if (key == "finished") {
        TRY(record.finishedNs, timeNs(value));
    }
    return {};
}

} // namespace

Result<ExitRecord> parseExitRecord(std::string_view text)
{
    ExitRecord record;
    bool hasCode = false;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos)
            return fail(ErrorKind::Internal, "the exit record is cut short");
        const auto line = text.substr(0, end);
        text.remove_prefix(end + 1);
        const auto blank = line.find(' ');
        if (blank == std::string_view::npos)
            return fail(ErrorKind::Internal, "the exit record holds the line '{}'", line);
        CHECK(parseLine(line.substr(0, blank), line.substr(blank + 1), record, hasCode));
    }
    if (!hasCode || record.finishedNs == 0)
        return fail(ErrorKind::Internal, "the exit record has no exit code or no time");
    return record;
}

Result<std::optional<ExitRecord>> readExitRecord(const Fd &folder)
{
    const Fd file(::openat(folder.get(), stage::exitRecordName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file) {
        if (errno == ENOENT)
            return std::nullopt;
        return failErrno(errno, "opening the exit record");
    }
    std::string text(maxRecordBytes, '\0');
    const auto count = ::read(file.get(), text.data(), text.size());
    if (count < 0)
        return failErrno(errno, "reading the exit record");
    text.resize(static_cast<std::size_t>(count));
    TRY(auto record, parseExitRecord(text));
    return record;
}

Result<> removeExitRecord(const Fd &folder)
{
    if (::unlinkat(folder.get(), stage::exitRecordName, 0) < 0 && errno != ENOENT)
        return failErrno(errno, "removing the exit record of the last run");
    return {};
}

} // namespace quayside::containers
