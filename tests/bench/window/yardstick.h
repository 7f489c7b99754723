// How fast the processor works just now. That of a virtual machine may fall to a tenth of its speed for some
// milliseconds, and the time of the thread (clock_gettime(2)) goes on as if it had not.
#pragma once

#include <ctime>

namespace quayside::bench
{

inline double millisecondsOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// For how long (milliseconds) the processor works at always the same: a chain of steps in its registers, no
// memory that might be cold (Marsaglia, Xorshift RNGs, 2003).
inline double timeOfYardstick()
{
    constexpr int steps = 4000; // 8 µs at 3 GHz
    const double before = millisecondsOf(CLOCK_MONOTONIC);
    unsigned long number = 88172645463325252UL;
    for (int i = 0; i < steps; ++i) {
        number ^= number << 13;
        number ^= number >> 7;
        number ^= number << 17;
    }
    [[maybe_unused]] const volatile unsigned long kept = number;
    return millisecondsOf(CLOCK_MONOTONIC) - before;
}

} // namespace quayside::bench
