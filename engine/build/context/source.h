// What a step's sources are looked up in: the build context, another stage's or an image's file system, what
// ADD has fetched.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/dockerfile/ignore/patterns.h"

#include <sys/stat.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace quayside::build
{

// Paths count from the source's root, without a leading '/', "" being the root itself.
struct SourceEntry {
    std::string name; // in its folder
    struct stat status{};
    std::string link; // a symbolic link's target
};

struct SourceFile {
    Fd file; // O_RDONLY
    // Its file system may not answer (FUSE, a network): what comes out of `file` is a pipe with its content,
    // to be read with a timeout, before anything else is asked of the reader.
    bool stream = false;
    struct stat status{};
};

// Reads a source, for one step. No link leads out of the root: the links in the way of a path count from it,
// as in a container. Not thread-safe; what it opened may be used by any thread.
class SourceReader
{
public:
    virtual ~SourceReader() = default;
    // Whether it sees only what the build's user may.
    [[nodiscard]] virtual bool asUser() const { return false; }
    // The entry itself; a link as the last part is not followed. NotFound (also for what its user may not
    // see).
    virtual Result<SourceEntry> look(const std::string &path) = 0;
    // What is in each of `folders`, in their order; each sorted by name. A question for many costs hardly
    // more than one for one. Fails as a whole where one of them cannot be read.
    using Listing = std::vector<SourceEntry>;
    virtual Result<std::vector<Listing>> listAll(std::span<const std::string> folders) = 0;
    Result<Listing> list(const std::string &folder)
    {
        TRY(auto listings, listAll({&folder, 1}));
        return std::move(listings.front());
    }
    // Regular files and folders, for reading: one answer for each of the first of `names` in `folder`, at
    // least one, in their order. No link is followed as the last part. What is of another kind: Conflict.
    virtual Result<std::vector<Result<SourceFile>>> open(const std::string &folder,
                                                         std::span<const std::string> names) = 0;
};

class UploadFacts; // knownuploads.h

// Thread-safe.
class FileSource
{
public:
    virtual ~FileSource() = default;
    virtual Result<std::unique_ptr<SourceReader>> reader() const = 0;
    // A descriptor (O_PATH) of `path`, links followed within the root, for RUN --mount=type=bind. None where
    // a mount would show more than a copy has: what .dockerignore hides, what the build's user may not read.
    virtual Result<Fd> openToMount(const std::string &path) const = 0;
    // The .dockerignore that counts; of other stages none.
    virtual const dockerfile::IgnorePatterns &ignore() const = 0;
    bool ignored(const std::string &path) const { return ignore().ignored(path); }
    // Whether a copy keeps owners and extended attributes where no --chown says otherwise: other stages and
    // unpacked archives yes, a build context no (Dockerfile reference, "COPY --chown").
    virtual bool keepsOwners() const = 0;
    // Whether the hash cache should remember its files: they will be there at the next build.
    virtual bool lasting() const = 0;
    // What is known of files that never change; null: look at them.
    virtual UploadFacts *facts() const { return nullptr; }
};

// A folder of the engine's own (an unpacked context, a stage's merged file system, a checkout): `root` is an
// O_DIRECTORY or O_PATH descriptor of it.
struct FolderOptions {
    bool keepsOwners = true;
    bool lasting = false;
    dockerfile::IgnorePatterns ignore{};
};
std::unique_ptr<FileSource> folderSource(Fd root, FolderOptions options);

} // namespace quayside::build
