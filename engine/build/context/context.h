// COPY and ADD, as the solver calls them: what a step takes (checksum), and what it makes of it (copyInto).
// Where the files come from: buildfolder.h (uploads), callerfolder.h (a directory of the caller's, as a
// descriptor), engine/build/sources (URLs, git). Source of the semantics: Docker's Dockerfile reference,
// "COPY" and "ADD".
#pragma once

#include "engine/base/result.h"
#include "engine/build/context/filemode.h"
#include "engine/build/context/source.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quayside::build
{

struct Ids {
    std::uint32_t uid = 0, gid = 0; // 0..65535, the container's
};

// One of a step's sources.
struct CopyPart {
    const FileSource *source = nullptr; // none: a heredoc
    std::string path;     // as in the Dockerfile, expanded: may have wildcards (Go's filepath.Match)
    bool extract = false; // ADD: where it is a local archive its content is meant
    // A heredoc: `path` is the file's name.
    std::string content;
};

struct CopyRequest {
    std::vector<CopyPart> parts;
    std::string destination;  // absolute (WORKDIR is applied), with its closing '/' or "/." where it had one
    std::optional<Ids> owner; // --chown, resolved. None: 0:0, or as in a source that keepsOwners()
    std::optional<FileMode> mode;     // --chmod
    bool parents = false;             // --parents
    bool link = false;                // --link: what is below does not matter
    std::vector<std::string> exclude; // --exclude
    bool several = false; // the instruction names more than one source: the destination must be a folder
    // An O_DIRECTORY descriptor of a folder of the build's own, for what is unpacked on the way; needed where
    // a part has `extract`.
    int scratch = -1;
    std::string workerFile = "/proc/self/exe"; // unpacks it: images/unpack/unpack.h
    std::function<bool()> cancelled;           // asked now and then; may be empty
};

struct Selection;

struct FileDigest {
    std::string path;   // in its source, "" a source's root
    std::string digest; // hex; of kind, mode, link or content
};

// What a copy takes.
struct Checksum {
    std::string digest;            // "sha256:…": paths, kinds, modes, owners that are kept, links, contents
    std::vector<FileDigest> files; // sorted by part, then path: so that a difference can be named
    std::uint64_t bytes = 0;       // of contents
    std::uint64_t hashed = 0;      // of these: read now, not known from the hash cache
    std::shared_ptr<Selection>
        selection; // for copyInto(); holds descriptors of the source: let it go after the step
};

class HashCache; // hashcache.h

// NotFound, in dockerd's words, where a source is not there or is ignored; InvalidArgument: leads out of the
// context, wildcards malformed, destination needed to end in '/'. `cache` may be null.
Result<Checksum> checksum(const CopyRequest &request, HashCache *cache);

struct CopyTarget {
    int draft = -1; // O_DIRECTORY: the new layer's folder, empty; borrowed
    // The merged file system of the layers below (a descriptor of its root, for look-ups), as
    // containers/launch/imagefiles.h makes it; -1: nothing is below.
    int view = -1;
};

struct CopyOutcome {
    std::string diffId;         // of the layer's tar, as packLayer() writes it
    std::uint64_t tarBytes = 0; // its length
    std::uint64_t bytes = 0;    // content of regular files
    std::uint64_t entries = 0;
};

// Writes what the step makes into the draft, and the digest of its tar in the same pass. Nothing is synced.
// `expected` (may be null): what checksum() has found; Conflict where a file has changed since. Other errors
// as above, and: a file over a folder or a folder over a file; NoSpace; Cancelled. The draft is in no defined
// state after an error.
Result<CopyOutcome> copyInto(const CopyTarget &target, const CopyRequest &request, const Checksum *expected);

} // namespace quayside::build
