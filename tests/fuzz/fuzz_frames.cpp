// The decoder of multiplexed streams: the same payload however the input is cut.
#include "engine/api/stream/frames.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace quayside::api;

namespace
{

std::pair<bool, std::string> payload(std::string_view text, std::size_t piece)
{
    FrameDecoder decoder;
    std::string all;
    while (!text.empty()) {
        std::string_view part = text.substr(0, piece);
        text.remove_prefix(part.size());
        while (!part.empty()) {
            const auto got = decoder.next(part);
            if (!got)
                return {false, all};
            all.append(got->bytes);
        }
    }
    return {true, all};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    if (payload(text, text.size()) != payload(text, data[0] % 32 + 1))
        std::abort();
    return 0;
}
