#include "engine/images/contents/packages/parsers.h"
#include "engine/images/contents/packages/text.h"

#include <algorithm>
#include <format>
#include <string>

namespace quayside::images
{
namespace
{

enum Tag : std::uint32_t {
    Name = 1000,
    Version = 1001,
    Release = 1002,
    Epoch = 1003,
    Summary = 1004,
    Size = 1009,
    Architecture = 1022,
    SourceRpm = 1044,
    LongSize = 5009,
};
enum Type : std::uint32_t { Int32 = 4, Int64 = 5, String = 6, StringArray = 8, I18nString = 9 };

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8U | static_cast<unsigned char>(byte);
    return value;
}

// The entries and what they point at.
class Header
{
public:
    static std::optional<Header> open(std::string_view bytes)
    {
        constexpr std::size_t introSize = 8;
        if (bytes.size() < introSize)
            return {};
        const std::uint64_t entries = bigEndian(bytes.substr(0, 4)), store = bigEndian(bytes.substr(4, 4));
        bytes.remove_prefix(introSize);
        if (entries > bytes.size() / entrySize || store > bytes.size() - entries * entrySize)
            return {};
        return Header(bytes.substr(0, entries * entrySize), bytes.substr(entries * entrySize, store));
    }

    // Of a list of texts (a summary in several languages) the first.
    [[nodiscard]] std::string text(Tag tag) const
    {
        const auto value = find(tag, {String, StringArray, I18nString});
        return value ? cleaned(value->substr(0, value->find('\0'))) : std::string();
    }
    [[nodiscard]] std::optional<std::uint64_t> number(Tag tag, Type type) const
    {
        const std::size_t length = type == Int64 ? 8 : 4;
        const auto value = find(tag, {type});
        if (!value || value->size() < length)
            return {};
        return bigEndian(value->substr(0, length));
    }

private:
    static constexpr std::size_t entrySize = 16; // tag, type, offset, count
    Header(std::string_view entries, std::string_view store) : m_entries(entries), m_store(store) {}

    // From the value's beginning to the end of all values.
    [[nodiscard]] std::optional<std::string_view> find(Tag tag, std::initializer_list<Type> types) const
    {
        for (std::string_view rest = m_entries; rest.size() >= entrySize; rest.remove_prefix(entrySize)) {
            if (bigEndian(rest.substr(0, 4)) != tag)
                continue;
            const std::uint64_t type = bigEndian(rest.substr(4, 4)), offset = bigEndian(rest.substr(8, 4));
            if (offset < m_store.size() && std::ranges::contains(types, type))
                return m_store.substr(offset);
        }
        return {};
    }

    std::string_view m_entries, m_store;
};

} // namespace

std::optional<api::ImagePackage> parseRpmHeader(std::string_view bytes)
{
    const auto header = Header::open(bytes);
    if (!header)
        return {};
    api::ImagePackage package{.name = header->text(Name), .database = "rpm"};
    if (package.name.empty() || package.name == "gpg-pubkey")
        return {};
    const auto epoch = header->number(Epoch, Int32);
    package.version = (epoch && *epoch != 0 ? std::format("{}:", *epoch) : "") + header->text(Version);
    if (const std::string release = header->text(Release); !release.empty())
        package.version += "-" + release;
    package.architecture = header->text(Architecture);
    const auto small = header->number(Size, Int32), large = header->number(LongSize, Int64);
    package.size =
        static_cast<std::int64_t>(std::min<std::uint64_t>(large.value_or(small.value_or(0)), INT64_MAX));
    // "bash-5.2-1.src.rpm": version and release are the package's, mostly; the name is what stands before
    // them.
    const std::string source = header->text(SourceRpm);
    const std::size_t release = source.rfind('-');
    const std::size_t version =
        release == std::string::npos || release == 0 ? release : source.rfind('-', release - 1);
    package.source = source.substr(0, version);
    package.summary = header->text(Summary);
    return package;
}

} // namespace quayside::images
