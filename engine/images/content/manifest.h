// Manifests: OCI's and Docker's (OCI image-spec manifest.md, image-index.md; Docker schema 2; `docker
// save`'s).
#pragma once

#include "engine/api/types/descriptor.h"
#include "engine/base/result.h"
#include "engine/images/content/imagerecord.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

// One of the two is filled.
struct Manifest {
    api::OCIDescriptor config;
    std::vector<api::OCIDescriptor> layers; // bottom first
    std::vector<api::OCIDescriptor> manifests;
    bool isIndex = false;
};

// InvalidArgument: no manifest, or one that could be read in two ways (CVE-2021-41190); digests are checked.
Result<Manifest> parseManifest(std::string_view json);

inline constexpr std::string_view ociManifestType = "application/vnd.oci.image.manifest.v1+json";
// An OCI manifest of what the record says; the same bytes for the same record.
std::string encodeManifest(const ImageRecord &image);

// One image of a docker-archive's manifest.json.
struct ArchivedImage {
    std::string config;              // name of a file in the archive
    std::vector<std::string> names;  // RepoTags
    std::vector<std::string> layers; // names of files
};
Result<std::vector<ArchivedImage>> parseArchiveManifest(std::string_view json);

struct Platform {
    std::string os = "linux", architecture, variant;
};
Platform hostPlatform();
// Of an index's entries the one for `platform`; attestations and the like don't count. NotFound, telling what
// there is.
// Sole: what becomes of an index with one image that is not for it.
enum class Sole : std::uint8_t { Take, MustFit };
Result<api::OCIDescriptor> choose(const std::vector<api::OCIDescriptor> &manifests, const Platform &platform,
                                  Sole sole = Sole::Take);
bool isAttestation(const api::OCIDescriptor &descriptor);

// "application/vnd.oci.image.layer.v1.tar" + what the blob's first bytes say: "", "+gzip", "+zstd"; xz has
// none of its own.
std::string layerMediaType(std::string_view firstBytes);

} // namespace quayside::images
