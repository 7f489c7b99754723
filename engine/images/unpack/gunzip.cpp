#include "engine/images/unpack/gunzip.h"

#include <isa-l/igzip_lib.h>

#include <limits>

namespace quayside::images
{
namespace
{

constexpr std::uint8_t firstOfMember = 0x1f;

const char *reasonOf(int status)
{
    switch (status) {
    case ISAL_INVALID_BLOCK:
        return "an invalid block";
    case ISAL_INVALID_SYMBOL:
        return "an invalid code";
    case ISAL_INVALID_LOOKBACK:
        return "a distance that reaches too far back";
    case ISAL_INVALID_WRAPPER:
    case ISAL_UNSUPPORTED_METHOD:
        return "its head is none of gzip's";
    case ISAL_INCORRECT_CHECKSUM:
        return "its checksum is another one";
    default:
        return "unknown reason";
    }
}

} // namespace

struct Gunzip::State {
    inflate_state stream;
};

Gunzip::Gunzip(Input input) : m_input(std::move(input)), m_state(std::make_unique<State>())
{
    ::isal_inflate_init(&m_state->stream);
    m_state->stream.crc_flag = ISAL_GZIP; // head and tail are read, and the tail is compared
}

Gunzip::~Gunzip() = default;

Result<std::size_t> Gunzip::read(std::span<char> buffer)
{
    inflate_state &stream = m_state->stream;
    const std::size_t room = std::min<std::size_t>(buffer.size(), std::numeric_limits<std::int32_t>::max());
    stream.next_out = reinterpret_cast<std::uint8_t *>(buffer.data());
    stream.avail_out = static_cast<std::uint32_t>(room);
    while (stream.avail_out == room && !m_ended)
        CHECK(step());
    return room - stream.avail_out;
}

Result<> Gunzip::step()
{
    inflate_state &stream = m_state->stream;
    // It keeps bytes that found no room: what it had may last for another call.
    if (stream.avail_in == 0 && m_hungry)
        CHECK(refill());
    if (m_ended)
        return {};
    if (!m_insideMember && *stream.next_in != firstOfMember) {
        passOver();
        return {};
    }
    m_insideMember = true;
    const int status = ::isal_inflate(&stream);
    m_hungry = stream.avail_out > 0;
    if (status < 0 && m_members && stream.total_out == 0) {
        passOver();
        return {};
    }
    if (status < 0)
        return fail(ErrorKind::InvalidArgument, "the gzip data is damaged ({})", reasonOf(status));
    if (stream.block_state != ISAL_BLOCK_FINISH)
        return {};
    ::isal_inflate_reset(&stream);
    m_insideMember = false;
    m_members = m_hungry = true;
    return {};
}

// What comes from here on.
void Gunzip::passOver()
{
    m_state->stream.avail_in = 0;
    m_insideMember = false;
    m_padding = m_hungry = true;
}

Result<> Gunzip::refill()
{
    std::string_view bytes;
    do {
        TRY(bytes, m_input.next());
    } while (m_padding && !bytes.empty());
    m_ended = bytes.empty();
    if (m_ended && m_insideMember)
        return fail(ErrorKind::InvalidArgument, "the gzip data ends too early");
    m_state->stream.next_in = reinterpret_cast<std::uint8_t *>(const_cast<char *>(bytes.data()));
    m_state->stream.avail_in = static_cast<std::uint32_t>(bytes.size());
    return {};
}

} // namespace quayside::images
