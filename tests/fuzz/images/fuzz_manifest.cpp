// Manifests, indexes, docker's manifest.json, configurations and names: the first byte chooses.
#include "engine/images/content/document.h"
#include "engine/images/content/imagerecord.h"
#include "engine/images/content/manifest.h"
#include "engine/images/content/reference.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace quayside::images;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data + 1), size - 1);
    switch (data[0] % 5) {
    case 0:
        if (const auto manifest = parseManifest(text); manifest && manifest->isIndex)
            (void)choose(manifest->manifests, {"linux", "amd64", ""});
        break;
    case 1:
        (void)parseArchiveManifest(text);
        break;
    case 2:
        // What was accepted once is accepted again, and then stays as it is.
        if (const auto document = parseDocument(text)) {
            const std::string again = encodeDocument(*document);
            const auto second = parseDocument(again);
            if (!second || encodeDocument(*second) != again)
                std::abort();
        }
        break;
    case 3:
        if (const auto reference = parseTagged(text)) {
            const auto second = parseTagged(reference->familiar());
            if (!second || second->familiar() != reference->familiar())
                std::abort();
        }
        (void)globMatches(text.substr(0, text.find(' ')), text);
        break;
    default:
        (void)decodeImageRecord(text);
        break;
    }
    return 0;
}
