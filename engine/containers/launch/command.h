// What runs in a container: argv and environment, merged as Docker merges them.
#pragma once

#include "engine/api/types/container.h"
#include "engine/api/types/image.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

inline constexpr std::string_view defaultPath =
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

// The container's configuration with what the image adds (moby, daemon/commit.go, merge()): exposed ports,
// volumes and labels are joined, of the environment what the user did not set, entrypoint and command by
// Docker's rules. InvalidArgument "no command specified" where nothing is left to run.
Result<api::ContainerConfig> mergeWithImage(api::ContainerConfig config, const api::ImageConfig &image);

// entrypoint and command in one. Never empty for a configuration that mergeWithImage() returned.
std::vector<std::string> argvOf(const api::ContainerConfig &config);

// PATH, HOSTNAME, TERM (with a terminal), then `env`: a later setting replaces an earlier one in its place, a
// name without '=' takes it away. HOME comes last where it is not set.
std::vector<std::string> environmentOf(const std::vector<std::string> &env, const std::string &hostname,
                                       bool terminal, const std::string &home);

// For exec: the container's environment with the command's own settings.
std::vector<std::string> mergeEnvironment(std::vector<std::string> base,
                                          const std::vector<std::string> &overrides);

} // namespace quayside::containers
