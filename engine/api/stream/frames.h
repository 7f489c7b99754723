// Docker's multiplexed streams: each piece of output behind a header of 8 bytes: stream (0 stdin, 1 stdout, 2
// stderr), three zeros, length (big-endian, 32 bits). Docker Engine API, "Stream format" of ContainerAttach.
#pragma once

#include "engine/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quayside::api
{

enum class Stream : std::uint8_t { Stdin = 0, Stdout = 1, Stderr = 2 };

inline constexpr std::size_t frameHeaderSize = 8;

// The header of a frame of `length` bytes.
std::array<char, frameHeaderSize> frameHeader(Stream stream, std::uint32_t length);

// Takes a multiplexed stream apart, however its pieces are cut, without keeping any of its payload.
class FrameDecoder
{
public:
    struct Piece {
        Stream stream = Stream::Stdout;
        std::string_view bytes; // points into the input; a part of a frame
    };
    // Takes from the front of `input` as far as the next piece of payload reaches. An empty piece: the input
    // is used up. InvalidArgument: this is no multiplexed stream.
    Result<Piece> next(std::string_view &input);
    // True between two frames: where a stream may end.
    [[nodiscard]] bool atBoundary() const { return m_headerBytes == 0 && m_left == 0; }

private:
    std::array<char, frameHeaderSize> m_header{};
    std::size_t m_headerBytes = 0; // of the header that is being read
    std::uint32_t m_left = 0;      // payload bytes of the current frame
};

} // namespace quayside::api
