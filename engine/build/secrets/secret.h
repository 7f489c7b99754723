// A secret of a build: content that its caller holds in memory and that no disk sees
// (docs/adr/023-secrets-as-descriptors.md).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>

namespace quayside::build
{

inline constexpr std::size_t mostSecretBytes = 500 * 1024; // as BuildKit has it

// Descriptor `number` of the process that the peer's `pidfd` (SO_PEERPIDFD) names: a memfd that nobody can
// change any more (F_SEAL_WRITE, F_SEAL_SHRINK, F_SEAL_GROW). InvalidArgument: it is no such descriptor, or
// holds too much. `id` is for the message.
Result<Fd> takeSecret(const Fd &pidfd, int number, const std::string &id);
// Its content. InvalidArgument where a variable cannot hold it.
Result<std::string> secretText(const Fd &secret, const std::string &id);

} // namespace quayside::build
