#include "engine/server/transport/websocket.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>

namespace quayside::server
{

namespace
{

constexpr std::string_view acceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // §1.3
constexpr std::size_t longestControl = 125;

bool sameWord(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, [](char a, char b) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
        return lower(a) == lower(b);
    });
}

// Whether a list of tokens holds one.
bool lists(std::string_view list, std::string_view token)
{
    while (!list.empty()) {
        std::string_view word = list.substr(0, list.find(','));
        list.remove_prefix(std::min(word.size() + 1, list.size()));
        while (word.starts_with(' ') || word.starts_with('\t'))
            word.remove_prefix(1);
        while (word.ends_with(' ') || word.ends_with('\t'))
            word.remove_suffix(1);
        if (sameWord(word, token))
            return true;
    }
    return false;
}

bool isControl(WebSocketOpcode opcode)
{
    return static_cast<std::uint8_t>(opcode) >= 8;
}

// Codes that a peer may send (§7.4.1, §7.4.2).
bool maySend(unsigned code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006) ||
           (code >= 3000 && code <= 4999);
}

} // namespace

Result<std::map<std::string, std::string>> webSocketAnswer(const std::map<std::string, std::string> &headers)
{
    const auto value = [&headers](const char *name) {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    };
    if (!lists(value("upgrade"), "websocket") || !lists(value("connection"), "upgrade"))
        return fail(ErrorKind::InvalidArgument,
                    "a WebSocket handshake is wanted here: Upgrade: websocket and Connection: Upgrade");
    if (value("sec-websocket-version") != "13")
        return fail(ErrorKind::InvalidArgument,
                    "WebSocket version \"{}\" is not spoken here: Sec-WebSocket-Version: 13 is wanted",
                    value("sec-websocket-version").substr(0, 16));
    const std::string key = value("sec-websocket-key");
    const auto nonce = QByteArray::fromBase64Encoding(QByteArray::fromStdString(key),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!nonce || nonce.decoded.size() != 16)
        return fail(ErrorKind::InvalidArgument, "Sec-WebSocket-Key is not 16 bytes in base64");
    if (const std::string origin = value("origin"); !origin.empty()) {
        const std::size_t host = origin.find("://");
        if (host == std::string::npos || origin.substr(host + 3) != value("host"))
            return fail(ErrorKind::Forbidden, "a page of {} may not attach to a container",
                        origin.substr(0, 128));
    }
    const QByteArray digest = QCryptographicHash::hash(
        QByteArray::fromStdString(key + std::string(acceptSuffix)), QCryptographicHash::Sha1);
    return std::map<std::string, std::string>{{"Upgrade", "websocket"},
                                              {"Connection", "Upgrade"},
                                              {"Sec-WebSocket-Accept", digest.toBase64().toStdString()}};
}

std::string webSocketFrame(WebSocketOpcode opcode, std::string_view payload)
{
    std::string frame(1, static_cast<char>(0x80 | static_cast<std::uint8_t>(opcode)));
    const std::uint64_t length = payload.size();
    const int bytes = length < 126 ? 0 : length <= 0xFFFF ? 2 : 8;
    frame += static_cast<char>(bytes == 0 ? length : bytes == 2 ? 126 : 127);
    for (int i = bytes - 1; i >= 0; --i)
        frame += static_cast<char>(length >> (8 * i) & 0xFF);
    return frame.append(payload);
}

std::string webSocketClose(std::uint16_t code)
{
    const char payload[] = {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    return webSocketFrame(WebSocketOpcode::Close, {payload, sizeof payload});
}

bool WebSocketParser::Utf8::take(std::string_view bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (m_missing > 0) {
            if (byte < m_least || byte > m_greatest)
                return false;
            m_least = 0x80;
            m_greatest = 0xBF;
            --m_missing;
        } else if (byte >= 0x80) {
            if (byte < 0xC2 || byte > 0xF4)
                return false;
            m_missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
            m_least = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
            m_greatest = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
        }
    }
    return true;
}

std::vector<WebSocketInput> WebSocketParser::feed(std::string_view bytes)
{
    std::vector<WebSocketInput> inputs;
    while (!m_failure && !m_closed) {
        if (!m_inPayload && !takeHeader(bytes))
            break;
        takePayload(bytes, inputs);
        if (m_inPayload) // more of it is to come
            break;
    }
    return inputs;
}

// False: it is not whole yet, or wrong.
bool WebSocketParser::takeHeader(std::string_view &bytes)
{
    const auto at = [this](std::size_t i) { return static_cast<std::uint8_t>(m_header[i]); };
    std::size_t wanted = 2;
    for (;;) {
        if (m_header.size() >= 2) {
            if (!headerIsRight(at(0), at(1)))
                return false;
            const unsigned length = at(1) & 0x7F;
            wanted = 2U + (length == 126 ? 2U : length == 127 ? 8U : 0U) + 4U;
        }
        if (m_header.size() == wanted)
            break;
        if (bytes.empty())
            return false;
        m_header += bytes.front();
        bytes.remove_prefix(1);
    }
    m_left = at(1) & 0x7F;
    if (wanted > 6) {
        m_left = 0;
        for (std::size_t i = 2; i + 4 < wanted; ++i)
            m_left = m_left << 8 | at(i);
    }
    if (m_left >> 63 != 0) { // §5.2: the most significant bit is 0
        fail(closeProtocolError);
        return false;
    }
    for (std::size_t i = 0; i < 4; ++i)
        m_mask[i] = at(wanted - 4 + i);
    m_opcode = static_cast<WebSocketOpcode>(at(0) & 0x0F);
    m_final = (at(0) & 0x80) != 0;
    if (!isControl(m_opcode) && m_opcode != WebSocketOpcode::Continuation) {
        m_inMessage = true;
        m_textMessage = m_opcode == WebSocketOpcode::Text;
        m_utf8.reset();
    }
    m_position = 0;
    m_control.clear();
    m_header.clear();
    m_inPayload = true;
    return true;
}

// §5.1, §5.2, §5.4, §5.5: what can be said from the first two bytes.
bool WebSocketParser::headerIsRight(std::uint8_t first, std::uint8_t second)
{
    const unsigned opcode = first & 0x0F;
    const bool control = opcode >= 8, final = (first & 0x80) != 0;
    const bool known = opcode <= 2 || (opcode >= 8 && opcode <= 10);
    const bool reserved = (first & 0x70) != 0, masked = (second & 0x80) != 0;
    const bool inOrder = control || (opcode == 0) == m_inMessage;
    if (known && !reserved && masked && inOrder && (!control || (final && (second & 0x7F) <= longestControl)))
        return true;
    fail(closeProtocolError);
    return false;
}

void WebSocketParser::takePayload(std::string_view &bytes, std::vector<WebSocketInput> &inputs)
{
    std::string text(
        bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()))));
    bytes.remove_prefix(text.size());
    for (char &c : text)
        c = static_cast<char>(static_cast<std::uint8_t>(c) ^ m_mask[m_position++ % 4]);
    m_left -= text.size();
    if (isControl(m_opcode))
        m_control += text;
    else
        takeData(std::move(text), inputs);
    if (m_left > 0 || m_failure)
        return;
    m_inPayload = false;
    frameEnded(inputs);
}

void WebSocketParser::takeData(std::string text, std::vector<WebSocketInput> &inputs)
{
    if (m_textMessage && !m_utf8.take(text))
        return fail(closeBadText);
    if (!text.empty())
        inputs.push_back({.kind = m_textMessage ? WebSocketOpcode::Text : WebSocketOpcode::Binary,
                          .payload = std::move(text)});
}

void WebSocketParser::frameEnded(std::vector<WebSocketInput> &inputs)
{
    if (m_opcode == WebSocketOpcode::Close)
        return closed(inputs);
    if (isControl(m_opcode)) {
        inputs.push_back({.kind = m_opcode, .payload = std::move(m_control)});
        return;
    }
    if (!m_final)
        return;
    m_inMessage = false;
    if (m_textMessage && !m_utf8.complete())
        fail(closeBadText);
}

void WebSocketParser::closed(std::vector<WebSocketInput> &inputs)
{
    m_closed = true;
    WebSocketInput input{.kind = WebSocketOpcode::Close};
    if (m_control.size() == 1)
        return fail(closeProtocolError);
    if (m_control.size() >= 2) {
        const unsigned code =
            static_cast<std::uint8_t>(m_control[0]) << 8U | static_cast<std::uint8_t>(m_control[1]);
        Utf8 reason;
        if (!maySend(code))
            return fail(closeProtocolError);
        if (!reason.take(std::string_view(m_control).substr(2)) || !reason.complete())
            return fail(closeBadText);
        input.closeCode = static_cast<std::uint16_t>(code);
    }
    inputs.push_back(std::move(input));
}

} // namespace quayside::server
