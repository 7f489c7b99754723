// The WebSocket framing that a client sends, cut into pieces whose sizes come from its first byte: however it
// is cut, data, end and failure must be the same.
#include "engine/server/transport/websocket.h"

#include <cstdint>
#include <cstdlib>

using namespace quayside::server;

namespace
{

struct Outcome {
    std::string data;
    int closes = 0, controls = 0;
    std::optional<std::uint16_t> failure;
    bool operator==(const Outcome &) const = default;
};

Outcome run(std::string_view bytes, std::size_t piece)
{
    WebSocketParser parser;
    Outcome outcome;
    while (!bytes.empty() && !parser.failure() && outcome.closes == 0) {
        for (const auto &input : parser.feed(bytes.substr(0, piece))) {
            outcome.closes += input.kind == WebSocketOpcode::Close ? 1 : 0;
            outcome.controls += static_cast<int>(input.kind) > 8 ? 1 : 0;
            if (static_cast<int>(input.kind) < 8)
                outcome.data += input.payload;
        }
        bytes.remove_prefix(std::min(piece, bytes.size()));
    }
    outcome.failure = parser.failure();
    if (outcome.failure == closeBadText)
        outcome.data.clear(); // how much of the text came before depends on the pieces
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    if (run(bytes, 1 + data[0]) != run(bytes, bytes.size()))
        std::abort();
    return 0;
}
