#include "engine/images/content/tarwriter.h"

#include <array>
#include <cstring>

namespace quayside::images
{
namespace
{

using Block = std::array<char, 512>;

constexpr std::uint64_t maxOctal8 = 07777777, maxOctal12 = 077777777777;

void put(Block &block, std::size_t offset, std::size_t width, std::string_view text)
{
    text.copy(block.data() + offset, width);
}

void putOctal(Block &block, std::size_t offset, std::size_t width, std::uint64_t value)
{
    // From the last digit; the field's last byte stays zero. Not std::format: seven of these are written for
    // each file.
    for (std::size_t i = width - 1; i > 0; --i, value >>= 3)
        block[offset + i - 1] = static_cast<char>('0' + (value & 7));
}

// Field offsets and widths: POSIX.1-2017, pax, "ustar Interchange Format".
Block headerOf(const TarEntry &entry)
{
    Block block{};
    put(block, 0, 100, entry.name);
    putOctal(block, 100, 8, entry.mode & 07777);
    putOctal(block, 108, 8, entry.uid > maxOctal8 ? 0 : entry.uid);
    putOctal(block, 116, 8, entry.gid > maxOctal8 ? 0 : entry.gid);
    putOctal(block, 124, 12, entry.size > maxOctal12 ? 0 : entry.size);
    putOctal(block, 136, 12, entry.mtime < 0 ? 0 : static_cast<std::uint64_t>(entry.mtime));
    block[156] = entry.type;
    put(block, 157, 100, entry.link);
    put(block, 257, 8, std::string_view("ustar\00000", 8));
    putOctal(block, 329, 8, entry.deviceMajor);
    putOctal(block, 337, 8, entry.deviceMinor);
    put(block, 148, 8, "        ");
    unsigned sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    putOctal(block, 148, 7, sum);
    block[154] = '\0'; // and a blank behind it
    return block;
}

// "LENGTH KEY=VALUE\n", where LENGTH counts itself.
std::string paxRecord(const std::string &key, const std::string &value)
{
    const std::size_t rest = key.size() + value.size() + 3;
    std::size_t length = rest + 1;
    while (std::to_string(length).size() + rest > length)
        ++length;
    return std::format("{} {}={}\n", length, key, value);
}

} // namespace

Result<> TarWriter::writePax(const TarEntry &entry)
{
    std::map<std::string, std::string> records = entry.pax;
    if (entry.name.size() > 100)
        records["path"] = entry.name;
    if (entry.link.size() > 100)
        records["linkpath"] = entry.link;
    if (entry.uid > maxOctal8)
        records["uid"] = std::to_string(entry.uid);
    if (entry.gid > maxOctal8)
        records["gid"] = std::to_string(entry.gid);
    if (entry.size > maxOctal12)
        records["size"] = std::to_string(entry.size);
    for (const auto &[name, value] : entry.xattrs)
        records["SCHILY.xattr." + name] = value;
    if (records.empty())
        return {};
    std::string text;
    for (const auto &[key, value] : records)
        text += paxRecord(key, value);
    const Block header = headerOf({.name = "pax", .type = 'x', .size = text.size()});
    CHECK(m_sink.write({header.data(), header.size()}));
    CHECK(m_sink.write(text));
    m_written = text.size();
    return endContent();
}

Result<> TarWriter::writeHeader(const TarEntry &entry)
{
    CHECK(writePax(entry));
    const Block header = headerOf(entry);
    m_written = 0;
    return m_sink.write({header.data(), header.size()});
}

Result<> TarWriter::writeContent(std::string_view bytes)
{
    m_written += bytes.size();
    return m_sink.write(bytes);
}

Result<> TarWriter::endContent()
{
    static constexpr Block zeros{};
    const std::size_t padding = (512 - m_written % 512) % 512;
    m_written = 0;
    return padding == 0 ? Result<>() : m_sink.write({zeros.data(), padding});
}

Result<> TarWriter::write(TarEntry entry, std::string_view content)
{
    entry.size = content.size();
    CHECK(writeHeader(entry));
    if (!content.empty())
        CHECK(writeContent(content));
    return endContent();
}

Result<> TarWriter::finish()
{
    return m_sink.write(std::string(1024, '\0'));
}

} // namespace quayside::images
