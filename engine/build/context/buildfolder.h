// A build's own folder, <root>/builds/<id>: an uploaded context, what ADD fetched.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/build/context/source.h"

#include <memory>
#include <mutex>
#include <string>

namespace quayside::build
{

// On the disk from the first time that it is needed: a build that finds all in the cache makes none.
class BuildFolder
{
public:
    // Removes what dead builds left below <root>/builds; once, when the engine starts.
    static Result<> sweep(const std::string &root);
    // `workerFile`: unpacks what comes (images/unpack/unpack.h).
    static Result<BuildFolder> make(const std::string &root, std::string workerFile = "/proc/self/exe");
    BuildFolder(BuildFolder &&other) noexcept;
    BuildFolder &operator=(BuildFolder &&) = delete;
    ~BuildFolder(); // removes it: a moment for each 100,000 files

    // A new empty folder in it (for CopyRequest::scratch and the like). Thread-safe.
    Result<Fd> makeFolder();

    // POST /build's body: a tar, plain or compressed (gzip, bzip2, xz, zstd), unpacked in the sandboxed
    // child. `dockerfile`: its path in the context, for <path>.dockerignore; it and the .dockerignore files
    // stay readable for dockerfile.h, ignored or not. InvalidArgument: damaged, or an entry that is refused
    // (named).
    Result<std::unique_ptr<FileSource>> receive(api::ByteSource &archive, const std::string &dockerfile);
    // Removes what is in it, when nobody looks into it any more: what the disk has not got yet, it is spared.
    void empty();
    // Into a new folder. Errors as of receive().
    Result<Fd> unpack(api::ByteSource &archive);

private:
    BuildFolder(Fd builds, std::string workerFile)
        : m_builds(std::move(builds)), m_workerFile(std::move(workerFile))
    {
    }

    Fd m_builds;
    std::string m_workerFile;
    std::mutex m_mutex; // of what follows
    std::string m_name;
    Fd m_folder;
    int m_count = 0;
};

// An unpacked or checked out context in `folder`.
Result<std::unique_ptr<FileSource>> contextOf(Fd folder, const std::string &dockerfile);

// A file of the context that the builder itself reads, past .dockerignore: the Dockerfile. NotFound as
// dockerd says it; TooLarge: over `limit` bytes.
Result<std::string> readContextFile(const FileSource &context, const std::string &path, std::size_t limit);

} // namespace quayside::build
