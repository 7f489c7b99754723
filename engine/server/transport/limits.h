// What one client may ask of the engine's memory, descriptors and patience.
#pragma once

#include "engine/api/http/message.h"

#include <chrono>
#include <cstddef>

namespace quayside::server
{

struct TransportLimits {
    api::HttpLimits http;
    std::size_t callBody = std::size_t{4} * 1024 * 1024;
    std::size_t sessionBody = std::size_t{64} * 1024;
    std::size_t queue = std::size_t{256} * 1024;           // of a session's output, before write() says false
    std::size_t pipelined = std::size_t{64} * 1024;        // bytes of following requests that are read ahead
    std::size_t discarded = std::size_t{64} * 1024 * 1024; // of a body that nobody wanted, before hanging up
    std::chrono::milliseconds head{30'000};          // from a request's first byte to the end of its head
    std::chrono::milliseconds body{60'000};          // a call's or a session's whole body
    std::chrono::milliseconds idle{600'000};         // between requests
    std::chrono::milliseconds linger{5'000};         // for the client to read our last words
    int connections = 4096, connectionsOfUser = 256; // all, and of one user who is not root
};

} // namespace quayside::server
