#include "engine/images/contents/packages/parsers.h"
#include "engine/images/contents/packages/text.h"

#include <cstring>

namespace quayside::images
{
namespace
{

constexpr std::size_t headSize = 32, slotSize = 16, pageSize = 4096, blockSize = 16, blobHeadSize = 16;

// The engine's machines are little-endian, as are these files.
std::uint32_t word(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

// The header of the package that the slot tells of.
std::string_view blobOf(std::string_view bytes, std::size_t slot)
{
    const std::uint32_t number = word(bytes, slot + 4);
    const std::uint64_t at = std::uint64_t{word(bytes, slot + 8)} * blockSize;
    if (number == 0 || at > bytes.size() || bytes.size() - at < blobHeadSize ||
        bytes.substr(at, 4) != "BlbS" || word(bytes, at + 4) != number)
        return {};
    return bytes.substr(at + blobHeadSize, word(bytes, at + 12));
}

} // namespace

Result<std::vector<api::ImagePackage>> parseNdb(std::string_view bytes)
{
    if (bytes.size() < headSize || bytes.substr(0, 4) != "RpmP")
        return fail(ErrorKind::InvalidArgument, "it is no Packages.db of rpm");
    const std::uint64_t slotsEnd =
        std::min<std::uint64_t>(std::uint64_t{word(bytes, 12)} * pageSize, bytes.size());
    std::vector<api::ImagePackage> packages;
    for (std::size_t slot = headSize; slot + slotSize <= slotsEnd; slot += slotSize) {
        if (bytes.substr(slot, 4) != "Slot")
            continue;
        auto package = parseRpmHeader(blobOf(bytes, slot));
        if (package && packages.size() < maxPackages)
            packages.push_back(*std::move(package));
    }
    return packages;
}

} // namespace quayside::images
