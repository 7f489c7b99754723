// HTTP to hosts that nobody has to trust, over Qt Network. Calls block the thread; each thread needs a
// Transport of its own.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"
#include "engine/images/registry/certificates.h"
#include "engine/images/registry/proxy.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

class QNetworkReply;

namespace quayside::images
{

struct Way; // how an origin is reached

struct HttpRequest {
    std::string method = "GET";
    std::string url;
    std::map<std::string, std::string> headers{};
    std::string
        authorization{}; // the header's value; goes to the URL's own origin, and along no redirect to another
    std::string body{};
    int file = -1;                                   // instead of `body`: an open file (borrowed)
    std::uint64_t from = 0, length = 0;              // of the file, in bytes; length 0: to its end
    std::function<void(std::uint64_t bytes)> sent{}; // of the body so far; may be empty
};

struct HttpHead {
    int status = 0;
    std::map<std::string, std::string> headers{}; // names in lower case
    std::string url{};                            // where it came from, after redirects

    [[nodiscard]] std::string header(const std::string &name) const;
};

struct HttpAnswer {
    HttpHead head;
    std::string body;
};

// A body as it comes. read(): Unavailable where the connection breaks or nothing comes for half a minute.
class HttpBody : public api::ByteSource
{
public:
    [[nodiscard]] virtual const HttpHead &head() const = 0;
};

// All of it. TooLarge: over `most` bytes.
Result<HttpAnswer> readAnswer(HttpBody &body, std::size_t most);

class Transport
{
public:
    struct Options {
        // For an origin, asked once for each; empty: the system's authorities count, and nothing else.
        std::function<Result<TlsSettings>(const std::string &origin)> tls{};
        ProxySettings proxies{};
        std::function<bool()> cancelled{};          // asked ten times a second; may be empty
        std::chrono::milliseconds patience{30'000}; // without a byte
    };
    explicit Transport(Options options);
    ~Transport();
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    // Any status is an answer. GET and HEAD follow up to five redirects, never from https to http.
    // Unavailable: no answer; InvalidArgument: a certificate, a redirect or a proxy that is refused;
    // Forbidden: the proxy wants another password; Cancelled; TooLarge: over `most` bytes.
    Result<HttpAnswer> call(const HttpRequest &request, std::size_t most = 4 << 20);
    Result<std::unique_ptr<HttpBody>> open(const HttpRequest &request);
    // false: cancelled meanwhile.
    bool sleep(std::chrono::milliseconds time);

private:
    struct Connections;
    Result<const Way *> wayTo(const std::string &origin);
    Result<std::unique_ptr<QNetworkReply>> sendOnce(const HttpRequest &request, const std::string &what);

    Options m_options;
    std::unique_ptr<Connections> m_connections;
};

} // namespace quayside::images
