// What one layer holds, as one compact file: made once from the layer's folder (scan.h), read as it lies in
// memory. Its form: a Header, the Nodes in breadth-first order with the children of a folder side by side and
// sorted by name, then the texts (names, targets of links). For this machine alone: host byte order.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace quayside::images
{

enum class NodeType : std::uint8_t { File, Folder, Link, Device, Pipe, Socket, Whiteout };

struct IndexNode {
    static constexpr std::uint8_t opaque = 1; // a folder that hides what the layers below have in it

    std::uint64_t size = 0;    // bytes of a file; else 0
    std::int64_t modified = 0; // seconds since 1970
    std::uint32_t uid = 0, gid = 0;
    std::uint32_t name = 0;  // where it begins in the texts
    std::uint32_t first = 0; // folder: its first child; link: where its target begins; file: its group of
                             // hard links, 0: it has one name
    std::uint32_t count =
        0; // folder: children; link: bytes of the target; file: names that its group has in the layer
    std::uint16_t nameLength = 0;
    std::uint16_t mode = 0; // permission bits with set-id and sticky
    NodeType type = NodeType::File;
    std::uint8_t flags = 0;
    std::uint16_t unused = 0;
    std::uint32_t unused2 = 0;

    [[nodiscard]] bool isFolder() const { return type == NodeType::Folder; }
    [[nodiscard]] bool isOpaque() const { return (flags & opaque) != 0; }
};
static_assert(sizeof(IndexNode) == 48);

struct IndexHeader {
    static constexpr std::uint64_t wantedMagic =
        0x3178656469796171; // "qayidex1": another form gets another number
    std::uint64_t magic = wantedMagic;
    std::uint64_t checksum = 0;         // of all that follows this field
    std::uint64_t nodes = 0, texts = 0; // how many; bytes
};
static_assert(sizeof(IndexHeader) == 32);

inline constexpr std::size_t maxIndexDepth = 512; // as maxTreeDepth: the readers recurse
// Of all layers that are looked at together: what bounds the engine's memory. The largest images that people
// use have a sixth of it.
inline constexpr std::size_t maxIndexNodes = 3'000'000;

// Not adversarial: it tells a whole file from a torn one. Piece by piece; every piece but the last a multiple
// of 8 bytes.
class IndexChecksum
{
public:
    void add(std::span<const std::byte> bytes);
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0x9e3779b97f4a7c15;
};

// A view: the bytes must outlive it.
class LayerIndex
{
public:
    // Checks all of it, so that no reader has to. InvalidArgument: damaged, or of another form.
    static Result<LayerIndex> open(std::span<const std::byte> bytes);

    static constexpr std::uint32_t root = 0;
    [[nodiscard]] const IndexNode &node(std::uint32_t number) const { return m_nodes[number]; }
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] std::string_view name(const IndexNode &node) const
    {
        return m_texts.substr(node.name, node.nameLength);
    }
    [[nodiscard]] std::string_view target(const IndexNode &link) const
    {
        return m_texts.substr(link.first, link.count);
    }
    // The child of a folder; nothing where there is none of that name.
    [[nodiscard]] std::optional<std::uint32_t> child(const IndexNode &folder, std::string_view name) const;

private:
    [[nodiscard]] bool holdsTogether() const;

    std::span<const IndexNode> m_nodes;
    std::string_view m_texts;
};

} // namespace quayside::images
