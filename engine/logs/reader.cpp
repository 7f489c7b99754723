#include "engine/logs/reader.h"

#include "engine/logs/files.h"
#include "engine/logs/record.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace quayside::logs
{
namespace
{

// Docker's frames: stream, three zero bytes, length in big-endian order (API, "Attach to a container", Stream
// format). Records of the same stream that follow one another share one.
class Frames
{
public:
    Frames(std::string &out, bool wanted) : m_out(out), m_wanted(wanted) {}
    Frames(const Frames &) = delete;
    Frames &operator=(const Frames &) = delete;
    ~Frames() { close(); }
    void open(Source source)
    {
        if (!m_wanted || (m_header && m_source == source))
            return;
        close();
        m_header = m_out.size();
        m_source = source;
        m_out.append({static_cast<char>(source), 0, 0, 0, 0, 0, 0, 0});
    }

private:
    void close()
    {
        if (!m_header)
            return;
        const std::size_t length = m_out.size() - *m_header - 8;
        for (std::size_t i = 0; i < 4; ++i)
            m_out[*m_header + 4 + i] = static_cast<char>(length >> (24 - 8 * i));
        m_header.reset();
    }
    std::string &m_out;
    bool m_wanted;
    std::optional<std::size_t> m_header; // where the open frame starts
    Source m_source = Source::Stdout;
};

std::int64_t now()
{
    const auto time = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time).count();
}

class FileReader final : public Reader
{
public:
    FileReader(Fd folder, const ReadOptions &options) : m_files(std::move(folder)), m_options(options) {}

    Result<> start()
    {
        if (m_options.follow) // before the first look: nothing is missed
            CHECK(watch());
        CHECK(seek());
        // What is written while it is read does not count: a container that floods its log would never let it
        // end. Not earlier than this: what the last lines were found among may all be newer than the look
        // began.
        if (!m_options.follow)
            m_options.untilNs = m_options.untilNs == 0 ? now() : std::min(m_options.untilNs, now());
        return {};
    }

    Result<std::size_t> read(std::string &out, std::size_t limit) override
    {
        const std::size_t before = out.size();
        Frames frames(out, m_options.multiplexed);
        while (!m_past && out.size() - before < limit) {
            TRY(const std::optional<std::string_view> line, m_files.nextLine());
            if (!line) {
                m_atEnd = m_finished || !m_options.follow;
                break;
            }
            if (const auto record = parseRecord(*line))
                append(*record, frames, out);
        }
        m_atEnd = m_atEnd || m_past;
        return out.size() - before;
    }

    void setMultiplexed(bool wanted) override { m_options.multiplexed = wanted; }
    [[nodiscard]] int pollFd() const override { return m_inotify.get(); }
    void drained() override
    {
        std::array<char, 4096> events;
        while (::read(m_inotify.get(), events.data(), events.size()) > 0) {
        }
    }
    void finish() override { m_finished = true; }
    [[nodiscard]] bool atEnd() const override { return m_atEnd; }

private:
    Result<> seek()
    {
        if (m_options.fromEnd)
            return m_files.seekEnd();
        return m_options.tail ? m_files.seekTail(*m_options.tail) : m_files.seekStart();
    }

    Result<> watch()
    {
        m_inotify.reset(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
        const std::string path = std::format("/proc/self/fd/{}", m_files.folder());
        if (!m_inotify || ::inotify_add_watch(m_inotify.get(), path.c_str(), IN_MODIFY | IN_CREATE) < 0)
            return failErrno(errno, "watching the log (the limit is in /proc/sys/fs/inotify)");
        return {};
    }

    // Times rise through a log: after the first record past the end there is nothing to look for.
    [[nodiscard]] bool isWanted(const Record &record)
    {
        if (m_options.sinceNs != 0 || m_options.untilNs != 0) {
            const std::int64_t time = parseTime(record.time);
            m_past = m_options.untilNs != 0 && time > m_options.untilNs;
            if (m_past || time < m_options.sinceNs)
                return false;
        }
        return record.source == Source::Stdout ? m_options.stdoutWanted : m_options.stderrWanted;
    }

    void append(const Record &record, Frames &frames, std::string &out)
    {
        if (!isWanted(record))
            return;
        bool &inLine = m_inLine[record.source == Source::Stdout ? 0 : 1];
        if (record.text.empty() && !record.full)
            return;
        frames.open(record.source);
        if (m_options.timestamps && !inLine) {
            out += record.time;
            out += ' ';
        }
        if (m_options.details && !inLine) { // without attributes a blank, as dockerd writes it
            out += m_options.attributes;
            out += ' ';
        }
        out += record.text;
        if (record.full)
            out += '\n';
        inLine = !record.full;
    }

    Files m_files;
    ReadOptions m_options;
    Fd m_inotify;
    std::array<bool, 2> m_inLine{}; // of each stream: its last record was P
    bool m_finished = false, m_atEnd = false, m_past = false;
};

} // namespace

Result<std::unique_ptr<Reader>> Reader::open(const Fd &folder, const ReadOptions &options)
{
    Fd own(::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0));
    if (!own)
        return failErrno(errno, "opening the log");
    auto reader = std::make_unique<FileReader>(std::move(own), options);
    CHECK(reader->start());
    return reader;
}

} // namespace quayside::logs
