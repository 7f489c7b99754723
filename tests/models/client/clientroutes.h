// An engine for the tests of the client: canned answers of every kind.
#pragma once

#include "engine/server/router.h"

#include <atomic>
#include <cstddef>
#include <map>
#include <string>

namespace quayside::test
{

server::Routes containerRoutes();
server::Routes otherRoutes();

// The last request to one of some routes.
struct Seen {
    std::string path;
    std::multimap<std::string, std::string> query;
    std::string body;
};
inline Seen seen;
inline std::atomic<std::size_t> uploaded = 0;  // bytes of the last archive
inline std::atomic<bool> streamClosed = false; // the last stream's client has gone

long residentKiB();

} // namespace quayside::test
