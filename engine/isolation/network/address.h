// IP addresses and prefixes as values.
#pragma once

#include "engine/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace quayside::isolation::network
{

enum class Family : std::uint8_t { V4, V6 };

struct IpAddress {
    Family family = Family::V4;
    std::array<std::uint8_t, 16> bytes{}; // network order; V4 uses the first four

    static Result<IpAddress> parse(std::string_view text); // no zone ("%eth0"), no brackets
    static IpAddress v4(std::uint32_t hostOrder);
    [[nodiscard]] std::uint32_t asV4() const; // host order
    [[nodiscard]] std::size_t size() const { return family == Family::V4 ? 4 : 16; }
    [[nodiscard]] int bits() const { return family == Family::V4 ? 32 : 128; }
    [[nodiscard]] bool unspecified() const;
    [[nodiscard]] bool loopback() const;
    [[nodiscard]] std::string text() const;
    auto operator<=>(const IpAddress &) const = default;
};

struct IpPrefix {
    IpAddress address;
    int length = 0;

    static Result<IpPrefix> parse(std::string_view text); // "172.31.0.0/16"; host bits may be set
    [[nodiscard]] IpPrefix network() const;               // host bits cleared
    [[nodiscard]] bool contains(const IpAddress &other) const;
    [[nodiscard]] bool overlaps(const IpPrefix &other) const;
    [[nodiscard]] std::string text() const;
    auto operator<=>(const IpPrefix &) const = default;
};

} // namespace quayside::isolation::network
