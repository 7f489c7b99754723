// Copy-up: the first container that mounts an empty volume finds the image's files of that place in it.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace quayside::volumes
{

// Copies what is in folder `from` into the empty folder `to` and gives `to` its owner, mode and times. Kept:
// owners, modes, times, links (hard ones among the files copied), sparse files' holes, extended attributes.
// Left out: device nodes and sockets. Follows no link: both trees may hold anything. After an error `to` is
// as far as the copy came.
// `copied` is told of every piece, in bytes, and may end the copy by an error.
using CopyProgress = std::function<Result<>(std::uint64_t bytes)>;
Result<> copyTree(const Fd &from, const Fd &to, const CopyProgress &copied = {});

// Owner, mode, attributes and times of folder `from` to folder `to`.
Result<> copyFolderAttributes(const Fd &from, const Fd &to);

// What is in a folder, without "." and "..".
Result<std::vector<std::string>> namesIn(int folder);

// Nothing but, at most, an empty lost+found.
Result<bool> isEmptyFolder(const Fd &folder);

} // namespace quayside::volumes
