// The files of a log: 00000001.log, 00000002.log, … in one folder, the highest number the current one. A file
// is complete once its successor exists: a reader that follows needs to know nothing else. With compress=true
// a complete one becomes 00000001.log.gz (compress.h); while there are both, they hold the same.
//
// Each record is a line in the CRI log format (Kubernetes, "CRI: Dockershim log format"; as containerd and
// CRI-O write it):
//   2016-10-06T00:17:09.669794202Z stdout F the text\n
// P: the line of the container goes on in the stream's next record; F: it ends here. A time stamp is the time
// of the read that the text came with. No record holds more than maxText bytes of text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quayside::logs
{

inline constexpr std::size_t maxText = 16384;
inline constexpr std::size_t timeLength = 30;              // "2016-10-06T00:17:09.669794202Z"
inline constexpr std::size_t headLength = timeLength + 10; // time, " stdout F "
inline constexpr std::uint32_t maxNumber = 99'999'999;

// 0: not the name of a log file, plain or compressed.
std::uint32_t numberOf(std::string_view fileName);
std::string fileNameOf(std::uint32_t number);
std::string compressedNameOf(std::uint32_t number);

// The numbers of the files in a folder, ascending; empty where it cannot be read.
struct NumberRange {
    std::uint32_t first = 0, last = 0; // 0: none
};
// The lowest number that is at least `from`, and the highest.
NumberRange filesFrom(int folder, std::uint32_t from);

// UTC, always with nine digits of a second. `text` has room for timeLength bytes.
void formatTime(std::int64_t unixNs, char *text);
// 0: it is none. Only the form that formatTime writes.
std::int64_t parseTime(std::string_view text);

} // namespace quayside::logs
