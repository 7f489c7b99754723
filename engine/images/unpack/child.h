// The process that unpacks: it has nothing to lose. quayside-worker in this mode.
#pragma once

namespace quayside::images
{

inline constexpr char unpackArgument[] = "--unpack-child";

// What main() does first thing where argv[1] is unpackArgument; its result is the exit status. argv[2…]: mode
// and limits as unpack.cpp writes them. Descriptors: 0 the archive, 3 the folder to fill, 4 the way back
// (protocol.h). Does all of its work in namespaces of its own under a seccomp filter, with the folder as its
// root.
int runUnpackChild(int argc, char **argv);

} // namespace quayside::images
