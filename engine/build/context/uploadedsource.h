// POST /build's body.
#pragma once

#include "engine/build/context/buildfolder.h"
#include "engine/build/context/knownuploads.h"

#include <cstdint>
#include <memory>
#include <string>

namespace quayside::build
{

// As BuildFolder::receive(), but a small archive of which `user` has sent the same bytes before is unpacked
// only when its files are asked for. `folder` must outlive the source.
Result<std::unique_ptr<FileSource>> receiveUpload(BuildFolder &folder, api::ByteSource &archive,
                                                  const std::string &dockerfile, KnownUploads &known,
                                                  std::uint32_t user);

} // namespace quayside::build
