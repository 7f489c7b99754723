// A stream, the first bytes of which have been looked at.
#pragma once

#include "engine/api/stream/bytestream.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace quayside::images
{

class Input
{
public:
    explicit Input(std::unique_ptr<api::ByteSource> source) : m_source(std::move(source)), m_buffer(blockSize)
    {
    }

    // Up to `wanted` bytes without taking them.
    Result<std::string_view> peek(std::size_t wanted)
    {
        while (m_peeked < wanted) {
            TRY(const std::size_t got, m_source->read(std::span(m_buffer).subspan(m_peeked)));
            if (got == 0)
                break;
            m_peeked += got;
        }
        return std::string_view(m_buffer.data(), m_peeked);
    }

    // The next bytes, valid until the next call; empty: the end.
    Result<std::string_view> next()
    {
        if (m_peeked > 0)
            return std::string_view(m_buffer.data(), std::exchange(m_peeked, 0));
        TRY(const std::size_t got, m_source->read(m_buffer));
        return std::string_view(m_buffer.data(), got);
    }

    // The same into the caller's buffer.
    Result<std::size_t> read(std::span<char> buffer)
    {
        if (m_peeked == 0)
            return m_source->read(buffer);
        const std::size_t now = std::min(buffer.size(), m_peeked);
        std::copy_n(m_buffer.begin(), now, buffer.begin());
        std::move(m_buffer.begin() + static_cast<std::ptrdiff_t>(now),
                  m_buffer.begin() + static_cast<std::ptrdiff_t>(m_peeked), m_buffer.begin());
        m_peeked -= now;
        return now;
    }

private:
    static constexpr std::size_t blockSize = std::size_t{256} * 1024;

    std::unique_ptr<api::ByteSource> m_source;
    std::vector<char> m_buffer;
    std::size_t m_peeked = 0;
};

} // namespace quayside::images
