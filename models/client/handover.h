// What a build hands over to our engine besides its folder (docs/adr/023-secrets-as-descriptors.md).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::client
{

// For EngineClient::Build::secrets: a memfd with this content that nobody can change.
Result<Fd> secretMemory(std::string_view content);
// For EngineClient::Build::agents: a connection to the agent that listens at this path (SSH_AUTH_SOCK).
Result<Fd> connectAgent(const std::string &path);

} // namespace quayside::client
