// Package databases of strangers: the first byte chooses the form. What is read can be told in JSON and read
// again.
#include "engine/images/contents/packages/parsers.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace quayside;
using namespace quayside::images;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data + 1), size - 1);
    api::ImagePackages found;
    switch (data[0] % 4) {
    case 0:
        found.packages = parseDpkg(text);
        break;
    case 1:
        found.packages = parseApk(text);
        break;
    case 2:
        if (auto package = parseRpmHeader(text))
            found.packages.push_back(*std::move(package));
        break;
    default:
        if (auto packages = parseNdb(text))
            found.packages = *std::move(packages);
        break;
    }
    if (!api::decode<api::ImagePackages>(encode(found)))
        std::abort();
    return 0;
}
