// The chunked transfer coding (RFC 9112 section 7.1), writing side.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>

namespace quayside::api
{

inline constexpr std::string_view chunkEnd = "\r\n";
inline constexpr std::string_view lastChunk = "0\r\n\r\n";

// The line before a chunk of `size` bytes (more than 0: a chunk of none would end the body).
class ChunkHeader
{
public:
    explicit ChunkHeader(std::size_t size)
    {
        char *end = std::to_chars(m_text.data(), m_text.data() + 16, size, 16).ptr;
        *end++ = '\r';
        *end++ = '\n';
        m_length = static_cast<std::size_t>(end - m_text.data());
    }
    [[nodiscard]] std::string_view text() const { return {m_text.data(), m_length}; }

private:
    std::array<char, 18> m_text{};
    std::size_t m_length = 0;
};

} // namespace quayside::api
