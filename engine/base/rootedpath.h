// Paths inside a container, an image or a volume are never strings to open (security.md §3): they are
// resolved here, as if `root` were "/", and come back as a descriptor. Source: openat2(2), RESOLVE_IN_ROOT
// and RESOLVE_NO_MAGICLINKS.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quayside
{

enum class Links : std::uint8_t {
    Follow, // symbolic links are followed, inside the root
    Refuse, // a symbolic link anywhere in the path is an error: for /proc and /sys
};

// `flags` as of open(2) (O_CLOEXEC is added); `mode` with O_CREAT. Retried while renames race with the
// look-up (EAGAIN).
Result<Fd> openInRoot(Kernel &kernel, int root, std::string_view path, int flags, mode_t mode = 0,
                      Links links = Links::Follow);
// mkdir -p inside the root; an O_PATH descriptor of the folder. Where a part exists and is no folder: an
// error.
Result<Fd> makeFolders(Kernel &kernel, int root, std::string_view path, mode_t mode = 0755,
                       Links links = Links::Follow);
// The same for an empty file to mount over; its folders are made too.
Result<Fd> makeFile(Kernel &kernel, int root, std::string_view path, mode_t mode = 0644,
                    Links links = Links::Follow);

// Lexically: no "//", ".", and ".." stops at the root; always starts with '/'. For comparing, never for
// opening.
std::string cleanPath(std::string_view path);

} // namespace quayside
