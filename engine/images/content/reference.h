// Names of images, by the grammar of the distribution project (distribution/reference), in Docker's familiar
// form.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::images
{

struct Reference {
    std::string domain;      // "docker.io", "localhost:5000"
    std::string path;        // "library/busybox"
    std::string tag, digest; // may be empty; digest with its algorithm

    // What people write: without docker.io and library.
    [[nodiscard]] std::string familiarName() const;
    [[nodiscard]] std::string familiar() const; // with tag and digest
};

// InvalidArgument, in Docker's words ("invalid reference format: …").
Result<Reference> parseReference(std::string_view text);
// The same; without tag and digest: tag "latest".
Result<Reference> parseTagged(std::string_view text);
// Repository and tag as POST /images/{name}/tag gives them: a repository without tag or digest; an empty tag:
// latest.
Result<Reference> parseRepositoryAndTag(const std::string &repository, const std::string &tag);

// path.Match of Go: * and ? stop at '/', [a-z] and [^a-z]; a malformed pattern matches nothing.
bool globMatches(std::string_view pattern, std::string_view text);

} // namespace quayside::images
