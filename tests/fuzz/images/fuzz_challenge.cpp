// What a registry and the docker command say of passwords and tokens.
#include "engine/images/registry/challenge.h"
#include "engine/images/registry/credentials.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace quayside::images;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const Challenge &challenge : parseChallenges(text))
        if (challenge.scheme.empty())
            std::abort();
    (void)decodeCredentials(text);
    // What becomes a header must not begin another one.
    if (const auto credentials = parseCredentials(text))
        for (const auto *part : {&credentials->username, &credentials->password, &credentials->registryToken})
            if (part->find_first_of("\r\n") != std::string::npos)
                std::abort();
    return 0;
}
