// URLs and repositories as Dockerfiles and docker build name them. Pure.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::build
{

// http:// and https:// only, without user and password, printable. InvalidArgument otherwise.
Result<> checkUrl(const std::string &url);
// The last part of its path, decoded; empty: there is none that could be a file's name.
std::string fileNameOf(const std::string &url);

struct GitLocation {
    std::string url;    // for git
    std::string ref;    // empty: the repository's HEAD
    std::string folder; // in it; empty: all
    bool ssh = false;
};
// InvalidArgument: a protocol other than https, http, git and ssh; a ref or URL that git could take for an
// option; a password.
Result<GitLocation> parseGit(const std::string &text);

// Seconds since 1970 of "Wed, 21 Oct 2015 07:28:00 GMT" (RFC 9110, IMF-fixdate); 0 where it is none.
std::int64_t parseHttpDate(const std::string &text);

} // namespace quayside::build
