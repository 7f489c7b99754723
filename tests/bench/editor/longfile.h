// What the benchmarks of the editor share: the file that is typed in, and how figures are told.
#pragma once

#include <algorithm>
#include <format>
#include <optional>
#include <print>
#include <string>
#include <vector>

namespace bench
{

using Times = std::vector<double>; // milliseconds

// As people write them: packages, comments, variables, copies; a stage now and then.
inline std::string longFile(int lines)
{
    std::string text = "FROM debian:13 AS base\nARG V=1\n";
    for (int i = 1, written = 2; written < lines; ++i) {
        if (i % 100 == 0)
            text += std::format("FROM base AS s{}\nARG V\n", i);
        text += std::format(
            "# step {}\nRUN apt-get update && apt-get install -y --no-install-recommends pkg{} \\\n"
            "    other{}=$V \\\n    && rm -rf /var/lib/apt/lists/*\nENV A{}=b{}\n"
            "COPY --from=base /x{} /y{}\nWORKDIR /w{}\n",
            i, i, i, i, i, i, i, i);
        written += 7;
    }
    return text;
}

inline void report(const char *what, Times times, std::optional<double> target)
{
    std::ranges::sort(times);
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    const std::string bound = target ? std::format("target: p99 at most {} ms; ", *target) : std::string();
    std::println("{:<38} p50 {:6.2f} ms   p99 {:6.2f} ms   ({}{} times)", what, at(0.5), at(0.99), bound,
                 times.size());
}

} // namespace bench
