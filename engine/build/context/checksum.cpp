#include "engine/build/context/contentreader.h"
#include "engine/build/context/context.h"
#include "engine/build/context/hashcache.h"
#include "engine/build/context/knownuploads.h"
#include "engine/build/context/selection.h"
#include "engine/images/content/digest.h"
#include "engine/images/pack/pack.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace quayside::build
{
namespace
{

constexpr std::uint64_t worthAThread = std::uint64_t{4} << 20; // bytes to read
constexpr std::size_t filesAtOnce = 32;

// Strings one after the other in a way that no other strings give.
void addText(images::Sha256 &sum, std::string_view text)
{
    sum.add(std::to_string(text.size()) + ":");
    sum.add(text);
}

struct Wanted {
    std::uint32_t entry = 0, source = 0;
    bool folder = false; // only its attributes are wanted
};

// What could not be answered from what the file system says of the entries.
class ContentHashes
{
public:
    ContentHashes(Selection &selection, HashCache *cache, const std::function<bool()> &cancelled)
        : m_selection(selection), m_cache(cache), m_cancelled(cancelled), m_digests(selection.entries.size())
    {
    }

    Result<> run()
    {
        std::uint64_t toRead = 0;
        for (const Match &match : m_selection.matches)
            for (std::size_t i = match.first; i < match.first + match.count; ++i)
                toRead += collect(match, static_cast<std::uint32_t>(i));
        const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads && toRead >= worthAThread; ++i)
            others.emplace_back([this] { work(); });
        work();
        others.clear();
        if (m_error)
            return std::unexpected(*m_error);
        return {};
    }

    // Hex digits (and the attributes, where they count) of a regular file.
    const std::string &digest(std::size_t entry) const { return m_digests[entry]; }
    std::uint64_t hashed() const { return m_hashed; }

private:
    // How much of the entry has to be read.
    std::uint64_t collect(const Match &match, std::uint32_t index)
    {
        const Taken &entry = m_selection.entries[index];
        const FileSource &source = *m_selection.sources[match.source].source;
        const bool regular = S_ISREG(entry.status.st_mode);
        if (!regular && !(S_ISDIR(entry.status.st_mode) && source.keepsOwners()))
            return 0;
        // Attributes are not remembered: a source that has them is the engine's own.
        if (regular && source.lasting() && !source.keepsOwners() && m_cache != nullptr)
            if (auto known = m_cache->find(entry.status)) {
                m_digests[index] = *std::move(known);
                return 0;
            }
        m_wanted.push_back({index, match.source, !regular});
        return regular ? static_cast<std::uint64_t>(entry.status.st_size) : 0;
    }

    void work()
    {
        std::vector<char> buffer;
        while (true) {
            std::vector<std::pair<Wanted, SourceFile>> batch;
            auto taken = take(batch);
            for (std::size_t i = 0; taken && i < batch.size(); ++i)
                taken = hash(batch[i].first, batch[i].second, buffer);
            if (!taken) {
                const std::lock_guard lock(m_mutex);
                m_error = m_error ? m_error : taken.error();
            }
            if (!taken || batch.empty())
                return;
        }
    }

    // The next few files of one folder, opened.
    Result<> take(std::vector<std::pair<Wanted, SourceFile>> &batch)
    {
        const std::lock_guard lock(m_mutex);
        if (m_error || m_next == m_wanted.size())
            return {};
        if (m_cancelled && m_cancelled())
            return fail(ErrorKind::Cancelled, "the build was cancelled");
        const Wanted &first = m_wanted[m_next];
        const std::uint32_t folder = m_selection.entries[first.entry].folder;
        std::vector<std::string> names;
        for (std::size_t i = m_next; i < m_wanted.size() && names.size() < filesAtOnce; ++i) {
            const Taken &entry = m_selection.entries[m_wanted[i].entry];
            if (entry.folder != folder || m_wanted[i].source != first.source)
                break;
            names.push_back(entry.name);
        }
        TRY(auto opened, m_selection.sources[first.source].reader->open(m_selection.folders[folder], names));
        for (Result<SourceFile> &file : opened) {
            const Wanted &wanted = m_wanted[m_next++];
            TRY(SourceFile there, std::move(file));
            const Taken &entry = m_selection.entries[wanted.entry];
            if (!sameState(there.status, entry.status))
                return fail(ErrorKind::Conflict, "{} changed while the build was reading it; build again",
                            m_selection.pathOf(entry));
            if (there.stream) // its pipe is read before the reader is asked for anything else
                CHECK(hash(wanted, there, m_streamBuffer));
            else
                batch.emplace_back(wanted, std::move(there));
        }
        return batch.empty() ? takeMore(batch) : Result<>();
    }

    // Streams were all there was: not yet the end.
    Result<> takeMore(std::vector<std::pair<Wanted, SourceFile>> &batch)
    {
        if (m_next < m_wanted.size())
            batch.emplace_back(Wanted{.entry = Taken::none}, SourceFile{});
        return {};
    }

    Result<> hash(const Wanted &wanted, const SourceFile &file, std::vector<char> &buffer)
    {
        if (wanted.entry == Taken::none)
            return {};
        const Taken &entry = m_selection.entries[wanted.entry];
        const FileSource &source = *m_selection.sources[wanted.source].source;
        std::string digest;
        if (!wanted.folder) {
            images::Sha256 sum;
            const std::string path = m_selection.pathOf(entry);
            CHECK(readContent(file, path, buffer, [&](std::string_view piece) -> Result<> {
                sum.add(piece);
                return {};
            }));
            m_hashed += static_cast<std::uint64_t>(entry.status.st_size);
            digest = images::hexOf(sum.digest());
            CHECK(remember(source, entry, file, digest, path));
        }
        if (source.keepsOwners())
            for (const auto &[name, value] : images::attributesOf(file.file.get()))
                digest += std::format(" {}:{}{}:", name.size(), name, value.size()) + value;
        m_digests[wanted.entry] = std::move(digest);
        return {};
    }

    // The state after the reading counts: a write meanwhile has changed it.
    Result<> remember(const FileSource &source, const Taken &entry, const SourceFile &file,
                      const std::string &digest, const std::string &path)
    {
        if (file.stream)
            return {};
        struct stat after{};
        if (::fstat(file.file.get(), &after) != 0 || !sameState(after, entry.status))
            return fail(ErrorKind::Conflict, "{} changed while the build was reading it; build again", path);
        if (m_cache != nullptr && source.lasting() && !source.keepsOwners())
            m_cache->remember(after, digest);
        return {};
    }

    Selection &m_selection;
    HashCache *m_cache;
    const std::function<bool()> &m_cancelled;
    std::vector<Wanted> m_wanted;
    std::vector<std::string> m_digests; // of each entry; each written by one thread
    std::atomic<std::uint64_t> m_hashed = 0;
    std::mutex m_mutex; // of what follows, and of the readers
    std::size_t m_next = 0;
    std::optional<Error> m_error;
    std::vector<char> m_streamBuffer;
};

// Everything of an entry that a copy keeps, but its place.
std::string digestOf(const Taken &entry, const std::string &content, bool owners)
{
    images::Sha256 sum;
    const struct stat &status = entry.status;
    addText(sum, std::format("{:o}", status.st_mode));
    if (owners)
        addText(sum, std::format("{}:{}", status.st_uid, status.st_gid));
    addText(sum, entry.link);
    addText(sum, content);
    return images::hexOf(sum.digest());
}

// Paths from the match, each made of its folder's.
std::vector<std::string> pathsIn(const Selection &selection, const Match &match)
{
    std::vector<std::string> paths(match.count);
    for (std::size_t i = 1; i < match.count; ++i) {
        const Taken &entry = selection.entries[match.first + i];
        const std::string &above = paths[entry.parent - match.first];
        paths[i] = above.empty() ? entry.name : above + "/" + entry.name;
    }
    return paths;
}

void addMatch(images::Sha256 &sum, Checksum &checksum, const CopyRequest &request, const Match &match,
              const ContentHashes &contents)
{
    const Selection &selection = *checksum.selection;
    const CopyPart &part = request.parts[match.part];
    addText(sum, std::format("part {}{}", match.part, part.extract ? " extract" : ""));
    addText(sum, match.name);
    if (match.heredoc()) {
        addText(sum, part.content);
        checksum.bytes += part.content.size();
        checksum.files.push_back({match.name, images::hexOf(images::digestOf(part.content))});
        return;
    }
    const bool owners = selection.sources[match.source].source->keepsOwners();
    for (const Taken &folder : match.above) {
        addText(sum, folder.name);
        addText(sum, digestOf(folder, "", owners));
    }
    const auto paths = pathsIn(selection, match);
    for (std::size_t i = 0; i < match.count; ++i) {
        const Taken &entry = selection.entries[match.first + i];
        const std::string digest = digestOf(entry, contents.digest(match.first + i), owners);
        addText(sum, paths[i]);
        addText(sum, digest);
        checksum.files.push_back({selection.pathOf(entry), digest});
        if (S_ISREG(entry.status.st_mode))
            checksum.bytes += static_cast<std::uint64_t>(entry.status.st_size);
    }
}

// The one source whose files never change, where a request takes files of no other.
UploadFacts *factsFor(const CopyRequest &request)
{
    UploadFacts *facts = nullptr;
    for (const CopyPart &part : request.parts) {
        if (part.source == nullptr)
            continue;
        UploadFacts *own = part.source->facts();
        if (own == nullptr || (facts != nullptr && own != facts))
            return nullptr;
        facts = own;
    }
    return facts;
}

// All that checksum() looks at, but the files.
std::string questionOf(const CopyRequest &request)
{
    std::string question;
    const auto add = [&](std::string_view text) { question += std::format("{}:{}", text.size(), text); };
    add(request.destination);
    add(std::format("{}{}", request.parents, request.several));
    for (const CopyPart &part : request.parts) {
        add(part.source == nullptr ? "heredoc" : part.extract ? "extract" : "");
        add(part.path);
        add(part.content);
    }
    for (const std::string &pattern : request.exclude)
        add(pattern);
    return question;
}

Result<Checksum> checksumOfFiles(const CopyRequest &request, HashCache *cache)
{
    Checksum checksum;
    TRY(checksum.selection, select(request));
    ContentHashes contents(*checksum.selection, cache, request.cancelled);
    CHECK(contents.run());
    images::Sha256 sum;
    for (const Match &match : checksum.selection->matches)
        addMatch(sum, checksum, request, match, contents);
    checksum.digest = sum.digest();
    checksum.hashed = contents.hashed();
    return checksum;
}

} // namespace

Result<Checksum> checksum(const CopyRequest &request, HashCache *cache)
{
    UploadFacts *facts = factsFor(request);
    if (facts == nullptr)
        return checksumOfFiles(request, cache);
    const std::string question = questionOf(request);
    if (auto known = facts->checksum(question))
        return *std::move(known);
    auto sum = checksumOfFiles(request, cache);
    if (sum)
        facts->addChecksum(question, *sum);
    return sum;
}

} // namespace quayside::build
