// A stream whose beginning is looked at before it is read.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace quayside::build
{

class PeekedSource : public api::ByteSource
{
public:
    explicit PeekedSource(api::ByteSource &from) : m_from(from) {} // borrowed

    // The first `most` bytes, fewer where there are no more; read() gives them once more.
    Result<std::string_view> peek(std::size_t most)
    {
        constexpr std::size_t piece = 64 << 10;
        while (m_ahead.size() < most) {
            const std::size_t have = m_ahead.size();
            m_ahead.resize(std::min(have + piece, most));
            auto got = m_from.read(std::span(m_ahead).subspan(have));
            m_ahead.resize(have + got.value_or(0));
            if (!got)
                return std::unexpected(std::move(got).error());
            if (*got == 0)
                break;
        }
        return std::string_view(m_ahead);
    }
    // What peek() has read; read() does not give it then.
    std::string take() { return std::move(m_ahead); }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        if (m_at >= m_ahead.size())
            return m_from.read(buffer);
        const std::size_t now = m_ahead.copy(buffer.data(), buffer.size(), m_at);
        m_at += now;
        return now;
    }

private:
    api::ByteSource &m_from;
    std::string m_ahead;
    std::size_t m_at = 0;
};

} // namespace quayside::build
