// Incremental, strict parsers of HTTP/1.1 messages over llhttp; no lenient flag is on. The body is not kept:
// its pieces are views into what was given.
#pragma once

#include "engine/api/http/message.h"
#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"

#include <memory>
#include <string_view>
#include <vector>

namespace quayside::api
{

// What the two parsers share.
class MessageParser
{
public:
    virtual ~MessageParser();
    MessageParser(const MessageParser &) = delete;
    MessageParser &operator=(const MessageParser &) = delete;

    // Takes bytes from the front of `input`: all of them, or up to the end of the message; what is left then
    // belongs to the next message (or to the protocol upgraded to). Appends the body's pieces, decoded from
    // their chunks, to `body`. InvalidArgument: not HTTP, or ambiguous (Transfer-Encoding beside
    // Content-Length, two of either, any coding but chunked). TooLarge: the head is over the limits. After an
    // error the parser is of no more use.
    Result<> parse(std::string_view &input, std::vector<std::string_view> &body);
    // The other side has closed. Completes a response whose body reaches to the end; else InvalidArgument
    // "cut off".
    Result<> finish();

    [[nodiscard]] bool started() const;   // at least one byte of the message was seen
    [[nodiscard]] bool headReady() const; // the head can be read
    [[nodiscard]] bool complete() const;  // the message's end was seen
    // Bytes of the body that come next, up to its end or that of a chunk.
    [[nodiscard]] std::uint64_t run() const;
    // So many of those went past this parser.
    Result<> pass(std::uint64_t count);
    // For the next message on the connection.
    void reset();

    struct State; // llhttp's, and ours

protected:
    explicit MessageParser(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

class RequestParser final : public MessageParser
{
public:
    explicit RequestParser(const HttpLimits &limits = {});
    // As parse(), but stops where the head ends: what is left then is the body as it came, and more.
    Result<> parseHead(std::string_view &input);
    // Checked: HTTP/1.0 or 1.1, the target begins with '/', one Host field where it is 1.1.
    [[nodiscard]] const RequestHead &head() const;
};

// A body whose head another process has read.
class BodyParser final : public MessageParser
{
public:
    explicit BodyParser(const BodyFraming &framing);
};

class ResponseParser final : public MessageParser
{
public:
    explicit ResponseParser(const HttpLimits &limits = {});
    // To be said before the answer to a HEAD request is parsed: it has no body whatever its fields say. Until
    // reset().
    void expectNoBody();
    [[nodiscard]] const ResponseHead &head() const;
};

} // namespace quayside::api
