// The RUN of a build: a container in the same launch as any other, in no list, whose files become a layer.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/container.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/pack/namelayer.h"
#include "engine/storage/layerstore.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quayside::containers
{

// A mount of RUN --mount, whose source the build has opened: it is mounted by descriptor.
struct StepMount {
    std::string target; // in the container, absolute and clean
    bool readOnly = false;
    // One of four. A folder or a file (O_PATH), owned on disk by ids 0..65535; layers (bottom first) with a
    // path below their root ("": all of it), and what is written over them in `upper` (a folder with upper/
    // and work/), which only a writable one has; a file with what a sealed memfd holds; else a tmpfs with
    // these options ("size=65536k").
    std::shared_ptr<const Fd> source{};
    std::vector<storage::LayerId> layers{};
    std::string subpath{};
    std::shared_ptr<const Fd> upper{};
    std::shared_ptr<const Fd> content{};
    std::uint32_t mode = 0400, uid = 0, gid = 0; // of the content's file
    std::string tmpfsOptions{};
};

struct StepRequest {
    std::vector<storage::LayerId> layers; // bottom first; lent ones as well
    api::ContainerConfig config;          // whole: nothing is merged into it
    api::HostConfig hostConfig;
    std::vector<StepMount> mounts;
    std::vector<std::string> secrets; // "NAME=value": the command sees them, and nothing keeps them
};

// One container. Its end removes it, after killing what runs in it.
class Step
{
public:
    virtual ~Step() = default;
    [[nodiscard]] virtual const std::string &id() const = 0;
    // Once. What it writes, of both streams as it comes, goes to `output`, on this thread; `cancelled` is
    // asked several times a second and ends it (Cancelled). Returns the exit code. Errors of the launch: as
    // Containers::start().
    virtual Result<int> run(const std::function<Result<>(std::string_view)> &output,
                            const std::function<bool()> &cancelled) = 0;
    // Whether the kernel killed it for its memory; after run().
    [[nodiscard]] virtual bool outOfMemory() const = 0;

    struct Files {
        std::unique_ptr<storage::LayerDraft> draft; // finished; none: it has changed nothing
        images::NamedLayer layer;
    };
    // What it has written, after run(): moved, not copied.
    virtual Result<Files> takeFiles() = 0;
};

} // namespace quayside::containers
