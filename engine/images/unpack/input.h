// A stream, the first bytes of which have been looked at.
#pragma once

#include "engine/api/stream/movable.h"

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
    explicit Input(std::unique_ptr<api::ByteSource> source)
        : m_source(std::move(source)), m_movable(dynamic_cast<api::MovableSource *>(m_source.get())),
          m_buffer(blockSize)
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

    // What was looked at is to be read.
    [[nodiscard]] std::uint64_t movable() const { return canMove() ? m_movable->movable() : 0; }
    Result<std::uint64_t> moveTo(int pipe, std::uint64_t count, bool wait)
    {
        return canMove() ? m_movable->moveTo(pipe, count, wait) : Result<std::uint64_t>(0);
    }

private:
    static constexpr std::size_t blockSize = std::size_t{256} * 1024;
    [[nodiscard]] bool canMove() const { return m_movable != nullptr && m_peeked == 0; }

    std::unique_ptr<api::ByteSource> m_source;
    api::MovableSource *m_movable; // it, where it can
    std::vector<char> m_buffer;
    std::size_t m_peeked = 0;
};

} // namespace quayside::images
