// The head of an HTTP/1.1 message (RFC 9112).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace quayside::api
{

// Names in lower case; values of repeated fields joined by ", ".
using Headers = std::map<std::string, std::string>;

struct MessageHead {
    Headers headers;
    int minorVersion = 1; // HTTP/1.<minor>
    std::optional<std::uint64_t> contentLength;
    bool chunked = false;
    bool keepAlive = false; // the connection may carry another message after this one
    bool upgrade = false;   // Upgrade with Connection: Upgrade; what follows the message is another protocol

    [[nodiscard]] std::string header(const std::string &lowerCaseName) const
    {
        const auto found = headers.find(lowerCaseName);
        return found == headers.end() ? std::string() : found->second;
    }
};

struct RequestHead : MessageHead {
    std::string method, target; // "GET", "/v1.51/containers/json?all=1"
};

struct ResponseHead : MessageHead {
    int status = 0;
    std::string reason;
};

struct HttpLimits {
    std::size_t headBytes = std::size_t{64} * 1024; // start line and fields; trailers count too
    std::size_t fields = 100;
};

} // namespace quayside::api
