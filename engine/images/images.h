// The images of this machine: names, configurations, layers; archives in and out.
#pragma once

#include "engine/access/access.h"
#include "engine/api/stream/bytestream.h"
#include "engine/api/types/event.h"
#include "engine/api/types/image.h"
#include "engine/api/types/imagecontents.h"
#include "engine/base/result.h"
#include "engine/images/registry/credentials.h"
#include "engine/images/registry/endpoint.h"
#include "engine/storage/layerstore.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quayside
{
class Records;
}

namespace quayside::images
{

class Contents;     // contents/contents.h
struct TreeEntry;   // pack/walk.h
struct ImageRecord; // content/imagerecord.h

// What a container needs of an image.
struct Image {
    std::string id;   // "sha256:" + digest of the configuration's bytes
    std::string name; // how the caller named it: "busybox:latest", or the id
    api::ImageConfig config;
    std::string architecture, os, variant;
    std::vector<storage::LayerId> layers; // bottom first
};

// One line of progress of a long operation, in Docker's event shape: {"stream":"…"} or {"status":…,"id":…,
// "progressDetail":{"current":…,"total":…}}. `json` is one object, no line end.
using ProgressSink = std::function<void(std::string json)>;

struct BaseImageRequest { // POST /quayside/images/base
    std::string suite = "trixie";
    std::vector<std::string> packages;
    std::string name; // tag of the result
    std::string variant = "minbase";
};

// POST /commit: what becomes a layer on top of an image, and what the new image says.
struct CommitRequest {
    std::string parent; // image id
    int upper = -1;     // a folder in overlayfs's form (O_DIRECTORY, borrowed); -1: no new layer
    // Entries of `upper` that stay out; may be empty.
    std::function<bool(const TreeEntry &)> skipped{};
    // Called when `upper` has been read, whatever came of it; may be empty.
    std::function<Result<>()> copied{};
    api::ImageConfig config;
    std::string author, comment, createdBy;
    std::string repository, tag; // empty: no name
};

struct LoadWanted {
    bool quiet = false;        // no progress of layers
    bool allPlatforms = false; // an index in the archive is kept whole, as by a pull
};

struct PullWanted {
    std::string image;    // "busybox:1.36", "busybox@sha256:…"; without a tag: latest
    std::string platform; // "linux/arm64/v8"; "": this machine's
    Credentials credentials{};
    bool allTags = false;      // of a name without a tag: all that the registry has
    bool allPlatforms = false; // of an index: the others are kept besides `platform`, for a push or a save
};

// Thread-safe. Long operations run on the caller's thread and stop soon after `cancelled` says so. Names and
// the hold on an image belong to the peer that made them; the layers and configurations behind are shared
// (docs/adr/009-names-belong-to-users.md). Root's are the system's: everybody sees them, only root changes
// them.
class Images
{
public:
    struct Options {
        std::string root;
        std::string
            starterFolder; // where the build put quayside-hello; busybox-static is found in the system
        // The program that unpacks in a sandbox: its main() calls runUnpackChild() (unpack/child.h).
        std::string unpackProgram = "/proc/self/exe";
        std::function<RegistrySettings()> registries{}; // in force when asked; empty: the defaults
        // Layers that stay though no image has them (the cache of builds); asked from any thread. Empty:
        // none.
        std::function<std::vector<storage::LayerId>()> keptLayers{};
    };
    static Result<std::unique_ptr<Images>> open(const Options &options, Records &records,
                                                storage::LayerStore &layers, api::EventSink sink);
    virtual ~Images() = default;

    using Peer = access::Peer;
    // NotFound "No such image: …". By name ("busybox", "docker.io/library/busybox:latest", "name@sha256:…"),
    // id or an unambiguous prefix of one.
    virtual Result<Image> resolve(const Peer &, const std::string &nameOrId) const = 0;
    // sharedSize: tell also how many bytes of each image lie in layers that other images of the peer have
    // too.
    virtual Result<std::vector<api::ImageSummary>> list(const Peer &, bool sharedSize,
                                                        const api::Filters &filters) const = 0;
    // Bytes of all layers below the images that the peer sees, each layer once.
    [[nodiscard]] virtual std::int64_t layersSize(const Peer &) const = 0;
    virtual Result<api::ImageInspect> inspect(const Peer &, const std::string &nameOrId) const = 0;
    virtual Result<std::vector<api::ImageHistoryItem>> history(const Peer &,
                                                               const std::string &nameOrId) const = 0;
    virtual Result<> tag(const Peer &, const std::string &nameOrId, const std::string &repository,
                         const std::string &tag) = 0;
    // Untags, and deletes the image with its last name, unless it is another user's too. `inUse` tells which
    // containers (id, running) use an image id: force removes the names of one that stopped containers use;
    // one in use by a running container is Conflict.
    struct User {
        std::string containerId;
        bool running = false;
        std::uint32_t owner = 0; // whose container it is
    };
    using UsersOf = std::function<std::vector<User>(const std::string &imageId)>;
    virtual Result<std::vector<api::ImageDeleteItem>>
    remove(const Peer &, const std::string &nameOrId, bool force, bool noPrune, const UsersOf &inUse) = 0;
    // Removes the peer's images that no container uses: those without a name, or with the filter
    // dangling=false all of them. Further filters: until, label, label!. Somebody else's and, for a peer that
    // is not root, the system's stay.
    virtual Result<api::ImagePruneReport> prune(const Peer &, const api::Filters &filters,
                                                const UsersOf &inUse) = 0;

    // What is here for which platform: of an image that was pulled with all of them, every manifest; of
    // others, its own. Empty for one that came without a manifest.
    struct Manifests {
        std::optional<api::OCIDescriptor> descriptor; // of the index, or the manifest
        std::vector<api::ImageManifestSummary> summaries;
    };
    virtual Result<Manifests> manifests(const Peer &, const std::string &nameOrId,
                                        const UsersOf &inUse) const = 0;

    // What prune() would remove, each image with what it frees after those before it. Nothing changes.
    virtual Result<api::ImagePrunePreview> previewPrune(const Peer &, const api::Filters &filters,
                                                        const UsersOf &inUse) const = 0;
    // How much of the disk an image takes, and what its removal (with all names that the peer may remove)
    // frees. Whoever uses it is left to the caller: `usedBy` is empty.
    virtual Result<api::ImageDisk> disk(const Peer &, const std::string &nameOrId,
                                        const UsersOf &inUse) const = 0;
    // What is inside images.
    virtual Contents &contents() = 0;

    // docker-archive, OCI archive, OCI layout in a tar; plain, gzip, zstd or xz. All of the archive's images
    // or none.
    virtual Result<> load(const Peer &, api::ByteSource &archive, const LoadWanted &wanted,
                          const ProgressSink &progress) = 0;
    virtual Result<> save(const Peer &, const std::vector<std::string> &names, api::ByteSink &archive) = 0;
    // A root file system as a tar becomes a one-layer image. changes: Dockerfile instructions (CMD, ENV, …).
    virtual Result<std::string> import(const Peer &, api::ByteSource &archive, const std::string &repository,
                                       const std::string &tag, const std::string &message,
                                       const std::vector<std::string> &changes,
                                       const ProgressSink &progress) = 0;
    // The id of the new image, which is whole or absent after a crash. NotFound: the parent is gone.
    virtual Result<std::string> commit(const Peer &, const CommitRequest &request) = 0;
    // For builds. An image as it is recorded; errors as resolve().
    virtual Result<std::shared_ptr<const ImageRecord>> record(const Peer &,
                                                              const std::string &nameOrId) const = 0;
    // An image of layers that are in the store; its configuration's bytes are made of the document where they
    // are not there yet.
    // Returns its id. The same image and names again write nothing.
    virtual Result<std::string> add(const Peer &, ImageRecord image,
                                    const std::vector<std::string> &names) = 0;
    // While what is returned lives no layer is collected, whether an image has it or not.
    virtual std::shared_ptr<void> hold() = 0;
    // Collects now (or when the last hold ends): returns the bytes freed.
    virtual Result<std::uint64_t> collectLayers() = 0;
    // mmdebstrap → import, with its log as progress.
    virtual Result<std::string> makeBase(const Peer &, const BaseImageRequest &request,
                                         const std::function<bool()> &cancelled,
                                         const ProgressSink &progress) = 0;
    // From the registry that the name leads to. Images that are there are brought up to date.
    virtual Result<> pull(const Peer &, const PullWanted &wanted, const std::function<bool()> &cancelled,
                          const ProgressSink &progress) = 0;
    // `image`: a name with its tag; without one, all tags of it that the peer sees. What the registry has
    // already is not sent.
    virtual Result<> push(const Peer &, const std::string &image, const Credentials &credentials,
                          const std::function<bool()> &cancelled, const ProgressSink &progress) = 0;
    // The system's quayside/hello:latest and busybox:latest, where they are missing and can be made. A name
    // that root gave meanwhile is not moved.
    virtual Result<> makeStarters() = 0;
    // One of them for a peer that sees no image of that name: made, without a network, as the peer's own.
    // Returns the id.
    virtual Result<std::string> provideStarter(const Peer &, const std::string &name) = 0;
};

} // namespace quayside::images
