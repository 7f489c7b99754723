// Indices of layers, two of them over each other: whatever is accepted can be walked in every way.
#include "engine/images/contents/layerindex.h"
#include "engine/images/contents/listing.h"
#include "engine/images/contents/survey.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace quayside::images;

namespace
{

// With the magic and the checksum that it needs: no random bytes have them.
class Bytes
{
public:
    Bytes(const std::uint8_t *data, std::size_t size) : m_words(size / 8 + 1), m_size(size)
    {
        std::memcpy(m_words.data(), data, size);
        if (size < sizeof(IndexHeader))
            return;
        auto *bytes = reinterpret_cast<std::byte *>(m_words.data());
        IndexChecksum sum;
        sum.add({bytes + offsetof(IndexHeader, nodes), size - offsetof(IndexHeader, nodes)});
        const std::uint64_t head[] = {IndexHeader::wantedMagic, sum.value()};
        std::memcpy(bytes, head, sizeof head);
    }
    [[nodiscard]] std::span<const std::byte> span() const
    {
        return {reinterpret_cast<const std::byte *>(m_words.data()), m_size};
    }

private:
    std::vector<std::uint64_t> m_words;
    std::size_t m_size;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Bytes lower(data, size / 2), upper(data + size / 2, size - size / 2), whole(data, size);
    std::vector<LayerIndex> indices;
    for (const Bytes *bytes : {&whole, &lower, &upper})
        if (const auto index = LayerIndex::open(bytes->span()))
            indices.push_back(*index);
    std::vector<const LayerIndex *> layers;
    for (const LayerIndex &index : indices)
        layers.push_back(&index);
    if (layers.empty())
        return 0;
    const Survey found = survey(layers);
    if (totalsOf(rootOf(layers)).files != found.files)
        std::abort();
    const std::span<const LayerIndex *const> all(layers);
    (void)findEntries({.root = {rootOf(all.first(1)), rootOf(all), After::Whole}}, "a", 20);
    (void)listFolder({.root = {rootOf(all.first(1)), rootOf(all.last(1), 1), After::Layer},
                      .shown = Listing::Shown::Differences},
                     "/", "");
    (void)resolvePath(rootOf(all), "a/b/../c");
    return 0;
}
