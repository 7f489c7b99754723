#include "engine/images/archive/formats.h"

#include "engine/images/content/digest.h"
#include "engine/images/content/manifesttree.h"

#include <algorithm>

namespace quayside::images
{
namespace
{

Result<Fd> openBlob(const SpoolFolder &spool, const std::string &digest)
{
    return spool.openFile("blobs/sha256/" + hexOf(digest)); // a digest is checked when it is parsed
}

Result<std::string> readDocument(const SpoolFolder &spool, const api::OCIDescriptor &wanted)
{
    TRY(const Fd file, openBlob(spool, wanted.digest));
    TRY(std::string text, readAll(file.get(), maxDocument, "the manifest " + wanted.digest));
    if (digestOf(text) != wanted.digest)
        return fail(ErrorKind::InvalidArgument, "the manifest {} is damaged", wanted.digest);
    return text;
}

// The archive's file becomes the blob by a link: nothing is copied.
Result<> adopt(const SpoolFolder &spool, BlobStore &blobs, const api::OCIDescriptor &blob)
{
    if (blobs.contains(blob.digest))
        return {};
    TRY(const Fd file, openBlob(spool, blob.digest));
    FileSource source(file.get());
    std::vector<char> buffer(std::size_t{256} * 1024);
    Sha256 sum;
    while (true) {
        TRY(const std::size_t got, source.read(buffer));
        if (got == 0)
            break;
        sum.add({buffer.data(), got});
    }
    if (sum.digest() != blob.digest)
        return fail(ErrorKind::InvalidArgument, "the blob {} of the archive is damaged", blob.digest);
    return blobs.adopt(file.get(), blob.digest);
}

// The image that is in the index, for whatever platform.
LoadedImage *imageIn(const ManifestTree &tree, std::vector<LoadedImage> &images)
{
    const auto has = [&](const LoadedImage &image) {
        return std::ranges::any_of(
            tree, [&](const ManifestNode &node) { return node.manifest.config.digest == image.record.id; });
    };
    const auto found = std::ranges::find_if(images, has);
    return found == images.end() ? nullptr : &*found;
}

} // namespace

Result<> keepIndices(const SpoolFolder &spool, BlobStore &blobs, std::vector<LoadedImage> &images)
{
    const auto file = spool.openFile("index.json");
    if (!file)
        return {}; // a docker-archive of before: it has one platform
    TRY(const std::string text, readAll(file->get(), maxDocument, "index.json"));
    TRY(const Manifest top, parseManifest(text));
    for (const api::OCIDescriptor &entry : top.manifests) {
        TRY(const std::string document, readDocument(spool, entry));
        TRY(const Manifest manifest, parseManifest(document));
        if (!manifest.isIndex)
            continue;
        TRY(const ManifestTree tree, readManifestTree(document, [&](const api::OCIDescriptor &wanted) {
                return readDocument(spool, wanted);
            }));
        LoadedImage *image = imageIn(tree, images);
        if (image == nullptr)
            continue;
        for (const api::OCIDescriptor &blob : blobsOf(tree))
            CHECK(adopt(spool, blobs, blob));
        for (const ManifestNode &node : tree)
            CHECK(blobs.keep(node.text));
        image->index = {entry.digest, digestsOf(tree)};
    }
    return {};
}

} // namespace quayside::images
