// One engine per root: a lock on <root>/engine.lock for as long as the records are open.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <chrono>
#include <string>

namespace quayside::records
{

// flock(2): the kernel drops it with the last descriptor, so a killed engine leaves nothing to clean up. A
// child that a killed engine forked may hold it a moment longer: hence the wait. Conflict, naming the
// holder's pid, where it is still taken then.
Result<Fd> lockFile(const std::string &path, std::chrono::milliseconds patience);

} // namespace quayside::records
