// Reads an rpm database in a child (rpmchild.h), seen from the engine.
#pragma once

#include "engine/api/types/imagecontents.h"
#include "engine/base/result.h"

#include <string>
#include <vector>

namespace quayside::images
{

// `database`: open for reading; `program`: has runRpmChild() behind rpmArgument. What the child says is not
// trusted. InvalidArgument: damaged; Internal: the child ended, or took too long. No process is left when
// this returns.
Result<std::vector<api::ImagePackage>> readRpmDatabase(int database, const std::string &program);

} // namespace quayside::images
