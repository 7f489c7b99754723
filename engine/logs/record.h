// One record of a log file (names.h has the format).
#pragma once

#include "engine/logs/names.h"
#include "engine/logs/reader.h"

#include <optional>
#include <string_view>

namespace quayside::logs
{

struct Record {
    std::string_view time; // timeLength characters
    Source source = Source::Stdout;
    bool full = true; // F: the line ends here
    std::string_view text;
};

inline constexpr std::size_t tagOffset = headLength - 2;

// `line` without its line end. No value: it is no record of ours (a torn one after a crash).
std::optional<Record> parseRecord(std::string_view line);

} // namespace quayside::logs
