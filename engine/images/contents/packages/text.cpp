#include "engine/images/contents/packages/text.h"

#include <algorithm>
#include <charconv>

namespace quayside::images
{

std::string cleaned(std::string_view text)
{
    constexpr std::size_t longest = 500;
    const auto end =
        std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return std::string(
        text.substr(0, std::min<std::size_t>(static_cast<std::size_t>(end - text.begin()), longest)));
}

std::int64_t sizeFrom(std::string_view text, std::uint64_t unit)
{
    std::uint64_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || rest != text.data() + text.size() || number > INT64_MAX / unit)
        return 0;
    return static_cast<std::int64_t>(number * unit);
}

void forEachField(std::string_view text, const Field &field, const std::function<void()> &ended)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const std::size_t colon = line.find(':');
        if (line.find_first_not_of(" \t") == std::string_view::npos) {
            ended();
        } else if (line.front() != ' ' && line.front() != '\t' && colon != std::string_view::npos) {
            std::string_view value = line.substr(colon + 1);
            value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
            field(line.substr(0, colon), value);
        }
    }
    ended();
}

} // namespace quayside::images
