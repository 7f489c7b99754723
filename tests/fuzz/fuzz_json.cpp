// What the engine decodes of what clients send: no crash, and what was read can be written and read again.
#include "engine/api/json.h"
#include "engine/api/types/container.h"
#include "engine/api/types/event.h"
#include "engine/api/types/exec.h"
#include "engine/api/types/filters.h"
#include "engine/api/types/image.h"
#include "engine/api/types/registry.h"
#include "engine/api/types/system.h"
#include "engine/api/types/volume.h"

#include <cstdint>
#include <cstdlib>

using namespace quayside;
using namespace quayside::api;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

template <typename T>
void thereAndBack(std::string_view text)
{
    const auto value = decode<T>(text);
    if (!value)
        return;
    const std::string written = encode(*value);
    const auto again = decode<T>(written);
    require(again.has_value());
    require(encode(*again) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    (void)parseJson(text);
    require(parseJson(quotedJson(text), {.bytes = SIZE_MAX}).has_value());
    thereAndBack<ContainerCreateRequest>(text);
    thereAndBack<ExecCreateRequest>(text);
    thereAndBack<ExecStartRequest>(text);
    thereAndBack<Filters>(text);
    thereAndBack<ImageConfig>(text);
    thereAndBack<VolumeCreateOptions>(text);
    thereAndBack<BaseImageRequest>(text);
    thereAndBack<RegistriesUpdate>(text);
    thereAndBack<RegistryTestRequest>(text);
    (void)decodeEvent(text);
    return 0;
}
