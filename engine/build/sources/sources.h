// What ADD and `docker build URL` fetch: files over HTTP, git repositories. Each in a child that has no
// rights of the engine's.
#pragma once

#include "engine/access/access.h"
#include "engine/base/result.h"
#include "engine/build/context/buildfolder.h"
#include "engine/build/context/source.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace quayside::build
{

// http:// or https://, and no git repository.
bool isUrl(std::string_view source);
// "https://….git#ref:folder", "git@host:path", "git://…", "ssh://git@…", "github.com/…" (only as a context).
bool isGit(std::string_view source);

struct FetchOptions {
    const access::Peer *peer = nullptr; // whose build it is
    std::function<bool()> cancelled;    // asked at least once a second; may be empty
    std::uint64_t limit = 16ULL << 30;  // bytes
};

struct Fetched {
    std::unique_ptr<FileSource> source; // of a URL: one file, `name`
    std::string name;
    std::string commit; // of a repository
};

// ADD URL. `name`: from the URL's path, else (no name in it) an error, unless `destinationIsFile`. The file
// has mode 0600 and the time of Last-Modified. `checksum`: "sha256:…" that the content must have, or empty.
// No credentials go along; redirects lead only to http and https.
struct UrlOptions {
    std::string checksum;
    bool destinationIsFile = false;
};
Result<Fetched> fetchUrl(const std::string &url, const UrlOptions &what, BuildFolder &folder,
                         const FetchOptions &options);

// ADD REPOSITORY and a git context: "URL#ref:folder", cloned by git(1) as the caller, the one commit.
struct GitOptions {
    bool keepGitFolder = false; // --keep-git-dir
    std::string checksum;       // --checksum: the commit's id, or how it begins; or empty
    bool context = false;       // a build context: owners are not kept, .dockerignore counts
    std::string dockerfile;     // of a context
};
Result<Fetched> fetchGit(const std::string &repository, const GitOptions &what, BuildFolder &folder,
                         const FetchOptions &options);

// `docker build http://…`: a tar is unpacked as a context; anything else is the Dockerfile of an empty
// context.
struct RemoteContext {
    std::unique_ptr<FileSource> source;
    bool onlyDockerfile = false; // it is the file "Dockerfile"
};
Result<RemoteContext> fetchContext(const std::string &url, const std::string &dockerfile, BuildFolder &folder,
                                   const FetchOptions &options);

} // namespace quayside::build
