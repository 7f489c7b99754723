// What this process sets for itself before it does anything else.
#pragma once

namespace quayside::helper
{

// umask, working directory, SIGPIPE ignored, as many open files as allowed, and a heap that stays small. Call
// it before the first thread.
void prepareProcess();

// Gives what start-up needed and freed back to the system.
void trimMemory();

} // namespace quayside::helper
