// What `docker top` is asked for, and a process that calls itself anything.
#include "engine/containers/top/psformat.h"

#include <cstdint>

using namespace quayside::containers;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    const auto facts = parseStat(text).value_or(ProcessFacts{});
    const auto columns = parsePsArgs(text);
    if (columns)
        for (const auto &column : *columns)
            (void)column.value(facts, {.firstId = 1000, .ids = 65536, .nowSeconds = 5});
    return 0;
}
