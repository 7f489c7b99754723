#include "engine/networks/dns/message.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace quayside::networks::dns
{

namespace
{

constexpr std::uint16_t isResponse = 0x8000, opcodeMask = 0x7800, recursionDesired = 0x0100,
                        checkingDisabled = 0x0010, truncated = 0x0200, recursionAvailable = 0x0080;
constexpr std::size_t mostName = 255;
constexpr std::uint16_t ownUdpSize = 1232; // dnsflagday.net/2020: what no path breaks up
constexpr std::uint32_t ttl = 60;          // seconds

std::uint16_t read16(View message, std::size_t at)
{
    return static_cast<std::uint16_t>(message[at] << 8 | message[at + 1]);
}

void put16(Bytes &out, std::size_t value)
{
    out.push_back(static_cast<std::uint8_t>(value >> 8));
    out.push_back(static_cast<std::uint8_t>(value));
}

std::uint8_t lower(std::uint8_t c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<std::uint8_t>(c + 32) : c;
}

// The name at `at`; then `at` is behind it. Nothing: it is broken, or compressed, which a question never is.
std::optional<std::string> readName(View message, std::size_t &at)
{
    std::string name;
    bool plain = true;
    const std::size_t start = at;
    while (true) {
        if (at >= message.size() || at - start >= mostName)
            return std::nullopt;
        const std::size_t length = message[at++];
        if (length == 0)
            return plain ? name : std::string();
        if (length > 63 || at + length > message.size())
            return std::nullopt;
        if (!name.empty())
            name += '.';
        for (const std::size_t end = at + length; at < end; ++at) {
            plain = plain && message[at] > ' ' && message[at] < 127 && message[at] != '.';
            name += static_cast<char>(lower(message[at]));
        }
    }
}

// Behind one resource record, whose name may be compressed. false: it is broken.
bool skipRecord(View message, std::size_t &at, std::uint16_t &type, std::uint16_t &klass)
{
    while (true) {
        if (at >= message.size())
            return false;
        const std::size_t length = message[at++];
        if (length == 0)
            break;
        if (length >= 0xc0) {
            ++at;
            break;
        }
        if (length > 63)
            return false;
        at += length;
    }
    if (at + 10 > message.size())
        return false;
    type = read16(message, at);
    klass = read16(message, at + 2);
    at += 10 + read16(message, at + 8);
    return at <= message.size();
}

// EDNS has a record in the additional section, whose class is the size.
bool readEdns(View message, Query &query)
{
    const std::size_t others = read16(message, 6) + read16(message, 8);
    const std::size_t additional = read16(message, 10);
    std::size_t at = query.questionEnd;
    for (std::size_t i = 0; i < others + additional; ++i) {
        std::uint16_t type = 0, klass = 0;
        if (!skipRecord(message, at, type, klass))
            return false;
        if (i >= others && type == typeOpt) {
            if (query.udpSize) // RFC 6891, 6.1.1: one only
                return false;
            query.udpSize = std::max<std::uint16_t>(klass, mostUdp);
        }
    }
    return true;
}

} // namespace

Parsed parse(View message)
{
    if (message.size() < headerSize)
        return {};
    Query query{.id = read16(message, 0), .flags = read16(message, 2)};
    if (query.flags & isResponse)
        return {};
    if (query.flags & opcodeMask)
        return {query, Rcode::NotImp};
    if (read16(message, 4) != 1)
        return {query, Rcode::FormErr};
    std::size_t at = headerSize;
    auto name = readName(message, at);
    if (!name || at + 4 > message.size())
        return {query, Rcode::FormErr};
    query.name = *std::move(name);
    query.type = read16(message, at);
    query.klass = read16(message, at + 2);
    query.questionEnd = at + 4;
    if (!readEdns(message, query))
        return {Query{.id = query.id, .flags = query.flags}, Rcode::FormErr};
    return {query};
}

Record addressRecord(const IpAddress &address)
{
    return {
        address.family == Family::V4 ? typeA : typeAaaa,
        Bytes(address.bytes.begin(), address.bytes.begin() + static_cast<std::ptrdiff_t>(address.size()))};
}

std::optional<Record> pointerRecord(const std::string &name)
{
    Record record{.type = typePtr, .data = {}};
    std::size_t start = 0;
    while (start <= name.size()) {
        const auto end = std::min(name.find('.', start), name.size());
        if (end == start || end - start > 63)
            return std::nullopt;
        record.data.push_back(static_cast<std::uint8_t>(end - start));
        record.data.insert(record.data.end(), name.begin() + static_cast<std::ptrdiff_t>(start),
                           name.begin() + static_cast<std::ptrdiff_t>(end));
        start = end + 1;
    }
    record.data.push_back(0);
    return record.data.size() <= mostName ? std::optional(std::move(record)) : std::nullopt;
}

std::size_t udpLimit(const Query &query)
{
    return std::min<std::size_t>(query.udpSize.value_or(mostUdp), 4096);
}

Bytes answer(const Query &query, View question, Rcode rcode, const std::vector<Record> &records,
             std::size_t most)
{
    std::size_t size = headerSize + question.size() + (query.udpSize ? 11 : 0);
    for (const auto &record : records)
        size += 12 + record.data.size();
    const bool fits = size <= most;
    Bytes out;
    put16(out, query.id);
    put16(out, isResponse | recursionAvailable | (query.flags & (recursionDesired | checkingDisabled)) |
                   (fits ? 0 : truncated) | static_cast<std::uint16_t>(rcode));
    put16(out, question.empty() ? 0 : 1);
    put16(out, fits ? records.size() : 0);
    put16(out, 0);
    put16(out, query.udpSize ? 1 : 0);
    out.insert(out.end(), question.begin(), question.end());
    if (fits)
        for (const auto &record : records) {
            put16(out, 0xc000 | headerSize); // the name that was asked for
            put16(out, record.type);
            put16(out, classIn);
            put16(out, ttl >> 16);
            put16(out, ttl & 0xffff);
            put16(out, record.data.size());
            out.insert(out.end(), record.data.begin(), record.data.end());
        }
    if (query.udpSize) {
        out.push_back(0);
        put16(out, typeOpt);
        put16(out, ownUdpSize);
        put16(out, 0);
        put16(out, 0);
        put16(out, 0);
    }
    return out;
}

static std::optional<IpAddress> reverse4(std::string_view labels)
{
    std::string forward;
    while (true) { // the last label is the first number
        const auto dot = labels.rfind('.');
        forward += std::string(labels.substr(dot == std::string_view::npos ? 0 : dot + 1));
        if (dot == std::string_view::npos)
            break;
        forward += '.';
        labels = labels.substr(0, dot);
    }
    const auto address = IpAddress::parse(forward);
    return address && address->family == Family::V4 ? std::optional(*address) : std::nullopt;
}

static std::optional<IpAddress> reverse6(std::string_view labels)
{
    if (labels.size() != 63) // 32 digits with dots between
        return std::nullopt;
    IpAddress address{.family = Family::V6};
    for (std::size_t i = 0; i < 32; ++i) {
        const char *digit = labels.data() + 62 - 2 * i;
        std::uint8_t value = 0;
        if (std::from_chars(digit, digit + 1, value, 16).ptr != digit + 1 || (i != 31 && digit[-1] != '.'))
            return std::nullopt;
        address.bytes[i / 2] |= static_cast<std::uint8_t>(i % 2 ? value : value << 4);
    }
    return address;
}

std::optional<IpAddress> reverseAddress(const std::string &name)
{
    constexpr std::string_view v4 = ".in-addr.arpa", v6 = ".ip6.arpa";
    const std::string_view text = name;
    if (text.ends_with(v4))
        return reverse4(text.substr(0, text.size() - v4.size()));
    if (text.ends_with(v6))
        return reverse6(text.substr(0, text.size() - v6.size()));
    return std::nullopt;
}

bool answers(View reply, View sent, std::size_t questionEnd)
{
    if (reply.size() < questionEnd || sent.size() < questionEnd || idOf(reply) != idOf(sent) ||
        !(read16(reply, 2) & isResponse))
        return false;
    // A server that could not read the question says so without it.
    if (read16(reply, 4) != 1)
        return false;
    for (std::size_t i = headerSize; i < questionEnd; ++i)
        if (lower(reply[i]) != lower(sent[i]))
            return false;
    return true;
}

std::uint16_t idOf(View message)
{
    return read16(message, 0);
}

void setId(Bytes &message, std::uint16_t id)
{
    message[0] = static_cast<std::uint8_t>(id >> 8);
    message[1] = static_cast<std::uint8_t>(id);
}

} // namespace quayside::networks::dns
