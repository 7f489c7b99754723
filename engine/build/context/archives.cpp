// ADD of local archives.
#include "engine/build/context/archives.h"

#include "engine/build/context/contentreader.h"
#include "engine/build/context/selection.h"
#include "engine/images/unpack/unpack.h"
#include "engine/storage/folders.h"

#include <poll.h>
#include <unistd.h>

#include <array>

namespace quayside::build
{
namespace
{

// The sum of a tar header's bytes, its own field counted as blanks (pax(1), "ustar Interchange Format").
bool isTarHeader(std::string_view block)
{
    if (block.size() < tarBlockSize)
        return false;
    constexpr std::size_t at = 148, length = 8;
    unsigned sum = 0, said = 0;
    for (std::size_t i = 0; i < tarBlockSize; ++i)
        sum += i >= at && i < at + length ? ' ' : static_cast<unsigned char>(block[i]);
    bool digits = false;
    for (const char c : block.substr(at, length)) {
        if (c < '0' || c > '7') {
            if (digits)
                break;
            continue;
        }
        digits = true;
        said = said * 8 + static_cast<unsigned>(c - '0');
    }
    return digits && said == sum;
}

class FileBytes : public api::ByteSource
{
public:
    FileBytes(const SourceFile &file, const std::string &path, const std::function<bool()> &cancelled)
        : m_file(file), m_path(path), m_cancelled(cancelled)
    {
    }

    // The first bytes, which read() gives once more.
    Result<std::string_view> start()
    {
        m_ahead.resize(tarBlockSize);
        std::size_t have = 0;
        while (have < m_ahead.size()) {
            TRY(const std::size_t got, readFile(std::span(m_ahead).subspan(have)));
            if (got == 0)
                break;
            have += got;
        }
        m_ahead.resize(have);
        return std::string_view(m_ahead);
    }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        if (m_cancelled && m_cancelled())
            return fail(ErrorKind::Cancelled, "the build was cancelled");
        if (m_ahead.empty())
            return readFile(buffer);
        const std::size_t now = m_ahead.copy(buffer.data(), buffer.size());
        m_ahead.erase(0, now);
        return now;
    }

private:
    Result<std::size_t> readFile(std::span<char> buffer)
    {
        if (m_file.stream)
            CHECK(waitForContent(m_file, m_path));
        ssize_t got = 0;
        do
            got = ::read(m_file.file.get(), buffer.data(), buffer.size());
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return failErrno(errno, "reading {}", m_path);
        return static_cast<std::size_t>(got);
    }

    const SourceFile &m_file;
    const std::string &m_path;
    const std::function<bool()> &m_cancelled;
    std::string m_ahead;
};

// A folder with what was in it; none where it is no archive after all.
Result<Fd> unpackFile(const SourceFile &file, const std::string &path, const CopyRequest &request)
{
    FileBytes bytes(file, path, request.cancelled);
    TRY(const std::string_view start, bytes.start());
    if (!maybeArchive(start))
        return Fd();
    if (request.scratch < 0)
        return fail(ErrorKind::Internal, "there is no folder to unpack {} in", path);
    TRY(Fd folder, storage::makeFolder(request.scratch, storage::randomName("archive-"), 0755));
    const auto unpacked = images::unpack(bytes, folder.get(),
                                         {.program = request.workerFile, .mode = images::UnpackMode::Tree});
    if (!unpacked && unpacked.error().kind == ErrorKind::NotSupported)
        return Fd();
    if (!unpacked)
        return wrap(unpacked.error(), "unpacking {}", path);
    return folder;
}

} // namespace

bool maybeArchive(std::string_view start)
{
    using namespace std::string_view_literals;
    return start.starts_with("\x1f\x8b"sv) || start.starts_with("BZh"sv) ||
           start.starts_with("\xfd\x37zXZ\0"sv) || start.starts_with("\x28\xb5\x2f\xfd"sv) ||
           isTarHeader(start);
}

Result<> unpackArchives(Selection &selection, const CopyRequest &request)
{
    for (Match &match : selection.matches) {
        if (match.heredoc() || !request.parts[match.part].extract)
            continue;
        const Taken entry = selection.entries[match.first];
        if (!S_ISREG(entry.status.st_mode))
            continue;
        const std::array names{entry.name};
        TRY(auto opened,
            selection.sources[match.source].reader->open(selection.folders[entry.folder], names));
        TRY(const SourceFile file, std::move(opened.front()));
        const std::string path = selection.pathOf(entry);
        if (!sameState(file.status, entry.status))
            return fail(ErrorKind::Conflict, "{} changed while the build was reading it; build again", path);
        TRY(Fd folder, unpackFile(file, path, request));
        if (!folder)
            continue;
        auto source = folderSource(std::move(folder), {.keepsOwners = true});
        TRY(auto reader, source->reader());
        const FileSource *borrowed = source.get();
        selection.sources.push_back({borrowed, std::move(source), std::move(reader)});
        TRY(Match contents,
            selectTree(selection, static_cast<std::uint32_t>(selection.sources.size() - 1), match.part));
        match = std::move(contents);
    }
    return {};
}

} // namespace quayside::build
