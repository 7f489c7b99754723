// A build's own folder, <root>/builds/<id>: an uploaded context, what ADD fetched.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/build/context/source.h"

#include <atomic>
#include <memory>
#include <string>

namespace quayside::build
{

class BuildFolder
{
public:
    // Removes what dead builds left below <root>/builds; once, when the engine starts.
    static Result<> sweep(const std::string &root);
    static Result<BuildFolder> make(const std::string &root);
    BuildFolder(BuildFolder &&other) noexcept;
    BuildFolder &operator=(BuildFolder &&) = delete;
    ~BuildFolder(); // removes it: a moment for each 100,000 files

    [[nodiscard]] int folder() const { return m_folder.get(); }
    // A new empty folder in it (for CopyRequest::scratch and the like). Thread-safe.
    Result<Fd> makeFolder();

    // POST /build's body: a tar, plain or compressed (gzip, bzip2, xz, zstd), unpacked in the sandboxed
    // child. `dockerfile`: its path in the context, for <path>.dockerignore; it and the .dockerignore files
    // stay readable for dockerfile.h, ignored or not. InvalidArgument: damaged, or an entry that is refused
    // (named).
    Result<std::unique_ptr<FileSource>> receive(api::ByteSource &archive, const std::string &dockerfile);

private:
    BuildFolder(Fd builds, std::string name, Fd folder);

    Fd m_builds;
    std::string m_name;
    Fd m_folder;
    std::atomic<int> m_count = 0;
};

// An unpacked or checked out context in `folder`.
Result<std::unique_ptr<FileSource>> contextOf(Fd folder, const std::string &dockerfile);

// A file of the context that the builder itself reads, past .dockerignore: the Dockerfile. NotFound as
// dockerd says it; TooLarge: over `limit` bytes.
Result<std::string> readContextFile(const FileSource &context, const std::string &path, std::size_t limit);

} // namespace quayside::build
