// A real try: does anybody answer at an address?
#pragma once

#include "engine/isolation/network/address.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace quayside::networks::doctor
{

enum class Reach : std::uint8_t { Connected, Refused, NoAnswer, Unreachable };

struct Try {
    Reach reach = Reach::Unreachable;
    std::chrono::microseconds took{0};
    std::string why; // the kernel's word, where it is Unreachable
};
// A TCP connection from the calling thread's network namespace, closed at once; no more than `patience`.
Try tryTcp(const isolation::network::IpAddress &address, std::uint16_t port,
           std::chrono::milliseconds patience);

} // namespace quayside::networks::doctor
