// The process that reads a stranger's rpm database: it has nothing to lose (docs/adr/014-layer-explorer.md).
// quayside-worker in this mode.
#pragma once

namespace quayside::images
{

inline constexpr char rpmArgument[] = "--rpm-child";

// What main() does first thing where argv[1] is rpmArgument; its result is the exit status. Descriptors: 0
// the database (rpmdb.sqlite or Packages.db), 1 where an api::ImagePackages goes, as JSON. Before it looks at
// the first byte it is nobody, without capabilities, and a seccomp filter leaves it memory and descriptor 1.
int runRpmChild();

} // namespace quayside::images
