// What this process sets for itself before it does anything else.
#pragma once

namespace quayside::helper
{

// umask, working directory, SIGPIPE ignored, as many open files as allowed, and a heap that stays small. Call
// it before the first thread.
void prepareProcess();

// Gives back to the system what start-up needed: freed heap, and the pages of program text that ran once
// (some 40 libraries initialise themselves, and each fault maps 16 pages around it). What is needed again is
// still in the page cache and comes back with a minor fault.
void trimMemory();

} // namespace quayside::helper
