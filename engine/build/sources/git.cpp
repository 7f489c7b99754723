// Git repositories, cloned by git(1) as the build's user (ADR "what ADD fetches").
#include "engine/base/rootedpath.h"
#include "engine/build/sources/command.h"
#include "engine/build/sources/location.h"
#include "engine/build/sources/sources.h"
#include "engine/storage/removetree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace quayside::build
{
namespace
{

// No file of the host says how git behaves here: whatever runs, hooks, filters, fsmonitors, file systems that
// a repository names, would run as the caller. Source: git(1), "ENVIRONMENT VARIABLES"; git-config(1).
std::vector<std::string> environmentFor(const GitLocation &location)
{
    return {"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1",
            "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=https:http:git:ssh",
            "GIT_SSH_COMMAND=ssh -oBatchMode=yes -oPermitLocalCommand=no -oClearAllForwardings=yes",
            "HOME=/nonexistent",
            // The repository's address, where other users don't see it.
            "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=remote.origin.url", "GIT_CONFIG_VALUE_0=" + location.url};
}

class Clone
{
public:
    Clone(const GitLocation &location, int folder, const FetchOptions &options)
        : m_location(location), m_folder(folder), m_options(options),
          m_identity(identityOf(*options.peer, location.ssh))
    {
    }

    Result<std::string> run()
    {
        // Only root can give it away; a test's engine keeps what is its own.
        if (::geteuid() == 0 && ::fchown(m_folder, m_identity.uid, m_identity.gid) != 0)
            return failErrno(errno, "giving the folder of a repository to user {}", m_identity.uid);
        CHECK(git({"init", "-q", "--template=", "."}));
        TRY(const std::string fetched, fetch());
        CHECK(git({"checkout", "-q", "--detach", fetched}));
        struct stat status{};
        if (::fstatat(m_folder, ".gitmodules", &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode))
            CHECK(git({"submodule", "-q", "update", "--init", "--recursive"}));
        TRY(std::string commit, git({"rev-parse", "HEAD"}));
        commit.erase(std::ranges::remove_if(commit, [](char c) { return c <= ' '; }).begin(), commit.end());
        // For --keep-git-dir: it was given in the environment.
        CHECK(git({"config", "remote.origin.url", m_location.url}));
        return commit;
    }

private:
    [[nodiscard]] bool isCommit() const
    {
        return m_location.ref.size() == 40 &&
               m_location.ref.find_first_not_of("0123456789abcdef") == std::string::npos;
    }

    // One commit, where the server can give just that; else all of them (old and "dumb" servers).
    // What to check out.
    Result<std::string> fetch()
    {
        const auto fetched = [](const std::string &) { return std::string("FETCH_HEAD"); };
        const std::string ref = m_location.ref.empty() ? "HEAD" : m_location.ref;
        const auto shallow =
            git({"fetch", "-q", "--depth=1", "--no-tags", "--no-recurse-submodules", "origin", ref});
        if (shallow || shallow.error().kind == ErrorKind::Cancelled)
            return shallow.transform(fetched);
        if (!isCommit())
            return git({"fetch", "-q", "--no-tags", "--no-recurse-submodules", "origin", ref})
                .transform(fetched);
        CHECK(git({"fetch", "-q", "--tags", "--no-recurse-submodules", "origin",
                   "+refs/heads/*:refs/remotes/origin/*"}));
        return ref;
    }

    // Its standard output.
    Result<std::string> git(std::vector<std::string> words)
    {
        std::vector<std::string> all{"git",
                                     "-c",
                                     "core.hooksPath=/dev/null",
                                     "-c",
                                     "core.fsmonitor=false",
                                     "-c",
                                     "gc.auto=0",
                                     "-c",
                                     "maintenance.auto=false",
                                     "-c",
                                     "safe.directory=*",
                                     "-c",
                                     "advice.detachedHead=false",
                                     "-c",
                                     "init.defaultBranch=main"};
        const std::string verb = words.front();
        std::ranges::move(words, std::back_inserter(all));
        TRY(const auto command, Command::start({.words = std::move(all),
                                                .environment = environmentFor(m_location),
                                                .identity = m_identity,
                                                .folder = m_folder,
                                                .largestFile = m_options.limit,
                                                .cancelled = m_options.cancelled}));
        std::string output;
        std::vector<char> buffer(4096);
        for (std::size_t got = 1; got > 0;) {
            TRY(got, command->read(buffer));
            output.append(buffer.data(),
                          std::min(got, std::size_t{4096} - std::min<std::size_t>(output.size(), 4096)));
        }
        TRY(const Command::Ended ended, command->end());
        if (ended.status == 0)
            return output;
        std::string said = ended.errors;
        while (said.ends_with('\n'))
            said.pop_back();
        return fail(ErrorKind::InvalidArgument, "git {} of {}: {}", verb, m_location.url,
                    said.empty() ? std::format("it ended with {}", ended.status) : said);
    }

    const GitLocation &m_location;
    const int m_folder;
    const FetchOptions &m_options;
    const Identity m_identity;
};

Result<> removeGitFolder(int folder)
{
    const Fd git(::openat(folder, ".git", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!git)
        return {};
    CHECK(storage::removeContents(git.get()));
    if (::unlinkat(folder, ".git", AT_REMOVEDIR) != 0)
        return failErrno(errno, "removing .git");
    return {};
}

} // namespace

Result<Fetched> fetchGit(const std::string &repository, const GitOptions &what, BuildFolder &folder,
                         const FetchOptions &options)
{
    const bool hex = what.checksum.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!hex || what.checksum.size() > 64)
        return fail(ErrorKind::InvalidArgument,
                    "--checksum of a repository is the id of a commit, or how it begins: {}", what.checksum);
    TRY(const GitLocation location, parseGit(repository));
    TRY(Fd checkout, folder.makeFolder());
    Fetched fetched;
    TRY(fetched.commit, Clone(location, checkout.get(), options).run());
    if (!fetched.commit.starts_with(what.checksum))
        return fail(ErrorKind::InvalidArgument, "checksum mismatch of {}: expected commit {}, it is {}",
                    location.url, what.checksum, fetched.commit);
    if (!what.keepGitFolder)
        CHECK(removeGitFolder(checkout.get()));
    if (!location.folder.empty()) {
        auto part = openInRoot(systemKernel(), checkout.get(), location.folder, O_RDONLY | O_DIRECTORY);
        if (!part)
            return fail(ErrorKind::NotFound, "{} has no folder {}", location.url, location.folder);
        checkout = *std::move(part);
    }
    if (what.context) {
        TRY(fetched.source, contextOf(std::move(checkout), what.dockerfile));
    } else {
        fetched.source = folderSource(std::move(checkout), {.keepsOwners = false});
    }
    return fetched;
}

} // namespace quayside::build
