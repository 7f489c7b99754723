// What stands behind an index (OCI image-spec image-index.md; Docker's manifest list): manifests, some of
// them indices themselves, and their blobs.
#pragma once

#include "engine/images/content/blobstore.h"
#include "engine/images/content/manifest.h"

#include <functional>
#include <string>
#include <vector>

namespace quayside::images
{

struct ManifestNode {
    api::OCIDescriptor descriptor;
    std::string text; // its very bytes
    Manifest manifest;
};

// Each once, those that are named before those that name them: a registry takes them in this order. The last
// one is the index itself.
using ManifestTree = std::vector<ManifestNode>;

// Bytes of the document behind a descriptor, checked against its digest.
using DocumentSource = std::function<Result<std::string>(const api::OCIDescriptor &)>;
// `text`: the index's bytes. InvalidArgument: something in it is no manifest, or nests too deeply; TooLarge:
// over a thousand manifests, or 32 MiB of them; errors of `documents` as they are.
Result<ManifestTree> readManifestTree(const std::string &text, const DocumentSource &documents);
// The same of one that is kept. NotFound, Internal: it is damaged.
Result<ManifestTree> readKeptIndex(const BlobStore &blobs, const std::string &digest);

// Configurations and layers, each once. Layers that lie elsewhere (`urls`) are not among them: they are not
// passed on.
std::vector<api::OCIDescriptor> blobsOf(const ManifestTree &tree);
// The same as digests, with those of the documents.
std::set<std::string> digestsOf(const ManifestTree &tree);

} // namespace quayside::images
