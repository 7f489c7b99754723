// From a tree to a tar: of a container's files (docker cp, docker export), of a layer (commit, save).
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/images/content/tarwriter.h"
#include "engine/images/pack/walk.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quayside::images
{

enum class PackForm {
    Plain, // as the files are; sockets are left out
    Layer, // a folder of overlayfs (userxattr): whiteouts and opaque folders as OCI image-spec layer.md has
           // them
};

// Gathers small writes; big ones pass through. flush() at the end.
class GatheringSink : public api::ByteSink
{
public:
    explicit GatheringSink(api::ByteSink &out) : m_out(out) { m_buffer.reserve(size); }
    Result<> write(std::string_view bytes) override;
    Result<> flush();
    // What was not passed on yet, for a caller that does it in its own way and then drops it.
    [[nodiscard]] std::string_view gathered() const { return m_buffer; }
    void drop() { m_buffer.clear(); }

private:
    static constexpr std::size_t size = std::size_t{256} * 1024;
    api::ByteSink &m_out;
    std::string m_buffer;
};

// Writes what a walk meets as entries of a tar; the same tree gives the same bytes. Kept: owners, modes,
// modification times (whole seconds, as dockerd does), links, hard links among what was met, the extended
// attributes that may go into an image (user.*, file capabilities, ACLs); holes are zeros, without being
// read.
class Packer : public TreeVisitor
{
public:
    // `nameOf`: a path of the walk as the name in the tar, without the closing '/'; entries for which it
    // gives "" are left out.
    using NameOf = std::function<std::string(const std::string &path)>;
    Packer(TarWriter &tar, PackForm form, NameOf nameOf);

    Result<> visit(const TreeEntry &entry) override;
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; } // of the content of regular files

protected:
    // The content of the regular file `entry`, of exactly its size; zeros where the file has become shorter.
    virtual Result<> writeContent(const TreeEntry &entry);

    TarWriter &m_tar;

private:
    Result<> writeHidden(const TreeEntry &entry, const std::string &name);

    PackForm m_form;
    NameOf m_nameOf;
    std::map<std::pair<dev_t, ino_t>, std::string> m_linked; // names of files that have more than one
    std::uint64_t m_bytes = 0;
};

// What a file holds, piece by piece: data where there is some, else a hole of that many bytes.
using Piece = std::function<Result<>(std::string_view data, std::uint64_t hole)>;
Result<> readSparse(int file, std::uint64_t size, std::vector<char> &buffer, const Piece &piece);
Result<> writeZeros(TarWriter &tar, std::uint64_t count);

// Extended attributes of an open file or folder that may go along into an archive.
std::map<std::string, std::string> attributesOf(int file);
bool isOpaque(int folder);                       // user.overlay.opaque
bool isWhiteoutEntry(const struct stat &status); // a 0/0 character device

// A layer's folder (or a container's upper/) as its tar, the bytes of which are the same every time.
Result<> packLayer(int folder, api::ByteSink &out);

} // namespace quayside::images
