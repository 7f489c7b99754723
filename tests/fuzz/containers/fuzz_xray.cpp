// What a container can put into the texts that an X-ray reads: names of mounts, cgroups, processes.
#include "engine/containers/xray/parse.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace quayside::containers;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    (void)parseStatus(text);
    (void)insideId(parseIdMap(text), 100000);
    for (const auto &mount : parseMounts(text, 64))
        if (printable(mount.target) != mount.target)
            __builtin_trap();
    (void)parseCgroups(text);
    (void)parseTimeOffsets(text);
    (void)parsePressure("cpu", text);
    (void)parseCounters(text);
    (void)parseSockets(text, false, false, 64);
    (void)parseSockets(text, true, true, 64);
    (void)parseNameServers(text);
    return 0;
}
