// The manifests behind an image, for all platforms that are kept of it.
#include "engine/images/imageservice.h"

#include "engine/images/content/digest.h"
#include "engine/images/content/manifesttree.h"

#include <algorithm>

#include <sys/stat.h>

namespace quayside::images
{
namespace
{

std::int64_t bytesOf(const BlobStore &blobs, const std::string &digest)
{
    const auto file = blobs.openBlob(digest);
    struct stat status{};
    return file && ::fstat(file->get(), &status) == 0 ? status.st_size : 0;
}

// What is here of one manifest.
api::ImageManifestSummary summaryOf(const ManifestNode &node, const BlobStore &blobs)
{
    api::ImageManifestSummary summary{
        .id = node.descriptor.digest, .descriptor = node.descriptor, .kind = "unknown"};
    summary.available = true;
    for (const std::string &digest : digestsOf({node})) {
        summary.sizeContent += bytesOf(blobs, digest);
        summary.available = summary.available && blobs.contains(digest);
    }
    const auto subject = node.descriptor.annotations.find("vnd.docker.reference.digest");
    if (isAttestation(node.descriptor) && subject != node.descriptor.annotations.end()) {
        summary.kind = "attestation";
        summary.attestationFor = subject->second;
    } else if (!isAttestation(node.descriptor)) {
        summary.kind = "image";
        summary.imageData =
            api::ManifestImageData{.platform = node.descriptor.platform.value_or(api::OCIPlatform())};
    }
    return summary;
}

} // namespace

// Of an image without an index its own manifest stands alone, where it came with one.
Result<ImageService::Manifests> ImageService::manifests(const Peer &peer, const std::string &nameOrId,
                                                        const UsersOf &inUse) const
{
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, nameOrId));
    const ImageRecord &image = *found.image;
    const KeptIndex *index = indexOf(image, peer.uid);
    const std::string &top = index != nullptr ? index->digest : image.manifest;
    Manifests manifests;
    if (top.empty() || !m_blobs->contains(top))
        return manifests;
    TRY(const ManifestTree tree, readKeptIndex(*m_blobs, top));
    manifests.descriptor = tree.back().descriptor;
    for (const ManifestNode &node : tree) {
        if (node.manifest.isIndex)
            continue;
        api::ImageManifestSummary summary = summaryOf(node, *m_blobs);
        const bool own = node.manifest.config.digest == image.id;
        if (own) { // its layers are unpacked, and may lie here in another form
            summary.available = true;
            const ImageDocument &document = image.document;
            summary.kind = "image";
            summary.imageData = api::ManifestImageData{.sizeUnpacked = layerBytes(image)};
            summary.imageData->platform =
                node.descriptor.platform.value_or(api::OCIPlatform{.architecture = document.architecture,
                                                                   .os = document.os,
                                                                   .osVersion = document.osVersion,
                                                                   .osFeatures = {},
                                                                   .variant = document.variant});
            for (const User &user : inUse ? inUse(image.id) : std::vector<User>())
                if (access::maySee(peer, user.owner))
                    summary.imageData->containers.push_back(user.containerId);
        }
        summary.sizeTotal = summary.sizeContent + (summary.imageData ? summary.imageData->sizeUnpacked : 0);
        manifests.summaries.push_back(std::move(summary));
    }
    return manifests;
}

} // namespace quayside::images
