// What the transport tests ask of a listener: routes of every kind, and requests as text.
#pragma once

#include "engine/server/router.h"

#include <atomic>
#include <cstddef>
#include <string>

namespace quayside::test
{

std::string request(const std::string &line, const std::string &fields = {}, const std::string &body = {});
std::string post(const std::string &path, const std::string &body);

// GET /_ping, HEAD /_ping, POST /echo (its body), GET /slow (300 ms), GET /what (version, q, peer), GET
// /images/{name:*}/json (the name), DELETE /none (204), POST /conflict (409); transfers POST /swallow
// (counts), GET /pour?pieces=N (of 64 KiB), POST /refuse, POST /borrow (counts on the lent socket), GET
// /borrow
// ("helloworld!ab" on it; ?fail=1: fails then); sessions GET /flood?bytes=N (zeros), POST /attach
// (hijacks, echoes, says "bye"; ?fail=1: refuses), GET /then (callThen; ?fail=1).
server::Routes testRoutes();

// Of the last GET /flood.
inline std::atomic<bool> floodEnded = false;
inline std::atomic<std::size_t> floodWritten = 0;
// Of the last POST /attach.
inline std::atomic<bool> echoClosed = false;
// Of the last transfer.
inline std::atomic<std::size_t> transferred = 0;
inline std::atomic<bool> transferCancelled = false;

long residentKiB();

} // namespace quayside::test
