#include "engine/build/context/selection.h"

#include "engine/build/context/sourcepath.h"
#include "engine/build/context/wildcard.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace quayside::build
{
namespace
{

using dockerfile::IgnorePatterns;

constexpr int maxDepth = 512; // as of images/pack/walk.h, which reads the layer again

Result<> checkKind(const SourceEntry &entry, const std::string &path)
{
    if (S_ISCHR(entry.status.st_mode) || S_ISBLK(entry.status.st_mode))
        return fail(
            ErrorKind::InvalidArgument,
            "{} is a device, and images hold none; a container gets those it needs. Leave it out with "
            ".dockerignore or --exclude",
            path);
    if (entry.name.starts_with(".wh."))
        return fail(
            ErrorKind::InvalidArgument,
            "{}: in an image a name that begins with .wh. means that a file is removed (OCI image-spec); "
            "rename it",
            path);
    return {};
}

// Everything below one folder that is not hidden. Folders are read level by level, many with one question: a
// reader may have to ask another process (callerfolder.h).
class TreeSelector
{
public:
    TreeSelector(Selection &selection, std::uint32_t source, const IgnorePatterns &excluded,
                 const std::function<bool()> &cancelled)
        : m_selection(selection), m_reader(*selection.sources[source].reader),
          m_ignore(selection.sources[source].source->ignore()), m_excluded(excluded), m_cancelled(cancelled)
    {
    }

    // `index`: the folder's own, which is the last entry so far. Paths for --exclude count from it.
    Result<> folder(std::uint32_t index, const std::string &path)
    {
        m_found.push_back({.path = path, .relative = ""});
        std::size_t from = 0;
        for (int depth = 0; from < m_found.size(); ++depth) {
            const std::size_t end = m_found.size();
            if (depth > maxDepth)
                return fail(ErrorKind::TooLarge, "the folders are nested deeper than {}: {}…", maxDepth,
                            m_found[from].path.substr(0, 200));
            for (; from < end; from += std::min(foldersAtOnce, end - from))
                CHECK(read(from, std::min(foldersAtOnce, end - from)));
        }
        add(index, m_found.front());
        return {};
    }

private:
    static constexpr std::size_t foldersAtOnce = 1024; // between two questions whether it is cancelled
    static constexpr std::size_t noFolder = 0;         // nothing has the top in it

    struct Found {
        SourceEntry entry;
        std::size_t folder = noFolder; // in m_found
        bool hidden = false;           // a folder that counts only where something in it does
    };
    struct Folder {
        std::string path, relative;
        std::vector<Found> entries{};
    };

    Result<> read(std::size_t first, std::size_t count)
    {
        if (m_cancelled && m_cancelled())
            return fail(ErrorKind::Cancelled, "the build was cancelled");
        std::vector<std::string> paths;
        for (std::size_t i = first; i < first + count; ++i)
            paths.push_back(m_found[i].path);
        TRY(auto listings, m_reader.listAll(paths));
        for (std::size_t i = 0; i < count; ++i)
            for (SourceEntry &entry : listings[i])
                CHECK(take(first + i, entry));
        return {};
    }

    Result<> take(std::size_t folder, SourceEntry &entry)
    {
        const std::string full = below(m_found[folder].path, entry.name);
        const std::string relative = below(m_found[folder].relative, entry.name);
        const bool ignored = !m_ignore.empty() && m_ignore.ignored(full);
        const bool excluded = !m_excluded.empty() && m_excluded.ignored(relative);
        const bool isFolder = S_ISDIR(entry.status.st_mode);
        const bool reach = isFolder && (!ignored || m_ignore.mayReachBelow(full)) &&
                           (!excluded || m_excluded.mayReachBelow(relative));
        if (S_ISSOCK(entry.status.st_mode) || ((ignored || excluded) && !reach))
            return {};
        CHECK(checkKind(entry, full));
        if (m_selection.entries.size() + ++m_taken > maxSelected)
            return fail(ErrorKind::TooLarge, "more than {} files in one step", maxSelected);
        Found found{.entry = std::move(entry), .hidden = ignored || excluded};
        if (isFolder) {
            found.folder = m_found.size();
            m_found.push_back({.path = full, .relative = relative});
        }
        m_found[folder].entries.push_back(std::move(found));
        return {};
    }

    // Folders before their contents.
    void add(std::uint32_t parent, Folder &from)
    {
        const auto folder = static_cast<std::uint32_t>(m_selection.folders.size());
        m_selection.folders.push_back(from.path);
        for (Found &found : from.entries) {
            const auto index = static_cast<std::uint32_t>(m_selection.entries.size());
            SourceEntry &entry = found.entry;
            m_selection.entries.push_back(
                {parent, folder, std::move(entry.name), std::move(entry.link), entry.status});
            if (found.folder == noFolder)
                continue;
            add(index, m_found[found.folder]);
            if (found.hidden && m_selection.entries.size() == index + 1)
                m_selection.entries.pop_back(); // nothing in it came back
        }
        from = {}; // a large tree need not be there twice
    }

    Selection &m_selection;
    SourceReader &m_reader;
    const IgnorePatterns &m_ignore, &m_excluded;
    const std::function<bool()> &m_cancelled;
    std::deque<Folder> m_found; // the top, its folders, theirs …
    std::size_t m_taken = 0;
};

class Selector
{
public:
    Selector(const CopyRequest &request, IgnorePatterns excluded)
        : m_request(request), m_excluded(std::move(excluded)), m_selection(std::make_unique<Selection>())
    {
    }

    Result<std::unique_ptr<Selection>> run()
    {
        for (std::uint32_t i = 0; i < m_request.parts.size(); ++i)
            CHECK(part(i));
        if (m_selection->matches.empty() && !mayBeEmpty())
            return fail(ErrorKind::NotFound, "no source files were specified: nothing matches {}",
                        m_request.parts.empty() ? std::string("the sources") : m_request.parts.front().path);
        if (m_selection->matches.size() > 1 || m_request.several)
            CHECK(checkDestination());
        return std::move(m_selection);
    }

private:
    // --exclude may take away all of it, and patterns of --parents may match nothing.
    [[nodiscard]] bool mayBeEmpty() const
    {
        return m_allExcluded || (m_request.parents && !m_request.parts.empty());
    }

    Result<> checkDestination() const
    {
        const std::string &to = m_request.destination;
        if (to.ends_with('/') || to.ends_with("/.") || to == ".")
            return {};
        return fail(
            ErrorKind::InvalidArgument,
            "when using COPY or ADD with more than one source file, the destination must be a directory and "
            "end with a /: {}",
            to);
    }

    Result<std::uint32_t> sourceOf(const FileSource *source)
    {
        for (std::uint32_t i = 0; i < m_selection->sources.size(); ++i)
            if (m_selection->sources[i].source == source)
                return i;
        TRY(auto reader, source->reader());
        m_selection->sources.push_back({source, nullptr, std::move(reader)});
        return static_cast<std::uint32_t>(m_selection->sources.size() - 1);
    }

    Result<> part(std::uint32_t index)
    {
        const CopyPart &part = m_request.parts[index];
        if (part.source == nullptr) {
            m_selection->matches.push_back({.part = index, .path = part.path, .name = part.path});
            return {};
        }
        TRY(const std::uint32_t source, sourceOf(part.source));
        TRY(const SourcePattern pattern, parseSourcePath(part.path, m_request.parents));
        TRY(const auto paths,
            findMatches(*m_selection->sources[source].reader, pattern, part.source->ignore()));
        for (const FoundPath &found : paths)
            CHECK(match(index, source, found.path, found.pivot));
        return {};
    }

    static std::unexpected<Error> notThere(const SourceReader &reader, const std::string &path)
    {
        return fail(
            ErrorKind::NotFound,
            "file not found in build context or excluded by .dockerignore: stat {}: file does not exist{}",
            path.empty() ? "." : path, reader.asUser() ? ", or the build's user may not read it" : "");
    }

    // `path`: as named, without wildcards; its links are followed.
    Result<> match(std::uint32_t part, std::uint32_t source, const std::string &path, std::size_t pivot)
    {
        SourceReader &reader = *m_selection->sources[source].reader;
        const IgnorePatterns &ignore = m_selection->sources[source].source->ignore();
        auto found = followLinks(reader, path);
        if (!found && (found.error().kind == ErrorKind::NotFound || found.error().errnum == ENOTDIR))
            return notThere(reader, path);
        TRY(Followed real, std::move(found));
        const bool isFolder = S_ISDIR(real.entry.status.st_mode);
        const bool ignored = ignore.ignored(path) || ignore.ignored(real.path);
        if (ignored && !(isFolder && ignore.mayReachBelow(real.path)))
            return notThere(reader, path);
        Match match{.part = part, .source = source, .path = path, .name = lastPart(path)};
        if (!isFolder && m_excluded.ignored(match.name)) {
            m_allExcluded = true;
            return {};
        }
        if (!isFolder)
            CHECK(checkKind(real.entry, path));
        if (S_ISSOCK(real.entry.status.st_mode))
            return {};
        if (m_request.parents)
            CHECK(addAbove(match, reader, path, pivot));
        match.first = m_selection->entries.size();
        CHECK(addTree(source, real));
        match.count = m_selection->entries.size() - match.first;
        if (ignored && match.count == 1)
            return notThere(reader, path);
        m_selection->matches.push_back(std::move(match));
        return {};
    }

    Result<> addTree(std::uint32_t source, const Followed &real)
    {
        const auto index = static_cast<std::uint32_t>(m_selection->entries.size());
        const auto folder = static_cast<std::uint32_t>(m_selection->folders.size());
        m_selection->folders.push_back(folderPart(real.path));
        m_selection->entries.push_back(
            {Taken::none, folder, lastPart(real.path), real.entry.link, real.entry.status});
        if (!S_ISDIR(real.entry.status.st_mode))
            return {};
        TreeSelector tree(*m_selection, source, m_excluded, m_request.cancelled);
        return tree.folder(index, real.path);
    }

    // The folders between the pivot ("/./") and the match, and the match itself where it is a folder.
    Result<> addAbove(Match &match, SourceReader &reader, const std::string &path, std::size_t pivot)
    {
        for (std::size_t end = path.find('/', pivot); end != std::string::npos;
             end = path.find('/', end + 1)) {
            TRY(Followed folder, followLinks(reader, path.substr(0, end)));
            match.above.push_back({.folder = Taken::none,
                                   .name = lastPart(path.substr(0, end)),
                                   .status = folder.entry.status});
        }
        TRY(const Followed last, followLinks(reader, path));
        if (S_ISDIR(last.entry.status.st_mode) && path.size() > pivot)
            match.above.push_back(
                {.folder = Taken::none, .name = lastPart(path), .status = last.entry.status});
        return {};
    }

    const CopyRequest &m_request;
    const IgnorePatterns m_excluded;
    std::unique_ptr<Selection> m_selection;
    bool m_allExcluded = false; // there was something, and where no match is left all of it
};

} // namespace

std::string Selection::pathOf(const Taken &entry) const
{
    return below(folders[entry.folder], entry.name);
}

bool sameState(const struct stat &one, const struct stat &other)
{
    const auto same = [](const timespec &a, const timespec &b) {
        return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
    };
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino && one.st_size == other.st_size &&
           same(one.st_mtim, other.st_mtim) && same(one.st_ctim, other.st_ctim);
}

Result<std::unique_ptr<Selection>> select(const CopyRequest &request)
{
    auto excluded = IgnorePatterns::compile(request.exclude);
    if (!excluded)
        return wrap(std::move(excluded).error(), "--exclude");
    return Selector(request, *std::move(excluded)).run();
}

Result<Match> selectTree(Selection &selection, std::uint32_t source, std::uint32_t part)
{
    SourceReader &reader = *selection.sources[source].reader;
    TRY(SourceEntry root, reader.look(""));
    Match match{.part = part, .source = source, .first = selection.entries.size()};
    const auto folder = static_cast<std::uint32_t>(selection.folders.size());
    selection.folders.emplace_back();
    selection.entries.push_back({Taken::none, folder, "", "", root.status});
    const IgnorePatterns nothing;
    const std::function<bool()> never;
    TreeSelector tree(selection, source, nothing, never);
    CHECK(tree.folder(static_cast<std::uint32_t>(match.first), ""));
    match.count = selection.entries.size() - match.first;
    return match;
}

} // namespace quayside::build
