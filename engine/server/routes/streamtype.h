// How the output of logs, attach and exec travels: raw with a terminal, else in frames
// (engine/api/stream/frames.h).
#pragma once

#include "engine/api/stream/frames.h"

#include <string>
#include <string_view>

namespace quayside::server
{

inline constexpr const char *rawStreamType = "application/vnd.docker.raw-stream";
inline constexpr const char *multiplexedStreamType = "application/vnd.docker.multiplexed-stream";

// Since 1.42 the type tells frames from raw bytes; before that it was always raw-stream.
inline const char *streamType(bool terminal, int apiMinor)
{
    return !terminal && apiMinor >= 42 ? multiplexedStreamType : rawStreamType;
}

inline std::string frameOf(api::Stream stream, std::string_view bytes)
{
    const auto header = api::frameHeader(stream, static_cast<std::uint32_t>(bytes.size()));
    return std::string(header.data(), header.size()).append(bytes);
}

} // namespace quayside::server
