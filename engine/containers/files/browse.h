// What the child does for those who look around in a container and change one thing at a time: a folder's
// entries, a file's bytes, and the verbs of a file manager. `root` is the process's own root (view.h).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/containers/files/paths.h"
#include "engine/containers/files/request.h"

#include <sys/stat.h>

namespace quayside::containers::files
{

// Found with the folder's path without links as the link's target, then Entries and Names. The entries that
// were asked for, in the order of their names' bytes; an Entries packet without text at the end says that
// there are more. InvalidArgument: no folder.
Result<> list(int root, const FilesRequest &request);

// Found, then the bytes of a regular file, links followed, into the client's socket. InvalidArgument: what is
// there is none.
Result<> readFile(int root, const FilesRequest &request);
// The client's bytes as the content of a regular file, links followed: whole or not at all, with the mode and
// the owner that the file had (new ones: 0644, 0:0). A file that is mounted by itself is written in place.
// Conflict with ESTALE: it is not what `version` says.
Result<> putFile(int root, const FilesRequest &request);

// One of EditAct; links are not followed. Conflict: something is there already.
Result<> edit(int root, const FilesRequest &request);

// Forbidden, in dockerd's words, where `folder` cannot be written to.
Result<> checkWritable(int root, int folder);

} // namespace quayside::containers::files
