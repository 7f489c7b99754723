// Where layers live: <root>/layers/<id>/diff, owned by ids 0..65535, immutable once committed.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quayside::storage
{

// A layer's id is its chain id (OCI image-spec config.md, "Layer ChainID"), hex digits without "sha256:".
using LayerId = std::string;

// A layer being written: a temporary folder beside the finished ones, gone with this object unless committed.
class LayerDraft
{
public:
    virtual ~LayerDraft() = default;
    [[nodiscard]] virtual int folder() const = 0; // O_DIRECTORY descriptor of its diff/
    // finish() → sync() → place(): for one layer.
    Result<> commit(const LayerId &id, std::uint64_t bytes);
    // The same in steps, so that several layers may share the sync, which takes all that is written on the
    // file system.
    virtual Result<> finish(std::uint64_t bytes) = 0; // nothing is written into it any more
    virtual Result<> sync() = 0;
    // rename → fsync of the folder. A layer that exists by now (another pull was quicker) is kept.
    virtual Result<> place(const LayerId &id) = 0;
    // Until it is placed, or this object is gone, the store opens it by this id: a build goes on upon layers
    // that reach the disk together at its end. contains() does not know it.
    virtual Result<> lend(const LayerId &id) = 0;
};

struct LayerInfo {
    LayerId id;
    std::uint64_t bytes = 0; // sum of the sizes of regular files
};

// A container's writable folder with its layers: what isolation/mounts turns into idmapped mounts.
struct RootSource {
    std::vector<Fd> lower; // topmost first: O_PATH of each layer's diff
    Fd upper;              // O_PATH of <root>/containers/<id>: holds upper/ and work/
};

// Thread-safe.
class LayerStore
{
public:
    // Makes what is missing and sweeps what a dead engine left. Conflict: another engine has this root open.
    static Result<std::unique_ptr<LayerStore>> open(const std::string &root);
    virtual ~LayerStore() = default;

    virtual Result<std::unique_ptr<LayerDraft>> begin() = 0;
    // A draft that is the upper/ of a container, which is moved. Nothing may write into it any more, and the
    // container is good for its removal only.
    virtual Result<std::unique_ptr<LayerDraft>> beginFrom(const std::string &containerId) = 0;
    [[nodiscard]] virtual bool contains(const LayerId &id) const = 0;
    virtual Result<LayerInfo> info(const LayerId &id) const = 0;
    // An O_PATH descriptor of the layer's diff/.
    virtual Result<Fd> openLayer(const LayerId &id) const = 0;
    // The layer's own folder: what is worked out about a layer may lie in it, beside diff/, and goes with it.
    virtual Result<Fd> openBeside(const LayerId &id) const = 0;
    // Removes those of the store's layers that are not in `keep`, which names those that containers use as
    // well: a mounted overlay loses what is removed from below it. Returns the bytes freed. Drafts are left
    // alone.
    virtual Result<std::uint64_t> removeExcept(const std::vector<LayerId> &keep) = 0;

    // Makes <root>/containers/<id>/{upper,work,log} (or finds it) and opens what a launch needs. `layers`:
    // bottom first.
    virtual Result<> createContainer(const std::string &id) = 0;
    // --storage-opt size: whether this file system can hold a container to a size. NotSupported, with what is
    // missing.
    virtual Result<> mayLimit() const = 0;
    // What a container writes, `bytes` in all: between createContainer() and the first launch, once.
    virtual Result<> limitContainer(const std::string &id, std::uint64_t bytes) = 0;
    virtual Result<RootSource> openRoot(const std::string &id, const std::vector<LayerId> &layers) = 0;
    // Gone at once; its content is deleted in the background. One that isn't there is no error.
    virtual Result<> removeContainer(const std::string &id) = 0;
    virtual void waitForRemovals() = 0; // until nothing is left to delete in the background
};

} // namespace quayside::storage
