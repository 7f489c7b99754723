// What a registry answers and what people call one: nothing of it may become a line or a request of its own.
#include "engine/api/http/uri.h"
#include "engine/images/registry/listing.h"
#include "engine/images/registry/proxy.h"
#include "engine/images/registry/search.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace quayside::images;

namespace
{

void requirePlain(const std::string &text)
{
    if (!std::ranges::all_of(text, [](unsigned char c) { return c > ' ' && c < 0x7f; }))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    requirePlain(nextPage(text));
    if (const auto found = parseHubAnswer(text))
        for (const auto &item : *found)
            if (item.name.empty())
                std::abort();
    if (const auto domain = registryDomain(text)) {
        requirePlain(*domain);
        if (domain->find_first_of("/@?#") != std::string::npos || originOf("https://" + *domain).empty())
            std::abort();
    }
    if (const auto mirror = mirrorOrigin(text); mirror && originOf(*mirror) != *mirror)
        std::abort();
    (void)proxyFor({.http = text, .https = text, .none = text}, "https://registry.test:5000");
    (void)parseTerm(text);
    return 0;
}
