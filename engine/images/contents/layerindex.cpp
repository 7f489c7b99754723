#include "engine/images/contents/layerindex.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace quayside::images
{
namespace
{

bool textFits(std::string_view texts, std::uint32_t begin, std::uint32_t length)
{
    return begin <= texts.size() && length <= texts.size() - begin;
}

// A name that would mean another file when it is opened.
bool isName(std::string_view name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos &&
           name.find('\0') == std::string_view::npos;
}

} // namespace

void IndexChecksum::add(std::span<const std::byte> bytes)
{
    const auto mix = [this](std::uint64_t word) {
        m_value = std::rotl((m_value ^ word) * 0xff51afd7ed558ccd, 29);
    };
    while (bytes.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        mix(word);
        bytes = bytes.subspan(sizeof word);
    }
    if (bytes.empty())
        return;
    std::uint64_t rest = bytes.size();
    for (const std::byte byte : bytes)
        rest = rest << 8U | std::to_integer<std::uint64_t>(byte);
    mix(rest);
}

Result<LayerIndex> LayerIndex::open(std::span<const std::byte> bytes)
{
    const auto damaged = [](const char *why) {
        return fail(ErrorKind::InvalidArgument, "the index of a layer is damaged: {}", why);
    };
    IndexHeader header;
    if (bytes.size() < sizeof header)
        return damaged("it is too short");
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::span<const std::byte> body = bytes.subspan(sizeof header);
    if (header.magic != IndexHeader::wantedMagic)
        return damaged("it is of another form");
    if (header.nodes == 0 || header.nodes > body.size() / sizeof(IndexNode) || header.nodes > UINT32_MAX ||
        header.texts != body.size() - header.nodes * sizeof(IndexNode))
        return damaged("its length is wrong");
    if (reinterpret_cast<std::uintptr_t>(body.data()) % alignof(IndexNode) != 0)
        return damaged("it does not lie as it should");
    IndexChecksum sum;
    sum.add(bytes.subspan(offsetof(IndexHeader, nodes)));
    if (sum.value() != header.checksum)
        return damaged("its checksum is wrong");
    LayerIndex index;
    index.m_nodes = {reinterpret_cast<const IndexNode *>(body.data()),
                     static_cast<std::size_t>(header.nodes)};
    index.m_texts = {reinterpret_cast<const char *>(body.data()) + index.m_nodes.size_bytes(),
                     static_cast<std::size_t>(header.texts)};
    if (!index.holdsTogether())
        return damaged("its parts do not fit each other");
    return index;
}

// Breadth first: the children of the folders follow each other without gaps. So each node has one parent, and
// the tree ends.
bool LayerIndex::holdsTogether() const
{
    std::size_t next = 1, levelEnd = 1, depth = 0;
    if (!m_nodes[root].isFolder())
        return false;
    for (std::size_t number = 0; number < m_nodes.size(); ++number) {
        if (number == levelEnd) {
            levelEnd = next;
            if (++depth > maxIndexDepth + 1)
                return false;
        }
        const IndexNode &node = m_nodes[number];
        if (number >= next || node.type > NodeType::Whiteout ||
            !textFits(m_texts, node.name, node.nameLength) || (number != root && !isName(name(node))))
            return false;
        if (node.type == NodeType::Link && !textFits(m_texts, node.first, node.count))
            return false;
        if (!node.isFolder())
            continue;
        if (node.first != next || node.count > m_nodes.size() - next)
            return false;
        next += node.count;
        for (std::size_t child = node.first + 1; child < next; ++child) {
            const IndexNode &left = m_nodes[child - 1], &right = m_nodes[child];
            if (!textFits(m_texts, left.name, left.nameLength) ||
                !textFits(m_texts, right.name, right.nameLength) || name(left) >= name(right))
                return false;
        }
    }
    return next == m_nodes.size();
}

std::optional<std::uint32_t> LayerIndex::child(const IndexNode &folder, std::string_view wanted) const
{
    const auto children = m_nodes.subspan(folder.first, folder.count);
    const auto found =
        std::ranges::lower_bound(children, wanted, {}, [this](const IndexNode &node) { return name(node); });
    if (found == children.end() || name(*found) != wanted)
        return {};
    return folder.first + static_cast<std::uint32_t>(found - children.begin());
}

} // namespace quayside::images
