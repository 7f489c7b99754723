// Process 1 of a container with --init: starts the command, passes signals on to it, and reaps what is left
// to it.
#pragma once

namespace quayside::stage
{

// argv: quayside-init init PROGRAM ARGV0 ARGV1 … Returns the exit status: the command's own, 128 + n where
// signal n ended it, 126 or 127 where it could not be started.
int reap(int argc, char **argv, char **environment);

} // namespace quayside::stage
