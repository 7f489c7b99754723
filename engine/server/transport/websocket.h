// The WebSocket protocol (RFC 6455), a server's side, without extensions: framing, pure and event-free.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::server
{

enum class WebSocketOpcode : std::uint8_t {
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

// Codes of RFC 6455 §7.4.1.
inline constexpr std::uint16_t closeNormal = 1000, closeProtocolError = 1002, closeBadText = 1007,
                               closeInternalError = 1011;

// The fields of the answer to an opening handshake (§4.2.2). InvalidArgument: it is none, or of another
// version; Forbidden: a page of another origin sends it (§10.2). `headers`: of the request, names in lower
// case.
Result<std::map<std::string, std::string>> webSocketAnswer(const std::map<std::string, std::string> &headers);

// One unmasked frame, not fragmented.
std::string webSocketFrame(WebSocketOpcode opcode, std::string_view payload);
std::string webSocketClose(std::uint16_t code);
inline constexpr std::size_t longestFrameHeader = 10;

// What a client sent, in its order.
struct WebSocketInput {
    WebSocketOpcode kind = WebSocketOpcode::Binary; // Text and Binary: data; Ping, Pong; Close
    std::string payload;         // of data: as much as has come, messages do not matter here
    std::uint16_t closeCode = 0; // Close: to be answered; 0: the client gave none
};

// Takes bytes as they come and gives data at once, so that a frame of any length costs no memory.
class WebSocketParser
{
public:
    // Nothing more may be fed after failure() is set or a Close was returned.
    std::vector<WebSocketInput> feed(std::string_view bytes);
    // The code to close with, once the client broke the protocol.
    [[nodiscard]] std::optional<std::uint16_t> failure() const { return m_failure; }

private:
    // UTF-8 across the frames of a text message (RFC 3629): no overlong forms, no surrogates.
    class Utf8
    {
    public:
        bool take(std::string_view bytes);
        [[nodiscard]] bool complete() const { return m_missing == 0; }
        void reset() { m_missing = 0; }

    private:
        int m_missing = 0;                               // bytes of the current character
        unsigned char m_least = 0x80, m_greatest = 0xBF; // of its next byte
    };

    bool takeHeader(std::string_view &bytes);
    bool headerIsRight(std::uint8_t first, std::uint8_t second);
    void takePayload(std::string_view &bytes, std::vector<WebSocketInput> &inputs);
    void takeData(std::string text, std::vector<WebSocketInput> &inputs);
    void frameEnded(std::vector<WebSocketInput> &inputs);
    void closed(std::vector<WebSocketInput> &inputs);
    void fail(std::uint16_t code) { m_failure = code; }

    std::string m_header;
    bool m_inPayload = false, m_final = false, m_inMessage = false, m_textMessage = false, m_closed = false;
    WebSocketOpcode m_opcode = WebSocketOpcode::Binary;
    std::uint64_t m_left = 0, m_position = 0; // of the payload
    std::uint8_t m_mask[4] = {};
    std::string m_control; // payload of a control frame: at most 125 bytes
    Utf8 m_utf8;
    std::optional<std::uint16_t> m_failure;
};

} // namespace quayside::server
