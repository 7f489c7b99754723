#include "engine/stage/exitrecord.h"

#include "engine/stage/protocol.h"

#include <charconv>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

constexpr const char *draftName = "exit.draft";
constexpr std::size_t roomBytes = 256;
constexpr std::int64_t secondNs = 1'000'000'000;

std::string timeText(std::int64_t ns)
{
    return std::format("{}.{:09}", ns / secondNs, ns % secondNs);
}

template <typename T>
bool parse(std::string_view text, T &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

bool parseTime(std::string_view text, std::int64_t &ns)
{
    const std::size_t dot = text.find('.');
    std::int64_t seconds = 0, rest = 0;
    if (dot == std::string_view::npos || text.size() - dot != 10 || !parse(text.substr(0, dot), seconds) ||
        !parse(text.substr(dot + 1), rest) || seconds < 0 || seconds > 9'000'000'000 || rest < 0)
        return false;
    ns = seconds * secondNs + rest;
    return true;
}

bool parseLine(std::string_view key, std::string_view value, ExitRecord &record)
{
    int oom = 0;
    if (key == "code")
        return parse(value, record.code);
    if (key == "signal")
        return parse(value, record.signal);
    if (key == "started")
        return parseTime(value, record.startedNs);
    if (key == "finished")
        return parseTime(value, record.finishedNs);
    if (key != "oom" || !parse(value, oom))
        return false;
    record.oom = oom != 0;
    return true;
}

} // namespace

std::string encode(const ExitRecord &record)
{
    return std::format("code {}\nsignal {}\noom {}\nstarted {}\nfinished {}\n", record.code, record.signal,
                       record.oom ? 1 : 0, timeText(record.startedNs), timeText(record.finishedNs));
}

Result<ExitRecord> decodeExitRecord(std::string_view text)
{
    ExitRecord record;
    int lines = 0;
    for (; !text.empty(); ++lines) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        const std::size_t blank = line.find(' ');
        if (end == std::string_view::npos || blank == std::string_view::npos ||
            !parseLine(line.substr(0, blank), line.substr(blank + 1), record))
            return fail(ErrorKind::InvalidArgument, "the exit record is damaged: \"{}\"", line);
        text.remove_prefix(end + 1);
    }
    if (lines != 5)
        return fail(ErrorKind::InvalidArgument, "the exit record has {} lines, not 5", lines);
    return record;
}

Result<ExitRecordFile> ExitRecordFile::reserve(int folder)
{
    Fd own(::openat(folder, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!own)
        return failErrno(errno, "opening the container's state folder");
    if (::unlinkat(own.get(), exitRecordName, 0) < 0 && errno != ENOENT)
        return failErrno(errno, "removing the exit record of the last run");
    Fd file(::openat(own.get(), draftName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    const std::string room(roomBytes, '\n');
    if (!file || ::write(file.get(), room.data(), room.size()) != static_cast<ssize_t>(room.size()))
        return failErrno(errno, "taking room for the exit record");
    return ExitRecordFile(std::move(own), std::move(file));
}

ExitRecordFile::~ExitRecordFile()
{
    if (m_file)
        ::unlinkat(m_folder.get(), draftName, 0);
}

Result<> ExitRecordFile::save(const ExitRecord &record)
{
    const std::string text = encode(record);
    if (::pwrite(m_file.get(), text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()) ||
        ::ftruncate(m_file.get(), static_cast<off_t>(text.size())) < 0 ||
        ::renameat(m_folder.get(), draftName, m_folder.get(), exitRecordName) < 0)
        return failErrno(errno, "writing the exit record");
    m_file.reset();
    return {};
}

} // namespace quayside::stage
