#include "engine/api/stream/frames.h"

#include <algorithm>

namespace quayside::api
{

std::array<char, frameHeaderSize> frameHeader(Stream stream, std::uint32_t length)
{
    return {static_cast<char>(stream),
            0,
            0,
            0,
            static_cast<char>(length >> 24),
            static_cast<char>(length >> 16),
            static_cast<char>(length >> 8),
            static_cast<char>(length)};
}

Result<FrameDecoder::Piece> FrameDecoder::next(std::string_view &input)
{
    while (m_left == 0) {
        const std::size_t wanted = std::min(frameHeaderSize - m_headerBytes, input.size());
        std::copy_n(input.begin(), wanted, m_header.begin() + static_cast<std::ptrdiff_t>(m_headerBytes));
        input.remove_prefix(wanted);
        m_headerBytes += wanted;
        if (m_headerBytes < frameHeaderSize)
            return Piece{};
        auto byte = [&](std::size_t i) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(m_header[i]));
        };
        if (byte(0) > 2 || byte(1) != 0 || byte(2) != 0 || byte(3) != 0)
            return fail(ErrorKind::InvalidArgument,
                        "not a multiplexed stream: its frame begins with {:02x} {:02x}", byte(0), byte(1));
        m_left = byte(4) << 24 | byte(5) << 16 | byte(6) << 8 | byte(7);
        m_headerBytes = 0;
    }
    const Piece piece{static_cast<Stream>(m_header[0]), input.substr(0, m_left)};
    input.remove_prefix(piece.bytes.size());
    m_left -= static_cast<std::uint32_t>(piece.bytes.size());
    return piece;
}

} // namespace quayside::api
