// The build context as a directory that the caller has open: nothing is copied (ADR "a build context as a
// descriptor").
#pragma once

#include "engine/access/access.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/build/context/source.h"

#include <memory>
#include <string>

namespace quayside::build
{

// Descriptor `number` of the process that the peer's `pidfd` (SO_PEERPIDFD) names: a directory, open for
// reading. InvalidArgument: it is no such descriptor.
Result<Fd> takeDirectory(const Fd &pidfd, int number);

// Files are looked at and opened in a child with the peer's ids and without capabilities: what the peer could
// not read without the engine cannot be read here either. `dockerfile`: its path in the context, for
// <path>.dockerignore; empty: none is asked for.
Result<std::unique_ptr<FileSource>> callerSource(const access::Peer &peer, Fd directory,
                                                 const std::string &dockerfile);

} // namespace quayside::build
