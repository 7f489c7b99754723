// Builds as they are recorded: what our own /quayside/builds… answers (docs/extensions.md).
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

// Times are RFC 3339 with nine digits; "": not yet, or nobody knows.
struct BuildStep {
    std::int64_t number = 0;                  // as in "Step 3/12": from 1
    std::string stage;                        // its name, else its number; "": ARG before the first FROM
    std::string instruction;                  // in one line, its beginning where it is very long
    std::int64_t firstLine = 0, lastLine = 0; // in the Dockerfile; 0: it stands in none (--label)
    std::string state;                        // waiting, running, cached, done, failed, cancelled
    std::string started, ended;               //
    std::int64_t duration = 0;                // ns, once it has ended
    std::string base;                         // of FROM an image: the id that its name stood for
    std::string layer;                        // chain id, hex digits; "": it changed no file
    std::int64_t size = 0;                    // bytes of that layer's files
    std::string cacheKey;                     // hex digits
    std::string why;           // it was run: what has changed since the last time; "": no last time
    std::string error;         // of a failed one
    std::int64_t exitCode = 0; // of a command that failed
    std::int64_t logBytes = 0, logLeftOut = 0; // that are kept; that were too many
    bool enterable = false;                    // POST …/steps/{n}/image may give an image of it
};

struct BuildRecord {
    std::string id; // hex digits
    std::int64_t owner = 0;
    std::string state; // running, done, failed, cancelled; interrupted: the engine ended before it
    std::vector<std::string> tags;
    std::string
        context; // "upload", "folder" (contextfd), or the address that it came from, without a password
    std::string dockerfile; // its path in the context
    std::string target, platform;
    std::vector<std::string> arguments; // names of --build-arg; a value may be a secret
    bool noCache = false;
    std::string started, ended;
    std::int64_t duration = 0; // ns, once it has ended
    std::string image;         // its id, of one that is done
    std::string error;         // of one that has failed
    std::int64_t exitCode = 0; // of its command that failed
    std::int64_t stepCount = 0, endedSteps = 0, cachedSteps = 0;
    // Not in lists:
    std::vector<BuildStep> steps; // the first 500
    std::string text;             // the Dockerfile's
};
std::string encode(const BuildRecord &build);
template <>
Result<BuildRecord> decode(std::string_view json);

// GET /quayside/builds: the newest first, without steps and texts.
std::string encode(const std::vector<BuildRecord> &builds);
template <>
Result<std::vector<BuildRecord>> decode(std::string_view json);

// A piece of a step's log.
struct BuildLog {
    std::int64_t number = 0; // of the step
    std::int64_t offset = 0; // bytes of the log before it
    std::string text;        // bytes that are no UTF-8 have become U+FFFD
};

// One line of GET /quayside/builds/{id}/events: one of these, as it is now.
struct BuildChange {
    std::optional<BuildRecord> build; // without steps: the first line and the last, and when they are known
    std::optional<BuildStep> step;
    std::optional<BuildLog> log;
};
std::string encode(const BuildChange &change);
template <>
Result<BuildChange> decode(std::string_view json);

// The answer to POST /quayside/builds/{id}/steps/{n}/image.
struct BuildStepImage {
    std::string image;              // id; it has no name and belongs to the caller
    std::vector<std::string> shell; // SHELL in that step: ["/bin/sh", "-c"]
    std::vector<std::string>
        environment; // NAME=value, build arguments that the image's own environment lacks
};
std::string encode(const BuildStepImage &image);
template <>
Result<BuildStepImage> decode(std::string_view json);

} // namespace quayside::api
