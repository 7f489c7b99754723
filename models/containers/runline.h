// RunOptions as a `docker run` line, and back.
#pragma once

#include "models/containers/runoptions.h"

namespace quayside::models
{

// "docker run -d --name web -p 4000:80 busybox httpd -f". Only what differs from the defaults is written.
QString toRunLine(const RunOptions &options);

// The options alone, each with its value, as the shell reads them: {"--name web", "-p 4000:80"}.
QStringList runLinePieces(const RunOptions &options);

struct ParsedRunLine {
    RunOptions options;
    QStringList ignored; // options that are understood but not offered here: "--gpus all"
};
// Reads `docker run …`, `podman run …`, also with sudo and "container run"; flags in every form that docker
// takes
// (-it, -p80:80, --name=x, --name x). InvalidArgument: no run line, a flag unknown to docker, a value missing
// or unreadable; the message names it.
Result<ParsedRunLine> parseRunLine(const QString &line);

} // namespace quayside::models
