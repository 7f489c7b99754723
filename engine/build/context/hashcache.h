// Digests of files' contents, remembered by what the file system says of a file: a file that has not changed
// is not read again.
#pragma once

#include "engine/base/result.h"

#include <sys/stat.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quayside::build
{

// One file on disk for each user (nobody learns from the time that a build takes what another has).
// Thread-safe.
class HashCache
{
public:
    // `folder`: O_DIRECTORY of where it lies, borrowed for the call. A damaged cache is an empty one.
    static Result<std::unique_ptr<HashCache>> open(int folder, std::uint32_t user);
    virtual ~HashCache() = default;

    // 64 hex digits; none: not known, or changed since.
    virtual std::optional<std::string> find(const struct stat &status) = 0;
    // What was changed within two seconds of now is not remembered: a change in the same tick of the file
    // system's clock would not be seen. `status`: from before the content was read, and the same after it.
    virtual void remember(const struct stat &status, const std::string &digest) = 0;
    // To the disk; called after a step. What is lost is only read again.
    virtual Result<> flush() = 0;
};

} // namespace quayside::build
