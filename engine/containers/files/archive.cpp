#include "engine/containers/files/archive.h"

#include "engine/api/http/body.h"
#include "engine/containers/files/channel.h"
#include "engine/containers/files/compressedsink.h"
#include "engine/images/unpack/decompress.h"
#include "engine/images/unpack/tar.h"

#include <algorithm>
#include <vector>

namespace quayside::containers::files
{
namespace
{

// Big files go from the page cache into the client's socket without a copy.
class SendingPacker : public images::Packer
{
public:
    SendingPacker(images::TarWriter &tar, images::GatheringSink &gathering, api::BodySink &out, NameOf nameOf)
        : Packer(tar, images::PackForm::Plain, std::move(nameOf)), m_gathering(gathering), m_out(out)
    {
    }

protected:
    Result<> writeContent(const images::TreeEntry &entry) override
    {
        constexpr off_t worthwhile = off_t{64} * 1024;
        sayProgress();
        const struct stat &status = entry.status;
        if (status.st_size < worthwhile || status.st_blocks * 512 < status.st_size) // holes are not read
            return Packer::writeContent(entry);
        const auto size = static_cast<std::uint64_t>(status.st_size);
        const std::string_view before = m_gathering.gathered();
        CHECK(m_out.begin(before.size() + size, before));
        m_gathering.drop();
        m_tar.wroteContent(size);
        return sendFile(entry.file, size);
    }

private:
    // Exactly `size` bytes, for they are promised.
    Result<> sendFile(int file, std::uint64_t size)
    {
        constexpr std::uint64_t piece = 4 << 20; // that a slow disk still moves between two signs of progress
        for (std::uint64_t at = 0; at < size;) {
            const auto sent = m_out.putFile(file, at, std::min(piece, size - at));
            if (!sent && sent.error().errnum == EINVAL && at == 0)
                return copyFile(file, size); // a file system that cannot
            if (!sent)
                return std::unexpected(sent.error());
            if (*sent == 0) // it has become shorter meanwhile
                return putZeros(size - at);
            at += *sent;
            sayProgress();
        }
        return {};
    }

    Result<> copyFile(int file, std::uint64_t size)
    {
        std::vector<char> buffer;
        return images::readSparse(file, size, buffer, [this](std::string_view data, std::uint64_t hole) {
            sayProgress();
            return data.empty() ? putZeros(hole) : m_out.put(data);
        });
    }

    Result<> putZeros(std::uint64_t count)
    {
        static const std::string zeros(std::size_t{64} * 1024, '\0');
        while (count > 0) {
            const std::size_t now = std::min<std::uint64_t>(count, zeros.size());
            CHECK(m_out.put({zeros.data(), now}));
            count -= now;
        }
        return {};
    }

    images::GatheringSink &m_gathering;
    api::BodySink &m_out;
};

} // namespace

namespace
{

// Of a compressed archive every byte passes through this process.
class PlainPacker : public images::Packer
{
public:
    PlainPacker(images::TarWriter &tar, NameOf nameOf)
        : Packer(tar, images::PackForm::Plain, std::move(nameOf))
    {
    }

protected:
    Result<> writeContent(const images::TreeEntry &entry) override
    {
        sayProgress();
        return Packer::writeContent(entry);
    }
};

Result<> sendCompressed(const images::Packer::NameOf &nameOf,
                        const std::function<Result<>(images::TreeVisitor &)> &walk, api::BodySink &out,
                        Compression compression)
{
    TRY(const auto compressed, CompressedSink::make(compression, [&out](std::string_view bytes) {
            sayProgress();
            return bytes.empty() ? Result<>() : out.write(bytes);
        }));
    images::GatheringSink gathering(*compressed);
    images::TarWriter tar(gathering);
    PlainPacker packer(tar, nameOf);
    CHECK(walk(packer));
    CHECK(tar.finish());
    CHECK(gathering.flush());
    CHECK(compressed->finish());
    return out.flush();
}

} // namespace

Result<> sendArchive(const images::Packer::NameOf &nameOf,
                     const std::function<Result<>(images::TreeVisitor &)> &walk, Compression compression)
{
    TRY(const Lent lent, awaitGo());
    api::BodySink out(fdOf(dataSlot), lent.go.chunked);
    if (compression != Compression::None)
        return sendCompressed(nameOf, walk, out, compression);
    images::GatheringSink gathering(out);
    images::TarWriter tar(gathering);
    SendingPacker packer(tar, gathering, out, nameOf);
    CHECK(walk(packer));
    CHECK(tar.finish());
    CHECK(gathering.flush());
    return out.flush();
}

Result<> takeArchive(int folder, const ExtractOptions &options, const images::UnpackLimits &limits,
                     images::WriteBehind &behind)
{
    TRY(Lent lent, awaitGo());
    api::BodyParser framing({.chunked = lent.go.chunked, .length = lent.go.length});
    TRY(auto input, images::decompress(
                        std::make_unique<api::BodySource>(fdOf(dataSlot), framing, std::move(lent.ahead))));
    images::PlainBlocks blocks(std::move(input), false);
    FolderWriter writer(folder, options, behind, [&blocks] { return blocks.isBehind(); });
    images::TarReader reader(blocks, limits, sayProgress);
    return reader.readAll(writer);
}

} // namespace quayside::containers::files
