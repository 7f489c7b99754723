// The heads of our answers.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace quayside::server
{

struct AnswerHead {
    int status = 200;
    std::string contentType;           // empty: none
    std::optional<std::size_t> length; // Content-Length
    bool chunked = false;
    bool close = false;    // Connection: close
    bool upgraded = false; // Connection: Upgrade, Upgrade: tcp
    std::map<std::string, std::string> more;
};

// Status line, fields and the empty line, with what dockerd sends along: Api-Version, Docker-Experimental,
// Ostype, Server.
std::string write(const AnswerHead &head);

} // namespace quayside::server
