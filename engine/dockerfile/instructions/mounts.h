// RUN --mount and --device. Options may hold variables, so that they are taken apart when the step's
// environment is known.
#pragma once

#include "engine/dockerfile/instructions/instructions.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quayside::dockerfile
{

enum class MountType { Bind, Cache, Tmpfs, Secret, Ssh };
enum class CacheSharing { Shared, Private, Locked };

struct RunMount {
    MountType type = MountType::Bind;
    std::string from;   // stage or image; empty: the context (bind), nothing (cache)
    std::string source; // below `from`
    std::string target;
    bool readOnly =
        true;       // as BuildKit decides it where nothing is said: bind, secret and ssh are, the others not
    std::string id; // of a cache, secret or ssh agent: as written, hostile where its author is
    std::optional<CacheSharing> sharing; // cache only; not said: shared
    bool required = false;               // secret and ssh only
    std::optional<std::string> env;      // secret: also as this variable; empty: its own name
    std::int64_t size = 0;               // tmpfs: limit in bytes, 0 none
    std::optional<std::uint32_t> mode, uid, gid;
    Range range;
};

using Expander = std::function<Result<std::string>(const std::string &word)>;

// Of one word of Run::mounts. With no expander only that is checked which does not depend on variables: what
// interpret() has done already.
[[nodiscard]] Parsed<RunMount> parseMount(const Word &option, const Expander &expander);
[[nodiscard]] Parsed<std::vector<RunMount>> parseMounts(const Run &run, const Expander &expander);

// CDI device, "vendor.com/class=name".
struct RunDevice {
    std::string name;
    bool required = false;
    Range range;
};
[[nodiscard]] Parsed<RunDevice> parseDevice(const Word &option);

} // namespace quayside::dockerfile
