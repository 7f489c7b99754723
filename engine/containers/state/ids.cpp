#include "engine/containers/state/ids.h"

#include "engine/containers/state/words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <sys/random.h>

namespace quayside::containers
{

namespace
{

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

template <std::size_t Size>
Result<> fillRandom(std::array<unsigned char, Size> &bytes)
{
    // Up to 256 bytes come whole once the kernel's pool is ready (getrandom(2)).
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return failErrno(errno, "taking random bytes");
    return {};
}

} // namespace

Result<std::string> newId()
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string id(64, '0');
    do {
        std::array<unsigned char, 32> bytes;
        CHECK(fillRandom(bytes));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            id[2 * i] = digits[bytes[i] >> 4];
            id[2 * i + 1] = digits[bytes[i] & 15];
        }
    } while (std::all_of(id.begin(), id.begin() + 12, [](char c) { return c <= '9'; }));
    return id;
}

bool isValidName(std::string_view name)
{
    return name.size() >= 2 && isAlphanumeric(name.front()) && std::ranges::all_of(name, [](char c) {
               return isAlphanumeric(c) || c == '_' || c == '.' || c == '-';
           });
}

Result<std::string> newName(const std::function<bool(const std::string &)> &taken)
{
    for (int attempt = 0; attempt < 10000; ++attempt) {
        std::array<unsigned char, 6> bytes;
        CHECK(fillRandom(bytes));
        const unsigned first = bytes[0] | bytes[1] << 8, second = bytes[2] | bytes[3] << 8;
        std::string name = std::string(adjectives[first % std::size(adjectives)]) + "_" +
                           std::string(nouns[second % std::size(nouns)]);
        if (attempt >= 6)
            name += std::to_string((bytes[4] | bytes[5] << 8) % (attempt < 100 ? 10 : 100000));
        if (!taken(name))
            return name;
    }
    return fail(ErrorKind::Conflict, "no free name was found for the container: give it one");
}

} // namespace quayside::containers
