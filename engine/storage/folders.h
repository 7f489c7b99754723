// Small steps on folders that the store, its drafts and its removals share.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <sys/types.h>

#include <string>
#include <vector>

namespace quayside::storage
{

// 64 lower-case hex digits: the form of a layer's and of a container's id, checked before it becomes a path.
Result<> checkId(const std::string &id, std::string_view what);

// Makes `name` in `parent` where it is missing, owned by root with `mode`, and opens it (O_DIRECTORY, no link
// followed).
Result<Fd> makeFolder(int parent, const std::string &name, mode_t mode);
Result<Fd> openFolder(int parent, const std::string &name);
Result<> flush(int folder, std::string_view what); // fsync

// The names in a folder, without "." and "..".
Result<std::vector<std::string>> entriesOf(int folder);

std::string randomName(std::string_view prefix); // prefix + 16 hex digits

} // namespace quayside::storage
