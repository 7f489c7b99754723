#include "engine/images/archive/layers.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/manifest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

namespace quayside::images
{
namespace
{

std::string human(std::uint64_t bytes)
{
    static constexpr const char *units[] = {"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < std::size(units)) {
        value /= 1000;
        ++unit;
    }
    return std::format("{:.4g}{}", value, units[unit]);
}

Result<> checkBlob(const LayerSource &source, const std::string &digest, std::uint64_t size)
{
    if (source.digest.empty())
        return {};
    if (size != source.size)
        return fail(ErrorKind::InvalidArgument, "layer {} has {} bytes, its manifest says {}", source.name,
                    size, source.size);
    if (digest != source.digest)
        return fail(ErrorKind::InvalidArgument, "layer {} is damaged: its digest is {}, its manifest says {}",
                    source.name, digest, source.digest);
    return {};
}

Result<std::string> mediaTypeOf(int file)
{
    char start[6] = {};
    if (::pread(file, start, sizeof start, 0) < 0)
        return failErrno(errno, "reading a layer");
    return layerMediaType({start, sizeof start});
}

std::uint64_t sizeOf(int file)
{
    struct stat status{};
    return ::fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

} // namespace

std::string progressLine(const std::string &status, const std::string &id, std::uint64_t current,
                         std::uint64_t total)
{
    constexpr std::size_t width = 50;
    const std::size_t done =
        total == 0 ? width : static_cast<std::size_t>(std::min(current, total) * width / total);
    std::string bar(done, '=');
    if (done < width)
        bar += '>' + std::string(width - done, ' ');
    return std::format(
        R"({{"status":{},"progressDetail":{{"current":{},"total":{}}},"progress":"[{}]  {}/{}","id":{}}})",
        api::quotedJson(status), current, total, bar, human(current), human(total), api::quotedJson(id));
}

std::string streamLine(const std::string &text)
{
    return R"({"stream":)" + api::quotedJson(text) + "}";
}

Result<Unpacked> LayerImport::unpackInto(const LayerSource &source, storage::LayerDraft &draft,
                                         const std::string &diffId)
{
    UnpackOptions options{.program = m_workshop.unpackProgram, .limits = m_workshop.limits};
    const std::string id = hexOf(diffId).substr(0, 12);
    auto last = std::chrono::steady_clock::now();
    if (m_progress) {
        options.progress = [&, total = sizeOf(source.file)](std::uint64_t bytes) {
            const auto now = std::chrono::steady_clock::now();
            if (now - last < std::chrono::milliseconds(100) && bytes != total)
                return;
            last = now;
            m_progress(progressLine("Loading layer", id, bytes, total));
        };
    }
    FileSource blob(source.file);
    auto unpacked = unpack(blob, draft.folder(), options);
    if (!unpacked)
        return wrap(unpacked.error(), "layer {}", source.name);
    CHECK(checkBlob(source, unpacked->digest, unpacked->archiveBytes));
    if (unpacked->diffId != diffId)
        return fail(ErrorKind::InvalidArgument,
                    "layer {} is damaged or another one: its content has the digest {}, the "
                    "image's configuration says {}",
                    source.name, unpacked->diffId, diffId);
    return unpacked;
}

Result<LayerRecord> LayerImport::existing(const LayerSource &source, LayerRecord record)
{
    Sha256 sum;
    FileSource file(source.file);
    std::vector<char> buffer(256 * 1024);
    while (true) {
        TRY(const std::size_t got, file.read(buffer));
        if (got == 0)
            break;
        sum.add({buffer.data(), got});
        record.blobSize += got;
    }
    record.blob = sum.digest();
    CHECK(checkBlob(source, record.blob, record.blobSize));
    // Uncompressed it must be the very layer; a compressed one that nobody has vouched for is not worth
    // keeping unseen.
    if (record.blob != record.diffId && !m_workshop.blobs.contains(record.blob)) {
        TRY(const auto draft, m_workshop.layers.begin());
        if (::lseek(source.file, 0, SEEK_SET) < 0)
            return failErrno(errno, "reading layer {}", source.name);
        CHECK(unpackInto(source, *draft, record.diffId));
    }
    TRY(const storage::LayerInfo info, m_workshop.layers.info(record.id));
    record.size = info.bytes;
    CHECK(m_workshop.blobs.adopt(source.file, record.blob));
    return record;
}

Result<LayerRecord> LayerImport::add(const LayerSource &source, const std::string &parent,
                                     const std::string &diffId)
{
    LayerRecord record{.id = hexOf(chainId(parent, diffId)), .diffId = diffId};
    TRY(record.mediaType, mediaTypeOf(source.file));
    if (::lseek(source.file, 0, SEEK_SET) < 0)
        return failErrno(errno, "reading layer {}", source.name);
    if (m_added.contains(record.id)) // several images of one archive have it
        CHECK(m_commits.settle());
    if (m_workshop.layers.contains(record.id))
        return existing(source, std::move(record));
    TRY(auto draft, m_workshop.layers.begin());
    TRY(const Unpacked unpacked, unpackInto(source, *draft, diffId));
    record.blob = unpacked.digest;
    record.blobSize = unpacked.archiveBytes;
    record.size = unpacked.bytes;
    Fd file(::fcntl(source.file, F_DUPFD_CLOEXEC, 0));
    if (!file)
        return failErrno(errno, "keeping layer {}", source.name);
    m_added.insert(record.id);
    m_commits.add(std::move(draft), BlobFile(std::move(file)), record);
    return record;
}

} // namespace quayside::images
