#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <format>
#include <iterator>

namespace quayside::dockerfile
{

namespace
{

unsigned char byteAt(std::string_view text, std::size_t offset)
{
    return offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0;
}

// How long a sequence that begins with this byte is; 0 for a byte that begins none.
std::size_t sequenceSize(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return 2;
    if ((first & 0xf0) == 0xe0)
        return 3;
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

void appendEscape(std::string &out, char32_t c)
{
    static constexpr std::string_view plain = "\a\b\f\n\r\t\v", names = "abfnrtv";
    if (const auto at = c < 0x80 ? plain.find(static_cast<char>(c)) : plain.npos; at != plain.npos)
        (out += '\\') += names[at];
    else if (c < ' ' || c == 0x7f)
        std::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned>(c));
    else if (c < 0x10000)
        std::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    else
        std::format_to(std::back_inserter(out), "\\U{:08x}", static_cast<unsigned>(c));
}

} // namespace

Decoded decode(std::string_view text, std::size_t offset)
{
    if (offset >= text.size())
        return {replacement, 0};
    const auto first = byteAt(text, offset);
    const auto size = sequenceSize(first);
    if (size == 1)
        return {first, 1};
    if (size == 0 || offset + size > text.size())
        return {};
    char32_t c = first & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = byteAt(text, offset + i);
        if ((next & 0xc0) != 0x80)
            return {};
        c = c << 6 | (next & 0x3f);
    }
    const bool tooLong = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
    if (tooLong || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        return {};
    return {c, size};
}

void append(std::string &text, char32_t c)
{
    if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        c = replacement;
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xc0 | c >> 6);
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xe0 | c >> 12);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xf0 | c >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

bool isSpace(char32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

Bounds trimmedBounds(std::string_view text)
{
    Bounds bounds{0, text.size()};
    while (bounds.begin < bounds.end) {
        const auto [c, size] = decode(text, bounds.begin);
        if (!isSpace(c))
            break;
        bounds.begin += size;
    }
    while (bounds.begin < bounds.end) {
        auto start = bounds.end - 1;
        for (int back = 0; back < 2 && start > bounds.begin && (byteAt(text, start) & 0xc0) == 0x80; ++back)
            --start; // no white space takes more than three bytes
        const auto [c, size] = decode(text, start);
        if (!isSpace(c) || start + size != bounds.end)
            break;
        bounds.end = start;
    }
    return bounds;
}

std::string_view trimmed(std::string_view text)
{
    const auto [begin, end] = trimmedBounds(text);
    return text.substr(begin, end - begin);
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string uppered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

std::string inQuotes(std::string_view text)
{
    std::string out = "\"";
    out.reserve(text.size() + 2);
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = decode(text, at);
        if (c == '"' || c == '\\')
            (out += '\\') += static_cast<char>(c);
        else if (c == replacement && size == 1)
            std::format_to(std::back_inserter(out), "\\x{:02x}", byteAt(text, at));
        else if (isPrintable(c))
            out += text.substr(at, size);
        else
            appendEscape(out, c);
        at += size;
    }
    return out += '"';
}

} // namespace quayside::dockerfile
