// The two archives of the child: a tar of what it walks, into the client's socket, and a tar out of it.
#pragma once

#include "engine/containers/files/extract.h"
#include "engine/containers/files/request.h"
#include "engine/images/pack/pack.h"

#include <functional>

namespace quayside::containers::files
{

// What `walk` meets, as the entries of a tar with the names that `nameOf` gives them.
Result<> sendArchive(const images::Packer::NameOf &nameOf,
                     const std::function<Result<>(images::TreeVisitor &)> &walk,
                     Compression compression = Compression::None);
// The client's archive, plain or compressed, into `folder`. `behind`: see FolderWriter.
Result<> takeArchive(int folder, const ExtractOptions &options, const images::UnpackLimits &limits,
                     images::WriteBehind &behind);

} // namespace quayside::containers::files
