// Headers of rpm packages, as its databases keep them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::test
{

class RpmHeader
{
public:
    RpmHeader &text(std::uint32_t tag, const std::string &value, std::uint32_t type = 6)
    {
        return add(tag, type, value + '\0');
    }
    RpmHeader &number(std::uint32_t tag, std::uint64_t value, bool large = false)
    {
        return add(tag, large ? 5 : 4, bigEndian(value, large ? 8 : 4));
    }
    [[nodiscard]] std::string bytes() const
    {
        return bigEndian(m_count, 4) + bigEndian(m_store.size(), 4) + m_entries + m_store;
    }
    static std::string bigEndian(std::uint64_t value, int length)
    {
        std::string bytes;
        while (length-- > 0)
            bytes += static_cast<char>(value >> (8U * static_cast<unsigned>(length)) & 0xFF);
        return bytes;
    }

private:
    RpmHeader &add(std::uint32_t tag, std::uint32_t type, const std::string &value)
    {
        m_entries += bigEndian(tag, 4) + bigEndian(type, 4) + bigEndian(m_store.size(), 4) + bigEndian(1, 4);
        m_store += value;
        ++m_count;
        return *this;
    }
    std::string m_entries, m_store;
    std::uint32_t m_count = 0;
};

inline RpmHeader rpmPackage(const std::string &name, const std::string &version)
{
    RpmHeader header;
    header.text(1000, name).text(1001, version).text(1002, "3.fc43").text(1022, "x86_64");
    header.text(1004, "The " + name, 9)
        .number(1009, 4096)
        .text(1044, name + "-src-" + version + "-3.fc43.src.rpm");
    return header;
}

} // namespace quayside::test
