// Layers as they came: <root>/blobs/sha256/<hex>, so that what goes out again has the same digest.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/content/partialblobs.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>

namespace quayside::images
{

// A temporary folder on the blobs' file system; goes with everything in it.
class SpoolFolder
{
public:
    SpoolFolder(int parent, std::string name, Fd folder);
    SpoolFolder(SpoolFolder &&other) noexcept;
    SpoolFolder &operator=(SpoolFolder &&) = delete;
    ~SpoolFolder();
    [[nodiscard]] int folder() const { return m_folder.get(); }
    // A regular file in it, read only; links are followed inside the folder. NotFound, naming it.
    Result<Fd> openFile(const std::string &name) const;

private:
    int m_parent;
    std::string m_name;
    Fd m_folder;
};

// A blob being written; without a name (O_TMPFILE) until it is adopted, or with one that it keeps for the
// next fetch.
class BlobFile : public api::ByteSink
{
public:
    explicit BlobFile(Fd file) : m_file(std::move(file)) {}
    explicit BlobFile(PartialBlobs::Begun begun)
        : m_file(std::move(begun.file)), m_hold(std::move(begun.hold)), m_sizeAtStart(begun.size)
    {
    }
    Result<> write(std::string_view bytes) override;
    Result<> flush() const; // to the disk
    [[nodiscard]] int file() const { return m_file.get(); }
    [[nodiscard]] std::uint64_t sizeAtStart() const
    {
        return m_sizeAtStart;
    } // bytes that an earlier fetch left
    // It is whole, or not worth to go on with: no next fetch finds it.
    void drop()
    {
        if (m_hold)
            m_hold->drop();
    }

private:
    Fd m_file;
    std::unique_ptr<PartialBlobs::Hold> m_hold;
    std::uint64_t m_sizeAtStart = 0;
};

// Thread-safe: holds nothing but descriptors.
class BlobStore
{
public:
    static Result<std::unique_ptr<BlobStore>> open(const std::string &root); // sweeps what a dead engine left
    BlobStore(Fd blobs, Fd sha256, std::unique_ptr<PartialBlobs> partial)
        : m_blobs(std::move(blobs)), m_sha256(std::move(sha256)), m_partial(std::move(partial))
    {
    }

    Result<SpoolFolder> spool();
    Result<BlobFile> create();
    // A file for a blob of `total` bytes that is fetched: with what an earlier fetch left, if there is some.
    Result<BlobFile> fetchInto(const std::string &digest, std::uint64_t total);
    [[nodiscard]] PartialBlobs &partial() { return *m_partial; }
    // Gives an open file, the content of which has this digest (the caller has checked), its place. It lasts
    // after flush(); where the file itself is on the disk already, after flushNames().
    Result<> adopt(int file, const std::string &digest);
    Result<> flush();
    Result<> flushNames();
    void writeAhead() const; // what is dirty goes to the disk; errors are for those to find who need it there
    Result<Fd> openBlob(const std::string &digest) const;
    [[nodiscard]] bool contains(const std::string &digest) const;
    // A small document as a blob, on the disk but for its name: flushNames().
    Result<> keep(std::string_view text);
    Result<> removeExcept(const std::set<std::string> &digests);

private:
    Fd m_blobs, m_sha256;
    std::unique_ptr<PartialBlobs> m_partial;
};

class FileSource : public api::ByteSource
{
public:
    explicit FileSource(int file) : m_file(file) {} // borrowed
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    int m_file;
};

// All of a small file. TooLarge over `limit`.
Result<std::string> readAll(int file, std::size_t limit, std::string_view what);

} // namespace quayside::images
